using System.Globalization;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;
using static AnchorFit.Text.DisplayText;

namespace AnchorFit.Diagnostics;

/// <summary>AFB218x: faults of KITTI label files; what they share with tables is in <see cref="TableDiagnostics"/>.</summary>
internal static class KittiDiagnostics
{
    internal static readonly DiagnosticRule NotKittiRule = new("AFB2180", Error, "A file has no KITTI labels");

    internal static readonly DiagnosticRule LineMalformed =
        new("AFB2181", Warning, "A line is not a KITTI label") { ConcernsInvalidBox = true };

    private const string Fields = "type truncated occluded alpha left top right bottom height width length x y z rotation";

    /// <param name="first">The first word.</param>
    /// <param name="words">How many words the first line has.</param>
    public static Diagnostic NotKitti(string path, LinePosition at, string first, int words) => new(
        NotKittiRule, path, at,
        $"no line is a KITTI label, and the first one begins with the number {Quote(first)}{(words == 5 ? " like a YOLO label" : string.Empty)}: correct the item's Format, or export the file as {Fields}");

    public static Diagnostic WrongLength(string path, LinePosition at, int words) => new(
        LineMalformed, path, at,
        $"the line has {Count(words)} instead of 15 or 16 ({Fields}, and perhaps a score) and is left out: complete it; a type is one word");

    /// <param name="field">The field that isn't a number.</param>
    public static Diagnostic NotANumber(string path, LinePosition at, string field, string value) => new(
        LineMalformed, path, at,
        $"'{field}' is {Quote(value)}, not a number, and the line is left out: a label is {Fields}, and a type is one word");

    private static string Count(int words) =>
        words.ToString(CultureInfo.InvariantCulture) + (words == 1 ? " word" : " words");
}
