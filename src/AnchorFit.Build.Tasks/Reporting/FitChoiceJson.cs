using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>The member <c>choices</c> of anchorfit.json.</summary>
internal static class FitChoiceJson
{
    /// <summary>Writes the member; an empty list where choices weren't compared.</summary>
    public static void Write(JsonText json, IReadOnlyList<FitChoice> choices)
    {
        json.Open("choices", '[');
        foreach (FitChoice choice in choices)
        {
            json.Open('{')
                .MemberOrNull("objective", choice.Objective?.ToString())
                .Member("scales", choice.WithScales)
                .Member("aspect_ratio_count", choice.AspectRatioCount)
                .Member("in_use", choice.IsInUse)
                .Member("estimate", choice.IsEstimate)
                .Member("mean_best_iou_percent", (double?)(100 * choice.Drawn.After.Whole.MeanBestIoU))
                .Member("recall_percent", 100 * choice.Drawn.After.Whole.Recall)
                .Member("worst_class_mean_best_iou_percent", 100 * choice.Drawn.WorstClass?.After.MeanBestIoU)
                .Member("worst_size_band_mean_best_iou_percent", 100 * choice.Drawn.WorstSizeBand?.After.MeanBestIoU)
                .Member("anchors", choice.Drawn.After.AnchorCount)
                .Member("served_worse", choice.Drawn.Fallen.Count)
                .Close('}');
        }

        json.Close(']');
    }
}
