using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>Faults of YOLO label files: AFB2160 costs the file, AFB2161–2164 a line; and those that all formats share.</summary>
internal static class YoloDiagnostics
{
    internal static readonly DiagnosticRule NotYolo = new("AFB2160", Error, "A file has no YOLO labels");

    internal static readonly DiagnosticRule FieldCountWrong = InvalidBox("AFB2161", "A YOLO line has a wrong number of fields");

    internal static readonly DiagnosticRule ClassNotAnIndex = InvalidBox("AFB2162", "The class of a YOLO line is not a number from 0 on");

    internal static readonly DiagnosticRule ClassWithoutName = InvalidBox("AFB2163", "The class of a YOLO line has no name");

    internal static readonly DiagnosticRule PixelsFound = InvalidBox("AFB2164", "A YOLO line has pixels instead of fractions");

    private const string BoxForm = "class cx cy width height";

    /// <param name="found">What stands there instead, as a clause: "the file is JSON".</param>
    public static Diagnostic NoLabels(string path, LinePosition at, string found) => new(
        NotYolo, path, at,
        $"{found}, while a YOLO label file has lines like 0 0.5 0.5 0.2 0.3 ({BoxForm}): set the metadata Format to what the file is, or remove it from AnchorAnnotations");

    /// <param name="found">What the lines are, as a clause: "the fields are separated by commas".</param>
    public static Diagnostic OtherLabels(string path, LinePosition at, string found) => new(
        NotYolo, path, at,
        $"{found}, while a YOLO label file has lines like 0 0.5 0.5 0.2 0.3 ({BoxForm}) with blanks between: export the boxes as YOLO, COCO or PASCAL VOC, or remove the file from AnchorAnnotations");

    /// <param name="name">The encoding that the file's first bytes show.</param>
    public static Diagnostic WrongEncoding(string path, string name) => new(
        AnnotationDiagnostics.TextUndecodable, path, new LinePosition(1, 1), $"the file is {name}, and a YOLO label file is plain text: save it as UTF-8");

    /// <param name="keypoints">The dataset's <c>kpt_shape</c>, if it has one.</param>
    public static Diagnostic FieldCount(string path, LinePosition at, int count, string? keypoints)
    {
        string others = keypoints is null
            ? "a polygon an odd number from 7 on; a pose needs kpt_shape in the data.yaml"
            : $"a pose of kpt_shape {keypoints} as many more as its keypoints have";
        return new Diagnostic(
            FieldCountWrong, path, at,
            $"the line has {Number(count)} {(count == 1 ? "field" : "fields")} and is left out: a box has 5, separated by blanks ({BoxForm}), or 6 with a confidence, {others}");
    }

    public static Diagnostic NoClass(string path, LinePosition at, string value) => new(
        ClassNotAnIndex, path, at,
        $"the class is {Quote(value)}, not a whole number from 0 on, and the line is left out: write the place of its name in the list of names");

    /// <param name="namesPath">The file with the names.</param>
    public static Diagnostic NoName(string path, LinePosition at, int number, string namesPath) => new(
        ClassWithoutName, path, at,
        $"the class {Number(number)} has no name in {Quote(namesPath)}, and the line is left out: add its name there (the first is of class 0), or correct the class");

    /// <param name="field">Which number: "width".</param>
    public static Diagnostic NotANumber(string path, LinePosition at, string className, string field, string value) => new(
        AnnotationDiagnostics.CornerNotANumber, path, at,
        $"{field} of the box of {Quote(className)} is {Quote(value)}, not a fraction, and the box is left out: write it like 0.5");

    /// <param name="field">Which number: "width".</param>
    public static Diagnostic Pixels(string path, LinePosition at, string className, string field, string value) => new(
        PixelsFound, path, at,
        $"{field} of the box of {Quote(className)} is {Quote(value)}, where YOLO has a fraction of the image, and the box is left out: divide pixels by the image's width or height, or set the metadata Format to what the file is");

    /// <param name="found">What is too small: "width is 0".</param>
    public static Diagnostic NoExtent(string path, LinePosition at, string className, string found) => new(
        AnnotationDiagnostics.BoxWithoutExtent, path, at,
        $"the box of {Quote(className)} has no area ({found}) and is left out: draw it again, or remove the line");

    /// <param name="box">The box as its four edges.</param>
    public static Diagnostic OutsideImage(string path, LinePosition at, string className, string box) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"the box of {Quote(className)} ({box}) lies outside the image, which reaches from 0 to 1, and is left out: correct the box");

    /// <param name="excess">By how much on which sides: "0.02 of its width at the left".</param>
    public static Diagnostic CrossesEdge(string path, LinePosition at, string className, string excess) => new(
        AnnotationDiagnostics.BoxCrossesEdge, path, at,
        $"the box of {Quote(className)} exceeds the image by {excess} and is used as it is: correct the box");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static DiagnosticRule InvalidBox(string code, string title) => new(code, Warning, title) { ConcernsInvalidBox = true };
}
