using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// Faults of tables of boxes or shapes (CSV, and where they are the same Open Images and KITTI): AFB2140–2143 cost the
/// whole file, AFB2144, AFB2146 and AFB2147 one row, AFB2145 and AFB2234 nothing.
/// </summary>
internal static class TableDiagnostics
{
    internal static readonly DiagnosticRule HeaderMissingRule = new("AFB2140", Error, "A table has no header");
    internal static readonly DiagnosticRule ColumnMissingRule = new("AFB2141", Error, "A table lacks a column");
    internal static readonly DiagnosticRule ColumnRepeatedRule = new("AFB2142", Error, "A column of a table stands twice");
    internal static readonly DiagnosticRule RowWithoutEndRule = new("AFB2143", Error, "A row of a table has no end");
    internal static readonly DiagnosticRule RowTooWide = InvalidBox("AFB2144", "A row has more fields than the header");
    internal static readonly DiagnosticRule SizesDiffer = new("AFB2145", Warning, "Rows of one image differ in its size");
    internal static readonly DiagnosticRule CountUnusable = InvalidBox("AFB2146", "A count is not a number above 0");
    internal static readonly DiagnosticRule ImageNameMissing = InvalidBox("AFB2147", "A row names no image");

    internal static readonly DiagnosticRule HeaderRepeated = new("AFB2234", Warning, "A table has its header again among its rows");

    internal static readonly DiagnosticRule OtherHeaderRule = new("AFB2061", Error, "A table has a header of other columns among its rows");

    private const string Usable =
        "a table of boxes has filename,width,height,class,xmin,ymin,xmax,ymax in any order, a table of shapes box_width,box_height,count,class";

    /// <param name="first">The first field of the first row.</param>
    /// <param name="headerLine">The line below it that is a header; null where there is none.</param>
    public static Diagnostic HeaderMissing(string path, LinePosition at, string first, int? headerLine = null) => new(
        HeaderMissingRule, path, at,
        headerLine is { } line
            ? $"the columns' names stand in line {Number(line)}, and what begins here with {Quote(first)} above them: remove what stands above line {Number(line)}"
            : first.StartsWith("# Exported using VGG Image Annotator", System.StringComparison.Ordinal)
            ? "the table is of the VGG Image Annotator 3, and those of 1 and 2 are read: draw the regions with version 2 and export its annotations as CSV or JSON"
            : $"the first row, which begins with {Quote(first)}, is no header: write the columns' names above it ({Usable})");

    /// <param name="columns">The missing ones, quoted and joined.</param>
    /// <param name="hint">A remedy of its own, else empty.</param>
    public static Diagnostic MissingColumn(string path, LinePosition at, string columns, string hint = "") => new(
        ColumnMissingRule, path, at,
        $"the header has no {columns}: {(hint.Length > 0 ? hint : "add the column, or correct its name (" + Usable + ")")}");

    public static Diagnostic RepeatedColumn(string path, LinePosition at, string column) => new(
        ColumnRepeatedRule, path, at,
        $"the column {Quote(column)} stands twice, and nobody knows which one counts: rename or remove one");

    public static Diagnostic SecondHeader(string path, LinePosition at) => new(
        HeaderRepeated, path, at, "the names of the columns stand here once more, as where tables were put together, and are passed over: remove the line");

    public static Diagnostic OtherHeader(string path, LinePosition at) => new(
        OtherHeaderRule, path, at,
        "the names of the columns stand here once more, but others or in another order, so the rows below can't be told from those above: make a file of its own of them, which AnchorAnnotations names too");

    public static Diagnostic OpenQuote(string path, LinePosition at) => new(
        RowWithoutEndRule, path, at,
        "the quote that opens here is never closed, so nothing of this file is used: close it, or export the file again");

    public static Diagnostic LongRow(string path, LinePosition at) => new(
        RowWithoutEndRule, path, at,
        "the row is longer than 1 MiB, so nothing of this file is used: it is no table of boxes; export the file again, or remove it from AnchorAnnotations");

