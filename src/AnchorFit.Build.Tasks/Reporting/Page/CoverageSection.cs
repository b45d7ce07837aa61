using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>How well the boxes are covered: all of them, by size, and by the layer that serves them.</summary>
internal static class CoverageSection
{
    private static readonly string[] s_bands = ["below 16 px", "16–32 px", "32–64 px", "64–128 px", "128–256 px", "from 256 px"];

    public static ReportSection Section { get; } = new(
        "coverage", "Coverage",
        "Every box is held against all anchors, and its best overlap (IoU, 100 % is the same rectangle) counts.",
        model => model.OverlapsAfter.Count > 0, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "pair"));
        OverlapPicture.Write(page, model.OverlapsBefore, model.OverlapsAfter, model.MatchedThreshold);
        if (model is { Before: { } before, After: { } after })
        {
            CoveragePicture.Write(
                page, "sizes-coverage", "Mean best IoU by size of the box", [.. Bands(before, after)],
                "Mean best IoU of the boxes of a size (the side of a square of the same area). A short pair of bars is a size that the anchors' scales miss.");
            CoveragePicture.Write(
                page, "layers-coverage", "Boxes by the layer that serves them best", [.. Layers(model, before, after)],
                "Share of the boxes whose best anchor lies on the layer. The finest layer has the most anchors; layers that serve nobody cost inference time all the same.");
        }

        page.Close();
    }

    private static IEnumerable<CoverageRow> Bands(DrawnScore before, DrawnScore after) =>
        from band in after.SizeBands
        let was = Find(before.SizeBands, band.Key)
        select new CoverageRow(s_bands[band.Key], Boxes(band.Score.BoxCount), was?.MeanBestIoU, band.Score.MeanBestIoU);

    private static IEnumerable<CoverageRow> Layers(ReportModel model, DrawnScore before, DrawnScore after)
    {
        for (int i = 0; i < Math.Max(before.AnchorsALocation.Count, after.AnchorsALocation.Count); i++)
        {
            string map = i < model.Layers.Count ? FormattableString.Invariant($"{model.Layers[i].Columns} × {model.Layers[i].Rows} cells") : string.Empty;
            yield return new CoverageRow(
                FormattableString.Invariant($"layer {i + 1}"), map,
                (Find(before.Grids, i)?.BoxCount ?? 0) / before.Whole.BoxCount,
                (Find(after.Grids, i)?.BoxCount ?? 0) / after.Whole.BoxCount);
        }
    }

    private static MatchingScore? Find(IReadOnlyList<GroupScore> groups, int key)
    {
        foreach (GroupScore group in groups)
        {
            if (group.Key == key)
            {
                return group.Score;
            }
        }

        return null;
    }

    private static string Boxes(double count) => FixedText.Count(count) + (count == 1 ? " box" : " boxes");
}
