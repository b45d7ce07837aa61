using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>
/// AFB210x: faults of COCO files. AFB2100–2101 cost the whole file, AFB2102–2105 boxes; the others cost none. The kinds
/// that all formats share are those of <see cref="AnnotationDiagnostics"/>, in words of this one.
/// </summary>
internal static class CocoDiagnostics
{
    internal static readonly DiagnosticRule NotCocoRule = new("AFB2100", Error, "A file is not a COCO file of boxes");
    internal static readonly DiagnosticRule JsonBroken = new("AFB2101", Error, "An annotation file is not well-formed JSON");
    internal static readonly DiagnosticRule AnnotationNotAnObject = InvalidBox("AFB2102", "An annotation is not an object");
    internal static readonly DiagnosticRule BoxMisshapen = InvalidBox("AFB2103", "A 'bbox' is not a list of four numbers");
    internal static readonly DiagnosticRule ImageUnknown = InvalidBox("AFB2104", "An annotation belongs to no image of the file");
    internal static readonly DiagnosticRule BoxPastEdge = InvalidBox("AFB2105", "A box reaches past the right or lower edge of its image");
    internal static readonly DiagnosticRule CategoryUnknown = new("AFB2106", Warning, "An annotation names an unknown category");
    internal static readonly DiagnosticRule CategoriesMissing = new("AFB2107", Warning, "A COCO file has no categories");
    internal static readonly DiagnosticRule CategoryNameless = new("AFB2108", Warning, "A category has no name");
    internal static readonly DiagnosticRule IdUnusable = new("AFB2109", Warning, "An image or category has no usable id");
    internal static readonly DiagnosticRule IdRepeated = new("AFB2110", Warning, "An id stands twice");

    /// <param name="found">What the file is instead, as a clause: "the file is in LabelMe's format".</param>
    public static Diagnostic NotCoco(string path, LinePosition at, string found) => new(
        NotCocoRule, path, at,
        $"{found}; a COCO file is an object with the lists 'images', 'annotations' and 'categories': export the boxes as COCO, or remove the file from AnchorAnnotations");

    /// <param name="reason">What is wrong there, as a clause.</param>
    public static Diagnostic BrokenJson(string path, LinePosition at, string reason) => new(
        JsonBroken, path, at,
        $"the JSON is broken, so nothing of this file is used: {reason}; repair the file or export it again");

    public static Diagnostic NotUtf8(string path, LinePosition at, string reason) => new(
        AnnotationDiagnostics.TextUndecodable, path, at, $"{reason}, as JSON must be: save the file as UTF-8");

    /// <param name="found">What stands there: "a list".</param>
    public static Diagnostic NotAnObject(string path, LinePosition at, string found) => new(
        AnnotationNotAnObject, path, at,
        $"an annotation is {found} and is left out: it must be an object with 'image_id', 'category_id' and 'bbox'");

    /// <param name="of">What the box is of: " of 'dog' in 'a.jpg'", or empty.</param>
    /// <param name="found">"the annotation has no 'bbox'".</param>
    public static Diagnostic MissingBox(string path, LinePosition at, string of, string found) => new(
        AnnotationDiagnostics.BoxMissing, path, at,
        $"{found}, so the object{of} has no box: export the boxes of the segmentations too, or remove the annotation");

    public static Diagnostic TooFewNumbers(string path, LinePosition at, string of, int count) => new(
        AnnotationDiagnostics.CornerMissing, path, at,
        $"the 'bbox'{of} has {Number(count)} of its four numbers and the box is left out: write it like [x, y, width, height]");

    /// <param name="found">"has 5 values", "is an object".</param>
    public static Diagnostic NotFourNumbers(string path, LinePosition at, string of, string found) => new(
        BoxMisshapen, path, at,
        $"the 'bbox'{of} {found} and the box is left out: write it like [x, y, width, height], without a rotation or quotation marks");

    /// <param name="name">Which number: "width".</param>
    /// <param name="value">What stands there.</param>
    /// <param name="isQuoted">It is a text in quotation marks.</param>
    public static Diagnostic NotANumber(string path, LinePosition at, string of, string name, string value, bool isQuoted = false) => new(
        AnnotationDiagnostics.CornerNotANumber, path, at,
        $"{name} in the 'bbox'{of} is {value}, not a number of pixels, and the box is left out: write it like 12 or 12.5{(isQuoted ? ", without quotation marks" : string.Empty)}");

    public static Diagnostic NegativeExtent(string path, LinePosition at, string of, string width, string height) => new(
        AnnotationDiagnostics.CornersSwapped, path, at,
        $"the 'bbox'{of} has a negative extent (width {width}, height {height}) and the box is left out: write [x, y, width, height] from the upper left corner");

    public static Diagnostic NoExtent(string path, LinePosition at, string of, string width, string height) => new(
        AnnotationDiagnostics.BoxWithoutExtent, path, at,
        $"the box{of} has no area (width {width}, height {height}) and is left out: draw it again, or remove the annotation");

