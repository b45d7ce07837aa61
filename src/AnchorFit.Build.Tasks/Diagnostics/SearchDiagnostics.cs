using System;
using System.Linq;
using AnchorFit.Text;
using static AnchorFit.Diagnostics.DiagnosticSeverity;

namespace AnchorFit.Diagnostics;

/// <summary>AFB105x, AFB106x and AFB502x: what can keep a search for drawn anchors from doing what is asked of it.</summary>
internal static class SearchDiagnostics
{
    internal static readonly DiagnosticRule NoEffectRule = new("AFB1055", Warning, "A setting has no effect with this objective");
    internal static readonly DiagnosticRule MaxAnchorsWithoutSearchRule = new("AFB1056", Error, "The number of anchors can't be bounded with this objective");
    internal static readonly DiagnosticRule NoLowestLayerRule = new("AFB1057", Warning, "The anchor generator has no reduced layer");
    internal static readonly DiagnosticRule TooFewAnchorsRule = new("AFB1058", Error, "The anchor generator draws more anchors than there may be");
    internal static readonly DiagnosticRule ShapesWithoutPlacesRule = new("AFB5025", Error, "Boxes without places can't be matched with drawn anchors");
    internal static readonly DiagnosticRule WorseThanBaseRule = new("AFB5026", Warning, "The fitted anchors serve the boxes worse than the base config's");

    internal static readonly DiagnosticRule GroupsWorseThanBaseRule = new("AFB5027", Warning, "The fitted anchors serve some classes or sizes worse than the base config's");

    /// <param name="objective">The objective that is set.</param>
    public static Diagnostic NoEffect(string projectFile, string property, string value, string objective) =>
        At(NoEffectRule, projectFile, $"{property} is {DisplayText.Quote(value)}, which has no effect as AnchorFitObjective is {objective}: set AnchorFitObjective to DrawnAnchors, or remove {property}");

    public static Diagnostic MaxAnchorsWithoutSearch(string projectFile, string value, string objective) =>
        At(MaxAnchorsWithoutSearchRule, projectFile, $"AnchorFitMaxAnchors is {DisplayText.Quote(value)}, but AnchorFitObjective is {objective}, which doesn't count anchors: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitMaxAnchors and choose AnchorFitAspectRatioCount");

    /// <param name="value">The setting.</param>
    /// <param name="path">The full path of the generator.</param>
    public static Diagnostic NoLowestLayer(string projectFile, string value, string path) =>
        At(NoLowestLayerRule, projectFile, $"AnchorFitLowestLayer is {value}, but {DisplayText.QuotePath(path)} has no reduce_boxes_in_lowest_layer, which ssd_anchor_generator alone has: remove AnchorFitLowestLayer");

    /// <param name="least">The fewest anchors that can be drawn.</param>
    public static Diagnostic TooFewAnchors(string projectFile, long maxAnchors, long least) =>
        At(TooFewAnchorsRule, projectFile, FormattableString.Invariant($"AnchorFitMaxAnchors is {maxAnchors}, but with one aspect ratio the base config's generator still draws {least} anchors: set AnchorFitMaxAnchors to {least} or more, or start from a config with fewer or smaller feature maps"));

    /// <param name="path">The annotation file.</param>
    /// <param name="line">Its first row of that kind.</param>
    public static Diagnostic ShapesWithoutPlaces(string path, int line) => new(
        ShapesWithoutPlacesRule,
        path,
        new LinePosition(line, 0),
        "the file has boxes of which only width and height are known, but AnchorFitObjective is DrawnAnchors, which needs their places: name annotations that have xmin, ymin, xmax and ymax, or set AnchorFitObjective to KMeans or MeanIoU");

    /// <summary>The base has more anchors than there may be, or another finest layer than is asked for, so it isn't kept.</summary>
    /// <param name="isBounded">AnchorFitMaxAnchors is set.</param>
    /// <param name="lowestLayer">AnchorFitLowestLayer where it is true or false; null otherwise.</param>
    /// <param name="before">Mean best IoU and recall of the base, 0 to 1; recall null where the model has no threshold.</param>
    /// <param name="after">Of the result.</param>
    /// <param name="groups">The protected classes and sizes that fall, with figures; null where none does.</param>
    public static Diagnostic WorseThanBase(
        string projectFile, bool isBounded, string? lowestLayer, (double Mean, double? Recall) before, (double Mean, double? Recall) after, string? groups)
    {
        return At(WorseThanBaseRule, projectFile, $"no anchors {Demanded(isBounded, lowestLayer)} serve the boxes as well as the base config's: mean best IoU {FixedText.Percent(after.Mean)} instead of {FixedText.Percent(before.Mean)}{Recall(before.Recall, after.Recall)}{(groups is null ? string.Empty : "; " + groups)}; {Cure(isBounded, lowestLayer)}, or set AnchorFitScales to true if it isn't");
    }

    /// <summary>What is protected falls, since the base can't be kept.</summary>
    /// <param name="isBounded">AnchorFitMaxAnchors is set.</param>
    /// <param name="lowestLayer">AnchorFitLowestLayer where it is true or false; null otherwise.</param>
    /// <param name="groups">The classes and sizes, with figures.</param>
    public static Diagnostic GroupsWorseThanBase(string projectFile, bool isBounded, string? lowestLayer, string groups) =>
        At(GroupsWorseThanBaseRule, projectFile, $"no anchors {Demanded(isBounded, lowestLayer)} were found that serve every class and size as well as the base config's: {groups}; {Cure(isBounded, lowestLayer)}, or set AnchorFitProtect to what must not fall");

    private static string Demanded(bool isBounded, string? lowestLayer) => lowestLayer is null
        ? isBounded ? "as few as AnchorFitMaxAnchors wants" : "of the kind asked for"
        : $"with AnchorFitLowestLayer {lowestLayer}" + (isBounded ? " and as few as AnchorFitMaxAnchors wants" : string.Empty);

    private static string Cure(bool isBounded, string? lowestLayer)
    {
        string?[] cures = [lowestLayer is null ? null : "set AnchorFitLowestLayer to auto", isBounded ? "raise AnchorFitMaxAnchors" : null];
        string cure = string.Join(", ", cures.Where(part => part is not null));
        return cure.Length > 0 ? cure : "raise AnchorFitAspectRatioCount";
    }

    private static string Recall(double? before, double? after) =>
        before is { } was && after is { } now ? $", recall {FixedText.Percent(now)} instead of {FixedText.Percent(was)}" : string.Empty;

    private static Diagnostic At(DiagnosticRule rule, string projectFile, string message) => new(rule, projectFile, LinePosition.None, message);
}
