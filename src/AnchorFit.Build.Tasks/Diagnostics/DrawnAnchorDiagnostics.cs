using System.Globalization;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB105x, AFB502x: what keeps the anchors that a config draws from being known.</summary>
internal static class DrawnAnchorDiagnostics
{
    internal static readonly DiagnosticRule InvalidFeatureMapsRule = new("AFB1050", DiagnosticSeverity.Error, "AnchorFitFeatureMaps is not a list of feature maps");
    internal static readonly DiagnosticRule FeatureMapCountRule = new("AFB1051", DiagnosticSeverity.Error, "AnchorFitFeatureMaps has more or fewer feature maps than the anchor generator");

    internal static readonly DiagnosticRule UnknownFeatureMapsRule = new("AFB5020", DiagnosticSeverity.Error, "The anchors that the config draws are not known");
    internal static readonly DiagnosticRule NoPlacedBoxesRule = new("AFB5021", DiagnosticSeverity.Error, "No box has a place in its image");

    public static Diagnostic InvalidFeatureMaps(string projectFile, string value) =>
        new(InvalidFeatureMapsRule, projectFile, LinePosition.None,
            $"AnchorFitFeatureMaps is {DisplayText.Quote(value)}; accepted: the HEIGHTxWIDTH of each feature map with ';' between them, the finest first, such as 20x20;10x10;5x5");

    /// <param name="given">How many maps the property names.</param>
    /// <param name="path">The generator.</param>
    /// <param name="drawn">On how many maps it draws anchors.</param>
    public static Diagnostic FeatureMapCount(string projectFile, int given, string path, int drawn) =>
        new(FeatureMapCountRule, projectFile, LinePosition.None,
            $"AnchorFitFeatureMaps names {Maps(given)}, but {DisplayText.QuotePath(path)} draws anchors on {Text(drawn)}: name each of them once");

    /// <param name="place">The feature extractor, or what encloses it.</param>
    /// <param name="reason">Why they aren't known, as a clause.</param>
    public static Diagnostic UnknownFeatureMaps(SourceText source, TextSpan? place, string reason)
    {
        string message = $"AnchorFitObjective is DrawnAnchors, but {DisplayText.Reason(reason)}";
        return place is { } span
            ? Diagnostic.At(UnknownFeatureMapsRule, source, span, message)
            : new Diagnostic(UnknownFeatureMapsRule, source.Path, LinePosition.None, message);
    }

    /// <param name="boxes">How many boxes there are, all of them without a place.</param>
    public static Diagnostic NoPlacedBoxes(double boxes) =>
        new(NoPlacedBoxesRule, null, LinePosition.None,
            $"AnchorFitObjective is DrawnAnchors, which takes the places of boxes, and of {(boxes == 1 ? "the one box" : "all " + DoubleText.Count(boxes) + " boxes")} only the shape is known: name annotations with the edges of their boxes, or choose another objective");

    private static string Maps(int count) => Text(count) + (count == 1 ? " feature map" : " feature maps");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
