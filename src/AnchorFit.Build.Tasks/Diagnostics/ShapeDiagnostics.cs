using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// AFB223x: faults of formats that draw shapes (VIA, Label Studio, labelme, CreateML, VoTT, Datumaro, CVAT). The kinds
/// that all formats share are those of <see cref="AnnotationDiagnostics"/>, in words of these.
/// </summary>
internal static class ShapeDiagnostics
{
    internal static readonly DiagnosticRule NotOfFormatRule = new("AFB2230", Error, "A file is not in the format that it was taken for");
    internal static readonly DiagnosticRule ShapeWithoutBox = InvalidBox("AFB2231", "A shape has no box");
    internal static readonly DiagnosticRule EntryUnusable = InvalidBox("AFB2232", "An entry of an annotation file is not an object");
    internal static readonly DiagnosticRule ClassUnclear = new("AFB2233", Warning, "It isn't clear which attribute is the class");

    /// <param name="found">What the file is instead, as a clause: "the file is a list".</param>
    /// <param name="format">The tool: "labelme".</param>
    /// <param name="form">What its files are: "an object with 'shapes'".</param>
    public static Diagnostic NotOfFormat(string path, LinePosition at, string found, string format, string form) => new(
        NotOfFormatRule, path, at,
        $"{found}, a file of {format} is {form}: correct the item's Format, or remove the file from AnchorAnnotations");

    /// <param name="of">What the shape is of: " of 'dog' in 'a.jpg'", or empty.</param>
    /// <param name="kind">What the file calls it.</param>
    public static Diagnostic NoBox(string path, LinePosition at, string of, string kind) => new(
        ShapeWithoutBox, path, at,
        $"the shape{of} is a {Quote(kind)}, which has no box here, and is left out: draw a rectangle or a polygon, or remove it");

    /// <param name="found">What stands there: "a list".</param>
    public static Diagnostic NoEntry(string path, LinePosition at, string found) => new(
        EntryUnusable, path, at, $"an object is expected here, not {found}, which is left out: export the file again, or remove it");

    /// <param name="missing">What it lacks: "'label'".</param>
    public static Diagnostic NoName(string path, LinePosition at, string of, string missing) => new(
        AnnotationDiagnostics.NameMissing, path, at,
        $"the shape{of} has no {missing} that names a class, so its box is used but its class is not counted: give it one");

    /// <param name="attributes">Their names, quoted and joined.</param>
    public static Diagnostic UnclearClass(string path, LinePosition at, string attributes) => new(
        ClassUnclear, path, at,
        $"the region has the attributes {Clean(attributes, 200)}, and none of them is called class, label, name, category or type, so its class is not counted: call the one that is the class 'class'");

    /// <param name="name">The number: "width".</param>
    public static Diagnostic MissingNumber(string path, LinePosition at, string of, string name) => new(
        AnnotationDiagnostics.CornerMissing, path, at, $"the shape{of} has no {Quote(name)} and is left out: draw it again, or remove it");

    /// <param name="value">What stands there.</param>
    public static Diagnostic NotANumber(string path, LinePosition at, string of, string name, string value) => new(
        AnnotationDiagnostics.CornerNotANumber, path, at,
        $"{Quote(name)} of the shape{of} is {value}, not a number, and the shape is left out: write it like 12 or 12.5");

    public static Diagnostic NoPoints(string path, LinePosition at, string of) => new(
        AnnotationDiagnostics.BoxMissing, path, at, $"the shape{of} has no points, so it has no box: draw it again, or remove it");

    public static Diagnostic NoExtent(string path, LinePosition at, string of, string width, string height) => new(
        AnnotationDiagnostics.BoxWithoutExtent, path, at,
        $"the shape{of} has no area (width {width}, height {height}) and is left out: draw it again, or remove it");

    /// <param name="edges">"x 0.1 to 0.3, y 0.2 to 0.4".</param>
    public static Diagnostic Fractions(string path, LinePosition at, string of, string edges) => new(
        AnnotationDiagnostics.FractionsFound, path, at,
        $"the shape{of} ({edges}) lies within the first pixel, as fractions of the image do where pixels belong, and is left out: multiply x by the image's width and y by its height");

    /// <param name="image">"of 640 × 480 pixels", "from 0 to 1".</param>
    public static Diagnostic OutsideImage(string path, LinePosition at, string of, string edges, string image) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"the shape{of} ({edges}) lies outside its image {image} and is left out: correct it, or the image's size");

    /// <inheritdoc cref="OutsideImage"/>
    public static Diagnostic CrossesEdge(string path, LinePosition at, string of, string edges, string image) => new(
        AnnotationDiagnostics.BoxCrossesEdge, path, at,
        $"the shape{of} ({edges}) exceeds its image {image} and is used as it is: correct it, or the image's size");

    private static DiagnosticRule InvalidBox(string code, string title) => new(code, Warning, title) { ConcernsInvalidBox = true };
}
