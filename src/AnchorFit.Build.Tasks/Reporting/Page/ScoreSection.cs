using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Fitting;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The figures of the base config and of the fitted one, side by side.</summary>
internal static class ScoreSection
{
    public static ReportSection Section { get; } = new(
        "score", "Before and after",
        _ => "Before is the base config as it stands, after is the fitted config. Drawn anchors have the sizes and places that the trainer gives them; shapes are compared as if all had one size. Changes of percentages are percentage points.",
        model => model.Summary.Anchors is not null, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        HtmlTable.Write(
            page, "score-table", "Overlap of boxes and anchors",
            [new("Figure"), new("Before", IsNumber: true), new("After", IsNumber: true), new("Change", IsNumber: true)],
            Rows(model));
        if (model.Summary is { Drawn: null, WhyNotDrawn: { } reason })
        {
            page.Element("p", "Drawn anchors are not scored: " + CutText.Middle(reason, 400) + ".", ("class", "how"));
        }
        else if (model.Summary.UnplacedCount > 0)
        {
            page.Element(
                "p", $"Of {FixedText.Count(model.Summary.UnplacedCount)} boxes only the shape is known; the figures of drawn anchors, sizes and classes are without them.", ("class", "how"));
        }
    }

    private static IEnumerable<TableCell[]> Rows(ReportModel model)
    {
        if (model is { Before: { } before, After: { } after, Summary.Drawn: { } drawn })
        {
            foreach ((string which, GroupChange? group) in new[] { ("class", drawn.WorstClass), ("size", drawn.WorstSizeBand) })
            {
                if (group is not null)
                {
                    yield return Share($"Mean best IoU of the worst {which}", group.Before.MeanBestIoU, group.After.MeanBestIoU, group.LosesOverlap);
                    if (group.Before.Recall is not null)
                    {
                        yield return Share($"Recall of the worst {which}", group.Before.Recall, group.After.Recall, group.LosesRecall);
                    }
                }
            }

            yield return Share("Mean best IoU, drawn anchors", before.Whole.MeanBestIoU, after.Whole.MeanBestIoU, drawn.Whole.LosesOverlap);
            string from = model.MatchedThreshold is { } threshold ? $" (IoU from {FixedText.AtMost(100 * threshold, 2)} %)" : string.Empty;
            if (before.Whole.Recall is not null || after.Whole.Recall is not null)
            {
                yield return Share("Recall: boxes that are matched" + from, before.Whole.Recall, after.Whole.Recall, drawn.Whole.LosesRecall);
            }

            if (before.Whole.ForcedShare is not null || after.Whole.ForcedShare is not null)
            {
                yield return Share("Boxes that only a forced match serves", before.Whole.ForcedShare, after.Whole.ForcedShare);
            }

            if (drawn is { PositivesBefore: { } most, PositivesAfter: { } to })
            {
                yield return ["Anchors that are matched with a box (5 %, median, 95 % of the boxes)", Few(most), Few(to), string.Empty];
            }

            yield return Number("Anchors in all", before.AnchorCount, after.AnchorCount);
            yield return ["Anchors at a location, by layer", TableCell.Name(Layers(before.AnchorsALocation)), TableCell.Name(Layers(after.AnchorsALocation)), string.Empty];
        }

        if (model.Summary.Anchors is { } anchors)
        {
            UnitAreaCoverage coverage = anchors.Quality.Coverage;
            yield return Share("Mean IoU of shapes", model.BaseCoverage?.MeanIoU, coverage.MeanIoU);
            yield return Share("IoU of shapes that 95 % of the boxes reach", model.BaseCoverage?.Quantiles.P5, coverage.Quantiles.P5);
            yield return Number("Aspect ratios", model.BaseAspectRatios.Count, anchors.AspectRatios.Count);
        }
    }

    private static TableCell[] Share(string name, double? before, double? after, bool falls = false)
    {
        string change = before is { } old && after is { } neu ? Signed(100 * (neu - old), 2) : string.Empty;
        return [name, before is { } was ? FixedText.Percent(was) : "–", after is { } now ? FixedText.Percent(now) : "–", falls ? TableCell.Worse(change) : change];
    }

    private static string Few(PositiveAnchors positives) =>
        string.Join(", ", new[] { positives.P5, positives.Median, positives.P95 }.Select(count => FixedText.AtMost(count, 1)));

    private static TableCell[] Number(string name, double before, double after) =>
        [name, FixedText.Count(before), FixedText.Count(after), Signed(after - before, 0)];

    /// <summary>A change with its sign; <c>±0</c> where its text is nothing but zeros.</summary>
    public static string Signed(double difference, int decimals)
    {
        string size = decimals == 0 ? FixedText.Count(Math.Abs(difference)) : FixedText.Of(Math.Abs(difference), decimals);
        return double.Parse(size, NumberStyles.Number, CultureInfo.InvariantCulture) == 0 ? "±0" : (difference < 0 ? "−" : "+") + size;
    }

    /// <summary>Equal neighbours together: <c>3 on layer 1, 6 on layers 2 to 6</c>.</summary>
    private static string Layers(IReadOnlyList<int> counts)
    {
        List<string> runs = [];
        for (int start = 0, end; start < counts.Count; start = end)
        {
            end = start + 1;
            while (end < counts.Count && counts[end] == counts[start])
            {
                end++;
            }

            string layers = end - start == counts.Count ? "on every layer"
                : end - start == 1 ? FormattableString.Invariant($"on layer {start + 1}")
                : FormattableString.Invariant($"on layers {start + 1} to {end}");
            runs.Add(FormattableString.Invariant($"{counts[start]} {layers}"));
        }

        return string.Join(", ", runs);
    }
}
