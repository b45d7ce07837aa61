using System;
using System.Collections.Generic;
using System.Globalization;
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
        if (model is { Before: { } before, After: { } after })
        {
            yield return Share("Mean best IoU, drawn anchors", before.Whole.MeanBestIoU, after.Whole.MeanBestIoU);
            string from = model.MatchedThreshold is { } threshold ? $" (IoU from {FixedText.AtMost(100 * threshold, 2)} %)" : string.Empty;
            if (before.Whole.Recall is not null || after.Whole.Recall is not null)
            {
                yield return Share("Recall: boxes that are matched" + from, before.Whole.Recall, after.Whole.Recall);
            }

            if (before.Whole.ForcedShare is not null || after.Whole.ForcedShare is not null)
            {
                yield return Share("Boxes that only a forced match serves", before.Whole.ForcedShare, after.Whole.ForcedShare);
            }

            yield return Number("Anchors in all", before.AnchorCount, after.AnchorCount);
            yield return ["Anchors at a location, by layer", Layers(before.AnchorsALocation), Layers(after.AnchorsALocation), string.Empty];
        }

        if (model.Summary.Anchors is { } anchors)
        {
            UnitAreaCoverage coverage = anchors.Quality.Coverage;
            yield return Share("Mean IoU of shapes", model.BaseCoverage?.MeanIoU, coverage.MeanIoU);
            yield return Share("IoU of shapes that 95 % of the boxes reach", model.BaseCoverage?.Quantiles.P5, coverage.Quantiles.P5);
            yield return Number("Aspect ratios", model.BaseAspectRatios.Count, anchors.AspectRatios.Count);
        }
    }

    private static TableCell[] Share(string name, double? before, double? after) =>
        [name, before is { } was ? FixedText.Percent(was) : "–", after is { } now ? FixedText.Percent(now) : "–", before is { } old && after is { } neu ? Signed(100 * (neu - old), 2) : string.Empty];

    private static TableCell[] Number(string name, double before, double after) =>
        [name, FixedText.Count(before), FixedText.Count(after), Signed(after - before, 0)];

    private static string Signed(double difference, int decimals)
    {
        string size = decimals == 0 ? FixedText.Count(Math.Abs(difference)) : FixedText.Of(Math.Abs(difference), decimals);
        return double.Parse(size, NumberStyles.Number, CultureInfo.InvariantCulture) == 0 ? "±0" : (difference < 0 ? "−" : "+") + size;
    }

    /// <summary>Equal neighbours are counted: <c>3, 6 (×5)</c>.</summary>
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

            string count = counts[start].ToString(CultureInfo.InvariantCulture);
            runs.Add(end - start == 1 ? count : FormattableString.Invariant($"{count} (×{end - start})"));
        }

        return string.Join(", ", runs);
    }
}
