using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>The images of a rows. The rows of one need not stand together; the first size that is one counts.</summary>
internal sealed class CsvImages(TableRows rows, CsvColumns columns)
{
    private readonly ByteNames _names = new();
    private readonly List<AnnotatedImage> _images = [];

    /// <summary>Images whose rows were told to differ.</summary>
    private readonly HashSet<int> _differing = [];

    /// <summary>The image of the row; −1 where it has no name, which is left to the caller to tell.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int Meet()
    {
        int index = rows.IndexOf(_names, columns.Image, "filename");
        if (index < 0)
        {
            return -1;
        }

        ImageSize size = ReadSize();
        if (index == _images.Count)
        {
            _images.Add(size.IsKnown ? new AnnotatedImage(size, SizeAt) : new AnnotatedImage(null, SizeAt) { SizeFault = Fault() });
        }
        else if (size.IsKnown && _images[index].Size != size)
        {
            MeetOther(index, size);
        }

        return index;
    }

    /// <summary>The size of an image as far as it is known.</summary>
    /// <param name="image">−1 where the row names none.</param>
    public ImageSize? SizeOf(int image) => image < 0 ? null : _images[image].Size;

    /// <summary>All of them with their names.</summary>
    public AnnotatedImage[] ToArray()
    {
        var images = new AnnotatedImage[_images.Count];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = _images[i] with { Name = _names[i] };
        }

        return images;
    }

    private LinePosition SizeAt => rows.At(rows.Has(columns.Width) ? columns.Width : 0);

    private void MeetOther(int index, ImageSize size)
    {
        if (_images[index].Size is not { } before)
        {
            _images[index] = new AnnotatedImage(size, SizeAt);
        }
        else if (_differing.Add(index) && rows.Tells(TableDiagnostics.SizesDiffer))
        {
            rows.Faults.Add(TableDiagnostics.DifferentSizes(
                rows.Path, SizeAt, _names[index], $"{size.Width} × {size.Height}", $"{before.Width} × {before.Height}", _images[index].SizeAt.Line));
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private ImageSize ReadSize() => new(ReadSide(columns.Width), ReadSide(columns.Height));

    /// <summary>0 where it isn't a whole number above zero.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private int ReadSide(int column) =>
        rows.Has(column) && ByteNumber.TryParse(rows.Row[column], out double side) && side > 0 && (int)side == side
            ? (int)side
            : 0;

    /// <summary>What is wrong with the size in this row, as a clause.</summary>
    private string Fault()
    {
        if (columns.Width < 0 || columns.Height < 0)
        {
            return columns.Width == columns.Height
                ? "the table has no columns 'width' and 'height'"
                : $"the table has no column {columns.Header.Missing("width", "height")}";
        }

        (string side, int column) = ReadSide(columns.Width) == 0 ? ("width", columns.Width) : ("height", columns.Height);
        string value = rows.Has(column) ? rows.TextOf(column) : string.Empty;
        return value.Length == 0 ? $"'{side}' is empty"
            : value == "0" ? $"'{side}' is 0"
            : $"'{side}' is {DisplayText.Quote(value)}, not a whole number above 0";
    }
}
