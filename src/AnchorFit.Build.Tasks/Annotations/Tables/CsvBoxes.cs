using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Rows of boxes, as the <c>xml_to_csv.py</c> that goes around with the API writes them: pixels, extents max minus min.
/// A box that crosses the edge of its image stays as it is, as in the converters of such tables. A row with neither
/// class nor edges says that its image has no object.
/// </summary>
internal sealed class CsvBoxes
{
    private readonly TableRows _rows;
    private readonly CsvColumns _columns;
    private readonly TableBoxes _boxes;
    private readonly CsvImages _images;
    private readonly string _countName;

    /// <param name="rows">Stands on the header.</param>
    public CsvBoxes(DelimitedRows rows, CsvColumns columns, string path, ReadingOptions options)
    {
        _rows = new TableRows(rows, path);
        _columns = columns;
        _boxes = new TableBoxes(_rows, options, BoxUnit.Pixels, columns.Edges, BoxExtent.OfCorners, columns.AreSides ? CsvColumns.SideNames : null);
        _images = new CsvImages(_rows, columns);
        _countName = columns.Header.NameOf(columns.Count);
        if (columns.Class < 0)
        {
            _rows.Faults.Add(TableDiagnostics.NoClassColumn(path, rows.At(0)));
        }
    }

    /// <summary>Reads the rows behind the header.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public AnnotationFile Read()
    {
        DelimitedRow row;
        while ((row = _rows.Row.Next()) == DelimitedRow.Complete && _rows.Failure is null)
        {
            GroundTruthBox? box = ReadRow(out double count);
            _boxes.EndRow(box, count);
        }

        return _boxes.ToFile(row, _images.ToArray());
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private GroundTruthBox? ReadRow(out double count)
    {
        count = 1;
        if (_rows.IsHeader(_columns.Header, _columns.Edges))
        {
            return null;
        }

        if (_rows.IsWide(_columns.Header.Count))
        {
            _boxes.ObjectCount++;
            return null;
        }

        int image = _images.Meet();
        int classIndex = _rows.IndexOf(_rows.ClassNames, _columns.Class, "class");
        bool boxless = _boxes.IsBoxless();
        if (boxless && classIndex < 0)
        {
            return null;
        }

        _boxes.ObjectCount++;
        if (boxless)
        {
            _boxes.TellBoxless(classIndex);
            return null;
        }

        return IsNamed(image, classIndex)
            && _boxes.TryReadBox(classIndex, _images.SizeOf(image), out PixelBox box) & _rows.TryReadCount(_columns.Count, _countName, out count)
            && _boxes.IsInside(_images.SizeOf(image), box, classIndex)
                ? new GroundTruthBox(box, classIndex, ReadFlags(), _rows.Row.Line, image)
                : null;
    }

    /// <summary>The row names its image. A lack of names is told, unless the row is cut off, which is a fault of its own.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool IsNamed(int image, int classIndex)
    {
        if ((image >= 0 && (classIndex >= 0 || _columns.Class < 0)) || _boxes.IsShort)
        {
            return true;
        }

        if (classIndex < 0 && _columns.Class >= 0 && _rows.Tells(AnnotationDiagnostics.NameMissing))
        {
            _rows.Faults.Add(TableDiagnostics.NoName(_rows.Path, _rows.At(_columns.Class), _columns.Header.NameOf(_columns.Class)));
        }

        if (image < 0 && _rows.Tells(TableDiagnostics.ImageNameMissing))
        {
            _rows.Faults.Add(TableDiagnostics.NoImageName(_rows.Path, _rows.At(_columns.Image), _columns.Header.NameOf(_columns.Image)));
        }

        return image >= 0;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private BoxFlags ReadFlags() =>
        (_rows.IsSet(_columns.Difficult) ? BoxFlags.Difficult : BoxFlags.None)
        | (_rows.IsSet(_columns.Truncated) ? BoxFlags.Truncated : BoxFlags.None)
        | (_rows.IsSet(_columns.Crowd) ? BoxFlags.Crowd : BoxFlags.None);
}
