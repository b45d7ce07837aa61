using System;
using System.Collections.Generic;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>Which field of a row is what; −1 where the table has no such column.</summary>
internal sealed class CsvColumns
{
    /// <summary>How makesense.ai calls the upper left corner, the width and the height.</summary>
    public static readonly string[] SideNames = ["bbox_x", "bbox_y", "bbox_width", "bbox_height"];

    private static readonly string[] EdgeNames = ["xmin", "ymin", "xmax", "ymax"];

    private CsvColumns(TableHeader header)
    {
        Header = header;
        Image = header.Find("filename", "image", "image_name", "file");
        Width = header.Find("width", "image_width");
        Height = header.Find("height", "image_height");
        Class = header.Find("class", "label", "label_name");
        Edges = Array.ConvertAll(EdgeNames, name => header.Find(name));
        int[] sides = Array.ConvertAll(SideNames, name => header.Find(name));
        AreSides = Array.IndexOf(Edges, -1) >= 0 && Array.IndexOf(sides, -1) < 0;
        Edges = AreSides ? sides : Edges;
        Difficult = header.Find("difficult");
        Truncated = header.Find("truncated");
        Crowd = header.Find("iscrowd", "crowd");
        Count = header.Find("count", "weight");
        BoxWidth = header.Find("box_width");
        BoxHeight = header.Find("box_height");
    }

    public TableHeader Header { get; }

    public int Image { get; }

    public int Width { get; }

    public int Height { get; }

    public int Class { get; }

    /// <summary>xmin, ymin, xmax, ymax; or left, top, width, height where <see cref="AreSides"/>.</summary>
    public int[] Edges { get; }

    /// <summary>The table has widths and heights in place of the right and lower edges.</summary>
    public bool AreSides { get; }

    public int Difficult { get; }

    public int Truncated { get; }

    public int Crowd { get; }

    public int Count { get; }

    public int BoxWidth { get; }

    public int BoxHeight { get; }

    /// <summary>The rows are boxes in images.</summary>
    public bool AreBoxes => Image >= 0 && Array.IndexOf(Edges, -1) < 0;

    /// <summary>The rows are shapes without a place.</summary>
    public bool AreShapes => !AreBoxes && BoxWidth >= 0 && BoxHeight >= 0;

    /// <summary>The columns of a header.</summary>
    public static CsvColumns Of(TableHeader header) => new(header);

    /// <summary>Why the header on which the rows stand makes no table of boxes or shapes; null when it does.</summary>
    public Diagnostic? Check(DelimitedRows rows, string path)
    {
        LinePosition at = rows.At(0);
        if (!AreBoxes && !AreShapes)
        {
            return Missing(rows, path, at);
        }

        IEnumerable<int> used = AreBoxes
            ? [Image, Width, Height, Class, .. Edges, Difficult, Truncated, Crowd, Count]
            : [BoxWidth, BoxHeight, Count, Class];
        return Header.FindRepeated(used) is { } repeated
            ? TableDiagnostics.RepeatedColumn(path, rows.At(repeated), Header.NameOf(repeated))
            : null;
    }

    private Diagnostic Missing(DelimitedRows rows, string path, LinePosition at)
    {
        if (BoxWidth >= 0 || BoxHeight >= 0)
        {
            return TableDiagnostics.MissingColumn(path, at, Header.Missing("box_width", "box_height"));
        }

        bool known = Header.Find("ImageID") >= 0 || Image >= 0 || Width >= 0 || Height >= 0 || Class >= 0 || Array.Exists(Edges, e => e >= 0);
        if (!known)
        {
            return TableDiagnostics.HeaderMissing(path, at, Encoding.UTF8.GetString(rows[0].ToArray()), TableHeader.LineOf(rows, EdgeNames));
        }

        string missing = Image >= 0 ? Header.Missing(EdgeNames) : Header.Missing(["filename", .. EdgeNames]);
        return Header.Find("ImageID") >= 0
            ? TableDiagnostics.MissingColumn(path, at, missing, "it is a table of Open Images, so set the item's Format to OpenImages")
            : TableDiagnostics.MissingColumn(path, at, missing);
    }
}
