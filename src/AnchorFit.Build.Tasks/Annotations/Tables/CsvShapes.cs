using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Rows of shapes in pixels of the resized image, which no resizer changes any more: what a database makes of a data
/// set that is too large to be read here.
/// </summary>
internal sealed class CsvShapes
{
    private readonly TableRows _rows;
    private readonly CsvColumns _columns;
    private readonly ShapeTable _shapes = new();
    private readonly string _countName;
    private RowProgress _progress;
    private double _objects;

    /// <param name="rows">Stands on the header.</param>
    public CsvShapes(DelimitedRows rows, CsvColumns columns, string path, ReadingOptions options)
    {
        _rows = new TableRows(rows, path);
        _columns = columns;
        _countName = columns.Header.NameOf(columns.Count);
        _progress = new RowProgress(options);
    }

    /// <summary>Reads the rows behind the header.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public AnnotationFile Read()
    {
        int[] sides = [_columns.BoxWidth, _columns.BoxHeight];
        DelimitedRow row;
        while ((row = _rows.Row.Next()) == DelimitedRow.Complete && _rows.Failure is null)
        {
            if (!_rows.IsHeader(_columns.Header, sides))
            {
                _progress.Add(ReadRow(out double count) ? 1 : 0);
                _objects += count;
            }
        }

        if ((_rows.Failure ?? TableRows.Fault(row, _rows.Row, _rows.Path)) is { } failure)
        {
            return AnnotationFile.Failed(failure);
        }

        _progress.End();
        _shapes.Complete();
        return new AnnotationFile
        {
            Path = _rows.Path,
            ClassNames = _rows.ClassNames.ToArray(),
            Boxes = [],
            Shapes = _shapes,
            ObjectCount = _objects < 9e18 ? (long)(_objects + 0.5) : long.MaxValue,
            Diagnostics = _rows.Faults.ToList(),
        };
    }

    /// <param name="count">How many objects the row stands for; 1 where it doesn't say it.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadRow(out double count)
    {
        count = 1;
        if (_rows.IsWide(_columns.Header.Count))
        {
            return false;
        }

        int classIndex = _rows.IndexOf(_rows.ClassNames, _columns.Class, "class");
        if (!(_rows.Has(_columns.BoxWidth) && _rows.Has(_columns.BoxHeight)))
        {
            TellShort();
            return false;
        }

        if (classIndex < 0 && _columns.Class >= 0 && _rows.Tells(AnnotationDiagnostics.NameMissing))
        {
            _rows.Faults.Add(TableDiagnostics.NoName(_rows.Path, _rows.At(_columns.Class), _columns.Header.NameOf(_columns.Class)));
        }

        if (!_rows.TryReadCount(_columns.Count, _countName, out double boxes))
        {
            return false;
        }

        count = boxes;
        bool good = TryReadSide(_columns.BoxWidth, "box_width", out double width)
            & TryReadSide(_columns.BoxHeight, "box_height", out double height);
        if (good)
        {
            _shapes.Add(new CountedShape(new BoxSize(width, height), boxes, classIndex, _rows.Row.Line));
        }

        return good;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadSide(int column, string name, out double pixels)
    {
        bool isNumber = ByteNumber.TryParse(_rows.Row[column], out pixels);
        if (isNumber && pixels >= BoxExtent.SmallestPixels)
        {
            return true;
        }

        if (_rows.Tells(isNumber ? AnnotationDiagnostics.BoxWithoutExtent : AnnotationDiagnostics.CornerNotANumber))
        {
            _rows.Faults.Add(isNumber
                ? TableDiagnostics.NoExtent(_rows.Path, _rows.At(column), name, _rows.TextOf(column))
                : TableDiagnostics.NotASide(_rows.Path, _rows.At(column), name, _rows.TextOf(column)));
        }

        return false;
    }

    private void TellShort()
    {
        if (_rows.Tells(AnnotationDiagnostics.CornerMissing))
        {
            string missing = _rows.Has(_columns.BoxWidth) ? "'box_height'"
                : _rows.Has(_columns.BoxHeight) ? "'box_width'" : "'box_width', 'box_height'";
            _rows.Faults.Add(TableDiagnostics.ShortRow(_rows.Path, _rows.At(0), _rows.Row.Count, missing));
        }
    }
}
