using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// Faults of annotation files: AFB2001–2006 cost the whole file, AFB2011–2017 one box (policy
/// <c>AnchorFitInvalidBoxes</c>), AFB2018–2019 nothing, AFB2020 the boxes of a file whose image size is needed, AFB2021 one box, AFB2022 a whole file.
/// </summary>
internal static class AnnotationDiagnostics
{
    internal static readonly DiagnosticRule FileUnreadable =
        new("AFB2001", Error, "An annotation file can't be read");

    internal static readonly DiagnosticRule FileEmpty =
        new("AFB2002", Error, "An annotation file is empty");

    internal static readonly DiagnosticRule TextUndecodable =
        new("AFB2003", Error, "An annotation file is not in the encoding it declares");

    internal static readonly DiagnosticRule NotPascalVoc =
        new("AFB2004", Error, "A file is not a PASCAL VOC annotation");

    internal static readonly DiagnosticRule DocumentTypeRefused =
        new("AFB2005", Error, "An annotation file has a document type declaration");

    internal static readonly DiagnosticRule XmlMalformed =
        new("AFB2006", Error, "An annotation file is not well-formed XML");

    internal static readonly DiagnosticRule FormatUnknown =
        new("AFB2007", Error, "The format of an annotation file isn't known");

    internal static readonly DiagnosticRule BoxMissing = InvalidBox("AFB2011", "An object has no box");

    internal static readonly DiagnosticRule CornerMissing = InvalidBox("AFB2012", "A box lacks an edge");

    internal static readonly DiagnosticRule CornerNotANumber = InvalidBox("AFB2013", "An edge of a box is not a number");

    internal static readonly DiagnosticRule ElementRepeated =
        InvalidBox("AFB2014", "An element of an object stands twice");

    internal static readonly DiagnosticRule CornersSwapped = InvalidBox("AFB2015", "The corners of a box are swapped");

    internal static readonly DiagnosticRule BoxWithoutExtent = InvalidBox("AFB2016", "A box has no width or height");

    internal static readonly DiagnosticRule BoxOutsideImage = InvalidBox("AFB2017", "A box lies outside its image");

    internal static readonly DiagnosticRule BoxCrossesEdge =
        new("AFB2018", Warning, "A box crosses the edge of its image");

    internal static readonly DiagnosticRule NameMissing = new("AFB2019", Warning, "An object has no class name");

    internal static readonly DiagnosticRule ImageSizeUnusable =
        InvalidBox("AFB2020", "The size of an image is needed and not known");

    internal static readonly DiagnosticRule FractionsFound =
        InvalidBox("AFB2021", "A box has fractions of the image instead of pixels");

    internal static readonly DiagnosticRule PointerFound =
        new("AFB2022", Error, "A file is a pointer of Git LFS");

    public static Diagnostic LfsPointer(string path) => new(
        PointerFound, path, new LinePosition(1, 1), "the file is a pointer of Git LFS instead of its content, which was not fetched: run 'git lfs pull'");

    /// <param name="folder">The folder of images of which one is a pointer.</param>
    public static Diagnostic LfsImages(string folder) => new(
        PointerFound, folder, LinePosition.None,
        "images of this folder, whose sizes are needed, are pointers of Git LFS instead of their content, which was not fetched: run 'git lfs pull'");

    /// <param name="reason">Why, as a clause: "it does not exist".</param>
    public static Diagnostic CannotRead(string path, string reason) => new(
        FileUnreadable, path, LinePosition.None, $"the annotation file can't be read: {Reason(reason)}; correct AnchorAnnotations, or the file");

    public static Diagnostic NoFormat(string path) => new(
        FormatUnknown, path, LinePosition.None,
        "neither its name nor its content shows the format of this file: set Format on its item, or narrow the Include so that it leaves the file out");

    /// <param name="kind">What the file is, with its article: "a JPEG image".</param>
    public static Diagnostic ForeignContent(string path, string kind) => new(
        FormatUnknown, path, LinePosition.None,
        $"the file is {kind} and holds no annotations: name the files with the boxes in AnchorAnnotations, such as data/annotations/*.xml");

    public static Diagnostic EmptyFile(string path) => new(
        FileEmpty, path, new LinePosition(1, 1),
        "the annotation file is empty: export it again, or remove it from AnchorAnnotations");

    public static Diagnostic UnknownEncoding(string path, LinePosition at, string name) => new(
        TextUndecodable, path, at, $"the encoding {Quote(name)} is not known here: save the file as UTF-8");

    public static Diagnostic WrongEncoding(string path, LinePosition at, string name) => new(
        TextUndecodable, path, at,
        $"the file declares the encoding {Quote(name)} and is not written in it: save it as UTF-8, or correct its first line");

    /// <param name="value">The byte that no character of the encoding has here.</param>
    public static Diagnostic UndecodableByte(string path, LinePosition at, byte value, string name) => new(
        TextUndecodable, path, at,
        $"the byte 0x{value:X2} is not valid in the encoding {Quote(name)}: save the file as UTF-8, or declare its encoding in the first line");

    /// <param name="found">What stands there instead: "the root element is 'annotations'".</param>
    public static Diagnostic NotVoc(string path, LinePosition at, string found) => new(
        NotPascalVoc, path, at,
        $"{found}, a PASCAL VOC file has 'annotation': export the boxes as PASCAL VOC, or remove the file from AnchorAnnotations");

    public static Diagnostic DocumentType(string path, LinePosition at) => new(
        DocumentTypeRefused, path, at,
        "the file has a document type declaration (<!DOCTYPE), which is not read for safety: remove the declaration");

