using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>What the build log says of the anchors that a config draws: the base config's and the result's.</summary>
internal static class DrawnMessages
{
    private const int ShownClasses = 10;

    /// <summary>
    /// The lines at the end of the log: mean best IoU and recall of the worst class, of the worst size and of all boxes,
    /// what that costs, and how much advice there is.
    /// </summary>
    /// <param name="drawn">The figures; null where they can't be known.</param>
    /// <param name="adviceCount">How many pieces of advice there are.</param>
    /// <param name="adviceFile">Where they are to be found.</param>
    public static IReadOnlyList<string> Closing(DrawnFigures? drawn, int adviceCount, string adviceFile)
    {
        string? advice = adviceCount == 0 ? null : $"{Text(adviceCount)} {(adviceCount == 1 ? "piece" : "pieces")} of advice in {adviceFile}";
        if (drawn is null)
        {
            return advice is null ? [] : [advice];
        }

        GroupChange? worstClass = drawn.WorstClass;
        GroupChange? worstSize = drawn.WorstSizeBand;
        string?[] overlaps =
        [
            worstClass is null ? null : $"worst class {Name(worstClass)} {Overlap(worstClass)}",
            worstSize is null ? null : $"worst size {worstSize.Name} {Overlap(worstSize)}",
            $"mean best IoU {Overlap(drawn.Whole)}",
            $"anchors {Text(drawn.Before.AnchorCount)} -> {Text(drawn.After.AnchorCount)}",
        ];
        string?[] recalls = drawn.MatchedThreshold is null || drawn.Whole.Before.Recall is null || drawn.Whole.After.Recall is null ? [] :
        [
            worstClass is null ? null : $"{Name(worstClass)} {Recall(worstClass)}",
            worstSize is null ? null : $"{worstSize.Name} {Recall(worstSize)}",
            (worstClass ?? worstSize) is null ? Recall(drawn.Whole) : "all boxes " + Recall(drawn.Whole),
            drawn is { PositivesBefore: { } from, PositivesAfter: { } to } ? $"positives a box {Few(from.Median)} -> {Few(to.Median)}" : null,
        ];
        string recall = List(recalls) is { Length: > 0 } some ? $"recall at {FloatText.Shortest((float)drawn.MatchedThreshold!.Value)}: {some}" : string.Empty;
        string last = string.Join("; ", new[] { recall, advice }.Where(part => !string.IsNullOrEmpty(part)));
        return last.Length > 0 ? ["drawn anchors: " + List(overlaps), last] : ["drawn anchors: " + List(overlaps)];
    }

    /// <summary>What a group lost: <c>class Platelets: recall 31.5 % -> 0 %, mean best IoU 45.10 % -> 18.62 %</c>.</summary>
    public static string Loss(GroupChange group)
    {
        string name = group.Kind switch
        {
            Protection.Classes => "class " + Name(group),
            Protection.Sizes => "size " + group.Name,
            _ => "all boxes",
        };
        return name + ": " + List([
            group.LosesRecall ? "recall " + Recall(group) : null,
            group.LosesOverlap ? "mean best IoU " + Overlap(group) : null]);
    }

    /// <summary>The figures behind it, a line each; why there are none.</summary>
    public static IEnumerable<string> Details(FitSummary summary)
    {
        if (summary.Drawn is not { } drawn)
        {
            if (summary is { Anchors: not null, WhyNotDrawn: { } reason })
            {
                yield return "drawn anchors not scored: " + DisplayText.Clean(reason, 400);
            }

            yield break;
        }

        yield return "drawn anchors at a location: " + string.Join(", ", drawn.Grids.Select((grid, layer) => $"{Text(drawn.Before.AnchorsALocation[layer])} -> {Text(drawn.After.AnchorsALocation[layer])} in {Size(grid)}"));
        yield return "drawn anchors, mean best IoU by class: " + Groups(drawn.Classes);
        yield return "drawn anchors, mean best IoU by size of the box: " + Groups(drawn.SizeBands);
        yield return "drawn anchors by feature map: " + string.Join(", ", drawn.After.Grids.Select(group => $"{Size(drawn.Grids[group.Key])} serves {Percent(group.Score.BoxCount / drawn.After.Whole.BoxCount)} of the boxes (mean best IoU {Percent(group.Score.MeanBestIoU)})"));
        if (drawn is { PositivesBefore: { } from, PositivesAfter: { } to })
        {
            yield return $"anchors that reach the threshold with a box, its positives: 5 % {Few(from.P5)} -> {Few(to.P5)}, median {Few(from.Median)} -> {Few(to.Median)}, 95 % {Few(from.P95)} -> {Few(to.P95)}";
        }

        if (drawn.Before.Whole.ForcedShare is { } before && drawn.After.Whole.ForcedShare is { } after)
        {
            yield return $"boxes that only a forced match serves: {Percent(before)} -> {Percent(after)}";
        }

        if (summary.UnplacedCount > 0)
        {
            yield return $"in the figures of drawn anchors there are not {Text(summary.UnplacedCount)} boxes of which only the shape is known";
        }
    }

    private static string Groups(IReadOnlyList<GroupChange> groups)
    {
        string text = string.Join(", ", groups.Take(ShownClasses).Select(group => $"{Name(group)} {Overlap(group)}{(group.Falls ? " (worse)" : string.Empty)}"));
        return groups.Count > ShownClasses ? text + ", and " + Text(groups.Count - ShownClasses) + " more" : text;
    }

    private static string Few(double count) => count.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Name(GroupChange group) => DisplayText.Clean(group.Name ?? "no class");

    private static string Overlap(GroupChange group) => $"{Percent(group.Before.MeanBestIoU)} -> {Percent(group.After.MeanBestIoU)}";

    private static string Recall(GroupChange group) => $"{Percent(group.Before.Recall ?? 0)} -> {Percent(group.After.Recall ?? 0)}";

    private static string List(IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => part is not null));

    private static string Size(AnchorGrid grid) => FormattableString.Invariant($"{grid.Rows}x{grid.Columns}");

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(double number) => DoubleText.Count(number);
}