    /// <param name="edges">"x 0.1 to 0.3, y 0.2 to 0.4".</param>
    public static Diagnostic Fractions(string path, LinePosition at, string of, string edges) => new(
        AnnotationDiagnostics.FractionsFound, path, at,
        $"the box{of} ({edges}) lies within the first pixel, as fractions of the image do where COCO has pixels, and is left out: multiply x and width by the image's width, y and height by its height");

    public static Diagnostic Repeated(string path, LinePosition at, string of, string name) => new(
        AnnotationDiagnostics.ElementRepeated, path, at,
        $"'{name}' stands twice in the same annotation{of} and the box is left out, as tools differ in which one counts: remove one, or make it an annotation of its own");

    /// <param name="edges">"x 1 to 3, y 2 to 4".</param>
    /// <param name="image">The image as "640 × 480".</param>
    public static Diagnostic OutsideImage(string path, LinePosition at, string of, string edges, string image) => new(
        AnnotationDiagnostics.BoxOutsideImage, path, at,
        $"the box{of} ({edges}) lies outside the image of {image} pixels and is left out: correct the 'bbox', or 'width' and 'height' of the image");

    /// <param name="excess">By how much on which sides: "3 pixels at the right".</param>
    public static Diagnostic PastEdge(string path, LinePosition at, string of, string excess, string image) => new(
        BoxPastEdge, path, at,
        $"the box{of} exceeds the image of {image} pixels by {excess} and is left out, as the API's converter of COCO leaves it out: correct the 'bbox', or 'width' and 'height' of the image");

    /// <inheritdoc cref="PastEdge"/>
    public static Diagnostic CrossesEdge(string path, LinePosition at, string of, string excess, string image) => new(
        AnnotationDiagnostics.BoxCrossesEdge, path, at,
        $"the box{of} exceeds the image of {image} pixels by {excess} and is used as it is: correct the 'bbox', or 'width' and 'height' of the image");

    public static Diagnostic NoImage(string path, LinePosition at, string of) => new(
        ImageUnknown, path, at,
        $"the annotation{of} has no 'image_id' that is a number or text and is left out: give it the 'id' of its image");

    /// <param name="id">The id as the annotation has it.</param>
    /// <param name="annotations">How many annotations name it.</param>
    public static Diagnostic UnknownImage(string path, LinePosition at, string id, int annotations) => new(
        ImageUnknown, path, at,
        $"no image has the id {id}, so {Annotations(annotations)} with this 'image_id' {(annotations == 1 ? "is" : "are")} left out: add the image, or correct the 'image_id'");

    public static Diagnostic NoCategory(string path, LinePosition at, string of) => new(
        AnnotationDiagnostics.NameMissing, path, at,
        $"the annotation{of} has no 'category_id' that is a number or text, so its box is used but its class is not counted: give it the 'id' of its category");

    /// <inheritdoc cref="UnknownImage"/>
    public static Diagnostic UnknownCategory(string path, LinePosition at, string id, int annotations) => new(
        CategoryUnknown, path, at,
        $"no category has the id {Quote(id)}, so the boxes of {Annotations(annotations)} with this 'category_id' are used but their class is not counted: add the category, or correct the 'category_id'");

    public static Diagnostic NoCategories(string path, LinePosition at) => new(
        CategoriesMissing, path, at, "the file has no 'categories', so the classes are called by their ids: add the list, with 'id' and 'name' of each category");

    public static Diagnostic NamelessCategory(string path, LinePosition at, string id) => new(
        CategoryNameless, path, at, $"the category with the id {Quote(id)} has no 'name', so its class is called by the id: give it a 'name'");

    /// <param name="list">The list: "images".</param>
    /// <param name="found">What is wrong: "has no 'id'".</param>
    public static Diagnostic NoId(string path, LinePosition at, string list, string found) => new(
        IdUnusable, path, at, $"an entry of '{list}' {found}, so no annotation can belong to it: give it an 'id' that is a number or text");

    /// <summary>What is wrong with the id of an entry.</summary>
    /// <param name="idAt">Where the id stands; nowhere when there is none.</param>
    public static string IdFault(LinePosition idAt) => idAt.Line > 0 ? "has an 'id' that is neither number nor text" : "has no 'id'";

    /// <param name="list">The list: "images".</param>
    /// <param name="effect">What counts: "the first of them counts".</param>
    public static Diagnostic RepeatedId(string path, LinePosition at, string id, string list, string effect) => new(
        IdRepeated, path, at, $"the id {Quote(id)} stands more than once in '{list}', and {effect}: give each an id of its own");

    private static DiagnosticRule InvalidBox(string code, string title) => new(code, Warning, title) { ConcernsInvalidBox = true };

    private static string Annotations(int count) => count == 1 ? "the annotation" : "the " + Number(count) + " annotations";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
