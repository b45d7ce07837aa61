using System;

namespace AnchorFit.Annotations.Tables;

/// <summary>Tells tables by their beginning, where neither the item's format nor the file's name does.</summary>
internal static class TableDetection
{
    private const int MaxBrokenNumbers = 2;

    /// <summary>The first row names columns of a table of boxes or of shapes.</summary>
    /// <param name="firstBytes">The first 4 KiB of the file, or all of it.</param>
    public static bool LooksLikeCsv(ReadOnlySpan<byte> firstBytes, string path) =>
        HeaderOf(firstBytes) is { } header
        && ((header.Find("xmin", "bbox_x") >= 0 && header.Find("ImageID") < 0) || header.Find("box_width") >= 0);

    /// <summary>The first row names columns of Open Images; tables without boxes too, whose reader says what is wrong.</summary>
    /// <param name="firstBytes">The first 4 KiB of the file, or all of it.</param>
    public static bool LooksLikeOpenImages(ReadOnlySpan<byte> firstBytes, string path) =>
        HeaderOf(firstBytes) is { } header && header.Find("ImageID") >= 0 && header.Find("LabelName") >= 0;

    /// <summary>The first line with words has those of a KITTI label, but for two that may be broken.</summary>
    /// <param name="firstBytes">The first 4 KiB of the file, or all of it.</param>
    public static bool LooksLikeKitti(ReadOnlySpan<byte> firstBytes, string path)
    {
        var line = new DelimitedRows(firstBytes) { Separator = (byte)' ' };
        if (line.Next() != DelimitedRow.Complete || line.Count is not (15 or 16) || ByteNumber.TryParse(line[0], out _))
        {
            return false;
        }

        int broken = 0;
        for (int i = 1; i < line.Count; i++)
        {
            broken += ByteNumber.TryParse(line[i], out _) ? 0 : 1;
        }

        return broken <= MaxBrokenNumbers;
    }

    /// <summary>The first row names the column.</summary>
    /// <param name="firstBytes">The first 4 KiB of the file, or all of it.</param>
    public static bool HasColumn(ReadOnlySpan<byte> firstBytes, string column) => HeaderOf(firstBytes)?.Find(column) >= 0;

    private static TableHeader? HeaderOf(ReadOnlySpan<byte> firstBytes)
    {
        var rows = new DelimitedRows(firstBytes);
        return TableHeader.MoveTo(rows) == DelimitedRow.Complete ? TableHeader.Of(rows) : null;
    }
}