    /// <param name="reason">The parser's own words.</param>
    public static Diagnostic MalformedXml(string path, LinePosition at, string reason) => new(
        XmlMalformed, path, at,
        $"the XML is broken, so nothing of this file is used: {Clean(reason, 300)} Repair the file or export it again");

    public static Diagnostic MissingBox(string path, LinePosition at, string? className) => new(
        BoxMissing, path, at, $"the object{Of(className)} has no 'bndbox', so it has no box: draw it, or remove the object");

    /// <param name="corners">The names of the missing elements, quoted and joined.</param>
    public static Diagnostic MissingCorner(string path, LinePosition at, string? className, string corners) => new(
        CornerMissing, path, at,
        $"the box{Of(className)} has no {corners} and is left out: it needs 'xmin', 'ymin', 'xmax' and 'ymax'");

    /// <param name="missing">The names of the missing elements, quoted and joined.</param>
    public static Diagnostic MissingOfShape(string path, LinePosition at, string? className, string missing) => new(
        CornerMissing, path, at,
        $"the box{Of(className)} has no {missing} and is left out: a 'robndbox' needs 'cx', 'cy', 'w', 'h' and 'angle', a 'polygon' its points as 'x1', 'y1', 'x2', 'y2' and so on");

    public static Diagnostic NotANumber(string path, LinePosition at, string? className, string corner, string value) => new(
        CornerNotANumber, path, at,
        $"'{corner}' of the box{Of(className)} is {Quote(value)}, not a number of pixels, and the box is left out: write it like 12 or 12.5");

    /// <param name="element">The element of which there are two.</param>
    /// <param name="parent">What it stands in.</param>
    public static Diagnostic Repeated(string path, LinePosition at, string? className, string element, string parent) => new(
        ElementRepeated, path, at,
        $"'{element}' stands twice in the same '{parent}'{Of(className)} and the box is left out, as tools differ in which one counts: remove one, or make it an object of its own");

    /// <param name="found">The swapped pairs: "xmin 20 is greater than xmax 10".</param>
    public static Diagnostic Swapped(string path, LinePosition at, string? className, string found) => new(
        CornersSwapped, path, at,
        $"the corners of the box{Of(className)} are swapped ({found}) and it is left out: exchange the values");

    /// <param name="found">The edges: "xmin 5000".</param>
    /// <param name="image">The image as "640 × 480".</param>
    /// <param name="size">Where the image's size stands.</param>
    public static Diagnostic EdgeBeyondImage(string path, LinePosition at, string? className, string found, string image, string size = "'size'") => new(
        BoxOutsideImage, path, at,
        $"{found} of the box{Of(className)} lies beyond the image of {image} pixels, and the box is left out: correct it, or {size}");

    /// <param name="found">The equal pairs: "xmin and xmax are both 10".</param>
    public static Diagnostic NoExtent(string path, LinePosition at, string? className, string found) => new(
        BoxWithoutExtent, path, at,
        $"the box{Of(className)} has no area ({found}) and is left out: draw it again, or remove the object");

    /// <param name="box">The box as its four edges.</param>
    public static Diagnostic Fractions(string path, LinePosition at, string? className, string box) => new(
        FractionsFound, path, at,
        $"the box{Of(className)} ({box}) lies within the first pixel, as fractions of the image do where pixels belong, and is left out: multiply x by the image's width and y by its height");

    /// <param name="box">The box as its four edges.</param>
    /// <param name="image">The image as "640 × 480".</param>
    public static Diagnostic OutsideImage(string path, LinePosition at, string? className, string box, string image) => new(
        BoxOutsideImage, path, at,
        $"the box{Of(className)} ({box}) lies outside the image of {image} pixels and is left out: correct the box or 'size'");

    /// <param name="excess">By how much on which sides: "3 pixels at the left".</param>
    public static Diagnostic CrossesEdge(string path, LinePosition at, string? className, string excess, string image) => new(
        BoxCrossesEdge, path, at,
        $"the box{Of(className)} exceeds the image of {image} pixels by {excess} and is used as it is: correct the box or 'size'");

    public static Diagnostic MissingName(string path, LinePosition at) => new(
        NameMissing, path, at, "the object has no class name, so its box is used but its class is not counted: give it a 'name'");

    /// <param name="image">The image, where the file speaks of several.</param>
    /// <param name="fault">What is wrong with the size, as a clause: "'width' is 0".</param>
    /// <param name="resizer">The field of the config that needs it: <c>fixed_shape_resizer</c>.</param>
    /// <param name="advice">What to do: "write the image's width and height into 'size'".</param>
    public static Diagnostic ImageSizeNeeded(string path, LinePosition at, string? image, string fault, string resizer, string advice)
    {
        string whose = image is null ? "this file" : "the image " + Quote(image);
        return new Diagnostic(
            ImageSizeUnusable, path, at, $"{fault}, and {resizer} needs the image's size, so the boxes of {whose} are left out: {advice}");
    }

    /// <summary>Stands for the faults of one kind in one file that are too many to be told one by one.</summary>
    public static Diagnostic More(DiagnosticRule rule, string path, int count) => new(
        rule, path, LinePosition.None,
        $"{count.ToString(CultureInfo.InvariantCulture)} more of this kind in the file are not listed ({char.ToLowerInvariant(rule.Title[0])}{rule.Title.Substring(1)})")
    {
        FaultCount = count,
    };

    private static DiagnosticRule InvalidBox(string code, string title) =>
        new(code, Warning, title) { ConcernsInvalidBox = true };

    private static string Of(string? className) => className is null ? string.Empty : " of " + Quote(className);
}
