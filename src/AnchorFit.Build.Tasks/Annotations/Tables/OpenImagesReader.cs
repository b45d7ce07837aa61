using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Reads the box tables of Open Images (<c>…-annotations-bbox.csv</c>): edges as fractions of the image, flags that are
/// −1 where nobody looked, classes by their identifiers (<c>/m/01g317</c>) as they stand in <c>LabelName</c>.
/// </summary>
/// <remarks>
/// As the API's <c>dataset_tools/oid_tfrecord_creation.py</c> keeps them: every box with its edges, a box that crosses
/// the image's edge too, and rows without edges are labels of whole images, which are no objects.
/// </remarks>
internal sealed class OpenImagesReader : IAnnotationReader
{
    private static readonly ImageSize s_whole = new(1, 1);
    private static readonly string[] EdgeNames = ["XMin", "YMin", "XMax", "YMax"];

    /// <summary>The set's numbers have six decimals; a narrower box is what arithmetic leaves of none.</summary>
    private static readonly BoxExtent Extent = new("XMin", "YMin", "XMax", "YMax", 1e-9);

    private readonly DelimitedRows _row = new();

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        if (CsvReader.TryReadHeader(_row, stream, source.Path) is { } fault)
        {
            return AnnotationFile.Failed(fault);
        }

        var header = TableHeader.Of(_row);
        return Check(header, source.Path) is { } missing
            ? AnnotationFile.Failed(missing)
            : ReadRows(header, new TableRows(_row, source.Path), options);
    }

    /// <summary>Why the header makes no table of boxes; null when it does.</summary>
    private Diagnostic? Check(TableHeader header, string path)
    {
        LinePosition at = _row.At(0);
        bool hasImage = header.Find("ImageID") >= 0;
        bool hasLabel = header.Find("LabelName") >= 0;
        string[] edges = [.. EdgeNames.Where(e => header.Find(e) >= 0)];
        if (hasImage && hasLabel && edges.Length == 0)
        {
            return OpenImagesDiagnostics.ImageLabels(path, at);
        }

        if (!hasImage && !hasLabel && edges.Length == 0)
        {
            return OpenImagesDiagnostics.HeaderMissing(path, at, Encoding.UTF8.GetString(_row[0].ToArray()));
        }

        string[] needed = ["ImageID", "LabelName", .. EdgeNames];
        string missing = header.Missing(needed);
        if (missing.Length > 0)
        {
            return TableDiagnostics.MissingColumn(path, at, missing, $"add the column, or correct its name ({OpenImagesDiagnostics.Columns})");
        }

        return header.FindRepeated([.. needed.Select(n => header.Find(n)), header.Find("IsTruncated"), header.Find("IsGroupOf")]) is { } repeated
            ? TableDiagnostics.RepeatedColumn(path, _row.At(repeated), header.NameOf(repeated))
            : null;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private AnnotationFile ReadRows(TableHeader header, TableRows rows, ReadingOptions options)
    {
        int[] edges = Array.ConvertAll(EdgeNames, e => header.Find(e));
        var boxes = new TableBoxes(rows, options, BoxUnit.Fractions, edges, Extent);
        var columns = new OpenImagesColumns(
            header.Count, header.Find("ImageID"), header.Find("LabelName"), header.Find("IsTruncated"), header.Find("IsGroupOf"));
        var imageNames = new ByteNames();
        List<int> imageLines = [];
        DelimitedRow row;
        while ((row = _row.Next()) == DelimitedRow.Complete && rows.Failure is null)
        {
            if (rows.IsHeader(header, edges))
            {
                continue;
            }

            int image = rows.IndexOf(imageNames, columns.ImageId, "ImageID");
            if (image == imageLines.Count)
            {
                imageLines.Add(_row.Line);
            }

            boxes.EndRow(ReadRow(rows, boxes, columns, image));
        }

        return boxes.ToFile(row, ToImages(imageNames, imageLines));
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private GroundTruthBox? ReadRow(TableRows rows, TableBoxes boxes, OpenImagesColumns columns, int image)
    {
        if (boxes.IsBoxless())
        {
            return null;
        }

        boxes.ObjectCount++;
        if (rows.IsWide(columns.Count))
        {
            return null;
        }

        int classIndex = rows.IndexOf(rows.ClassNames, columns.LabelName, "LabelName");
        if (classIndex < 0 && !boxes.IsShort && rows.Tells(AnnotationDiagnostics.NameMissing))
        {
            rows.Faults.Add(TableDiagnostics.NoName(rows.Path, rows.At(columns.LabelName), "LabelName"));
        }

        if (image < 0 && !boxes.IsShort)
        {
            TellNoImage(rows, columns);
            return null;
        }

        BoxFlags flags = (rows.IsSet(columns.IsTruncated) ? BoxFlags.Truncated : BoxFlags.None)
            | (rows.IsSet(columns.IsGroupOf) ? BoxFlags.GroupOf : BoxFlags.None);
        return boxes.TryReadBox(classIndex, s_whole, out PixelBox box) && boxes.IsInside(s_whole, box, classIndex)
            ? new GroundTruthBox(box, classIndex, flags, _row.Line, image)
            : null;
    }

    private static void TellNoImage(TableRows rows, OpenImagesColumns columns)
    {
        if (rows.Tells(TableDiagnostics.ImageNameMissing))
        {
            rows.Faults.Add(TableDiagnostics.NoImageName(rows.Path, rows.At(columns.ImageId), "ImageID"));
        }
    }

    private static AnnotatedImage[] ToImages(ByteNames names, List<int> lines)
    {
        var images = new AnnotatedImage[names.Count];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = new AnnotatedImage(null, new LinePosition(lines[i], 1))
            {
                Name = names[i],
                SizeFault = "a table of Open Images doesn't say the sizes of its images",
            };
        }

        return images;
    }
}

/// <summary>Which field of a row of Open Images is what; −1 where the table has no such column.</summary>
/// <param name="Count">How many columns the table has.</param>
internal readonly record struct OpenImagesColumns(int Count, int ImageId, int LabelName, int IsTruncated, int IsGroupOf);
