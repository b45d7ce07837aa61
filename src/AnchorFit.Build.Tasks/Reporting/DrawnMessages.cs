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

    /// <summary>The line at the end of the log.</summary>
    public static string Closing(DrawnFigures drawn)
    {
        MatchingScore before = drawn.Before.Whole;
        MatchingScore after = drawn.After.Whole;
        string recall = drawn.MatchedThreshold is { } threshold && before.Recall is { } from && after.Recall is { } to
            ? $", recall at {FloatText.Shortest((float)threshold)} {Percent(from)} -> {Percent(to)}"
            : string.Empty;
        return $"drawn anchors: mean best IoU {Percent(before.MeanBestIoU)} -> {Percent(after.MeanBestIoU)}{recall}, anchors {Text(drawn.Before.AnchorCount)} -> {Text(drawn.After.AnchorCount)}";
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
        yield return "drawn anchors, mean best IoU by class: " + Groups(drawn, score => drawn.ByName(score.Classes), key => DisplayText.Clean(drawn.ClassName(key) ?? "no class"));
        yield return "drawn anchors, mean best IoU by size of the box: " + Groups(drawn, score => score.SizeBands, Band);
        yield return "drawn anchors by feature map: " + string.Join(", ", drawn.After.Grids.Select(group => $"{Size(drawn.Grids[group.Key])} serves {Percent(group.Score.BoxCount / drawn.After.Whole.BoxCount)} of the boxes (mean best IoU {Percent(group.Score.MeanBestIoU)})"));
        if (drawn.Before.Whole.ForcedShare is { } before && drawn.After.Whole.ForcedShare is { } after)
        {
            yield return $"boxes that only a forced match serves: {Percent(before)} -> {Percent(after)}";
        }

        if (summary.UnplacedCount > 0)
        {
            yield return $"in the figures of drawn anchors there are not {Text(summary.UnplacedCount)} boxes of which only the shape is known";
        }
    }

    // The boxes are the same before and after, and so are the groups that don't depend on the anchors.
    private static string Groups(DrawnFigures drawn, Func<DrawnScore, IEnumerable<GroupScore>> groups, Func<int, string> name)
    {
        Dictionary<int, MatchingScore> before = groups(drawn.Before).ToDictionary(group => group.Key, group => group.Score);
        (string Name, string Words)[] all =
        [
            .. groups(drawn.After).Select(group => (Name: name(group.Key), Words: $"{Percent(before[group.Key].MeanBestIoU)} -> {Percent(group.Score.MeanBestIoU)}")),
        ];
        string text = string.Join(", ", all.Take(ShownClasses).Select(group => group.Name + " " + group.Words));
        return all.Length > ShownClasses ? text + ", and " + Text(all.Length - ShownClasses) + " more" : text;
    }

    private static string Band(int band) => DrawnBands.UpperPx(band) is { } upper
        ? "below " + upper.ToString(CultureInfo.InvariantCulture) + " px"
        : "larger";

    private static string Size(AnchorGrid grid) => FormattableString.Invariant($"{grid.Rows}x{grid.Columns}");

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(double number) => DoubleText.Count(number);
}
