using AnchorFit.Text;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>AFB220x: faults of tables of Open Images; what they share with other tables is in <see cref="TableDiagnostics"/>.</summary>
internal static class OpenImagesDiagnostics
{
    internal static readonly DiagnosticRule NoBoxesRule =
        new("AFB2200", DiagnosticSeverity.Error, "A table of Open Images has no boxes");

    /// <summary>The columns that boxes need.</summary>
    public const string Columns = "a table of Open Images boxes has ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax and flags";

    public static Diagnostic ImageLabels(string path, LinePosition at) => new(
        NoBoxesRule, path, at,
        "the table has labels of whole images (ImageID and LabelName, but none of XMin, XMax, YMin, YMax), no boxes: take the set's bounding-box file (…-annotations-bbox.csv), or remove the file from AnchorAnnotations");

    public static Diagnostic HeaderMissing(string path, LinePosition at, string first) => new(
        TableDiagnostics.HeaderMissingRule, path, at,
        $"the first row, which begins with {Quote(first)}, is no header: write the columns' names above it ({Columns})");

    public static Diagnostic NotAFraction(string path, LinePosition at, string? className, string edge, string value) => new(
        AnnotationDiagnostics.CornerNotANumber, path, at,
        $"{Quote(edge)} of the box{Of(className)} is {Quote(value)}, not a fraction of the image, and the box is left out: write it like 0.25");

    public static Diagnostic OutsideImage(string path, LinePosition at, string? className, string box) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"the box{Of(className)} ({box}) lies outside its image, which reaches from 0 to 1, and is left out: write its edges as fractions of the image");

    /// <param name="found">The edges: "XMin 5000".</param>
    public static Diagnostic EdgeBeyondImage(string path, LinePosition at, string? className, string found) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"{found} of the box{Of(className)} lies beyond its image, which reaches from 0 to 1, and the box is left out: write its edges as fractions of the image");

    public static Diagnostic CrossesEdge(string path, LinePosition at, string? className, string box) => new(
        AnnotationDiagnostics.BoxCrossesEdge, path, at,
        $"the box{Of(className)} ({box}) exceeds its image, which reaches from 0 to 1, and is used as it is: correct the box");

    private static string Of(string? className) => className is null ? string.Empty : " of " + Quote(className);
}
