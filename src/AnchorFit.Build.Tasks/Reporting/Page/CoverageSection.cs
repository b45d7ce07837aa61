using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>How well the boxes are covered: all of them, and by the layer that serves them.</summary>
internal static class CoverageSection
{
    public static ReportSection Section { get; } = new(
        "coverage", "Coverage",
        model => model.After is null
            ? "Every box is held against the ratios as if all had one size and one place, and its best overlap (IoU, 100 % is the same shape) counts."
            : "Every box is held against all anchors, and its best overlap (IoU, 100 % is the same rectangle) counts.",
        model => model.OverlapsAfter.Count > 0, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "pair"));
        OverlapPicture.Write(page, model.OverlapsBefore, model.OverlapsAfter, model.MatchedThreshold);
        if (model is { Before: { } before, After: { } after, Grids.Count: > 1 })
        {
            CoveragePicture.Write(
                page, "layers-coverage", "Boxes by the layer that serves them best", [.. Layers(model, before, after)],
                "Share of the boxes whose best anchor lies on the layer. The finest layer has the most anchors; a layer that serves nobody costs inference time all the same.");
        }

        if (model is { LayersBefore.Count: > 0, Grids.Count: > 1 })
        {
            CoveragePicture.Write(
                page, "layers-change", "Mean best IoU of the boxes that each layer of the base config serves",
                [.. model.LayersBefore.Select(layer => new CoverageRow(layer.Name!, FixedText.Count(layer.Before.BoxCount) + (layer.Before.BoxCount == 1 ? " box" : " boxes"), layer.Before.MeanBestIoU, layer.After.MeanBestIoU, layer.Falls))],
                "The same boxes before and after, whichever layer serves them now.");
        }

        page.Close();
    }

    private static IEnumerable<CoverageRow> Layers(ReportModel model, DrawnScore before, DrawnScore after)
    {
        for (int i = 0; i < Math.Max(before.AnchorsALocation.Count, after.AnchorsALocation.Count); i++)
        {
            string map = i < model.Grids.Count ? FormattableString.Invariant($"{model.Grids[i].Columns} × {model.Grids[i].Rows} cells") : string.Empty;
            yield return new CoverageRow(
                FormattableString.Invariant($"layer {i + 1}"), map,
                (before.Grids.Find(i)?.BoxCount ?? 0) / before.Whole.BoxCount,
                (after.Grids.Find(i)?.BoxCount ?? 0) / after.Whole.BoxCount);
        }
    }
}