    /// <param name="what">What the first bytes are: "UTF-16", "not text".</param>
    public static Diagnostic NotUtf8(string path, string what) => new(
        AnnotationDiagnostics.TextUndecodable, path, new LinePosition(1, 1),
        $"the file is {what}: save it as text in UTF-8, or remove it from AnchorAnnotations");

    /// <param name="field">What holds the byte: 'class'.</param>
    public static Diagnostic UndecodableByte(string path, LinePosition at, byte value, string field) => new(
        AnnotationDiagnostics.TextUndecodable, path, at,
        $"the byte 0x{value:X2} in {Quote(field)} is not valid in UTF-8: save the file as UTF-8");

    public static Diagnostic WideRow(string path, LinePosition at, int fields, int columns) => new(
        RowTooWide, path, at,
        $"the row has {Number(fields)} fields, the header {Number(columns)}, and it is left out: quote a field that has the separator in it");

    /// <param name="columns">The missing ones, quoted and joined.</param>
    public static Diagnostic ShortRow(string path, LinePosition at, int fields, string columns) => new(
        AnnotationDiagnostics.CornerMissing, path, at,
        $"the row has {Number(fields)} {(fields == 1 ? "field" : "fields")}, so {columns} {(columns.IndexOf(',') < 0 ? "is" : "are")} missing, and it is left out: complete the row, or export the file again");

    public static Diagnostic NoBox(string path, LinePosition at, string? className) => new(
        AnnotationDiagnostics.BoxMissing, path, at,
        $"the row{Of(className)} has no box: fill in its edges, or remove the row");

    public static Diagnostic NoName(string path, LinePosition at, string column) => new(
        AnnotationDiagnostics.NameMissing, path, at,
        $"{Quote(column)} is empty, so the row is used but its class is not counted: fill in the class");

    public static Diagnostic NoClassColumn(string path, LinePosition at) => new(
        AnnotationDiagnostics.NameMissing, path, at,
        "the table has no column 'class', so its boxes are used but no class is counted: add the column");

    public static Diagnostic NoImageName(string path, LinePosition at, string column) => new(
        ImageNameMissing, path, at,
        $"{Quote(column)} is empty, so nobody knows which image has the box, and the row is left out: fill in the image's file name");

    /// <param name="here">The size in this row as "640 × 480".</param>
    public static Diagnostic DifferentSizes(string path, LinePosition at, string image, string here, string before, int line) => new(
        SizesDiffer, path, at,
        $"the image {Quote(image)} has {here} pixels here and {before} in line {Number(line)}, which counts: make the rows agree");

    public static Diagnostic BadCount(string path, LinePosition at, string column, string value) => new(
        CountUnusable, path, at,
        $"{Quote(column)} is {Quote(value)}, not a number above 0 (up to 1e15), and the row is left out: write it like 3 or 0.5");

    /// <param name="side">The column.</param>
    public static Diagnostic NoExtent(string path, LinePosition at, string side, string value) => new(
        AnnotationDiagnostics.BoxWithoutExtent, path, at,
        $"{Quote(side)} is {value}, so the shape has no area and is left out: correct the value, or remove the row");

    /// <param name="side">The column.</param>
    public static Diagnostic NotASide(string path, LinePosition at, string side, string value) => new(
        AnnotationDiagnostics.CornerNotANumber, path, at,
        $"{Quote(side)} is {Quote(value)}, not a number of pixels, and the row is left out: write it like 12 or 12.5");

    public static Diagnostic OutsideImage(string path, LinePosition at, string? className, string box, string image) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"the box{Of(className)} ({box}) lies outside the image of {image} pixels and is left out: correct the box or the image's size");

    /// <param name="excess">By how much on which sides: "3 pixels at the left".</param>
    public static Diagnostic CrossesEdge(string path, LinePosition at, string? className, string excess, string image) => new(
        AnnotationDiagnostics.BoxCrossesEdge, path, at,
        $"the box{Of(className)} exceeds the image of {image} pixels by {excess} and is used as it is: correct the box or the image's size");

    private static string Of(string? className) => className is null ? string.Empty : " of " + Quote(className);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static DiagnosticRule InvalidBox(string code, string title) =>
        new(code, Warning, title) { ConcernsInvalidBox = true };
}
