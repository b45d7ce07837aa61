namespace AnchorFit.Reporting;

/// <summary>The member <c>curve</c> of anchorfit.json.</summary>
internal static class FitCurveJson
{
    /// <summary>Writes the member; null where no curve was computed.</summary>
    public static void Write(JsonText json, FitCurve? curve)
    {
        if (curve is null)
        {
            json.MemberOrNull("curve", null);
            return;
        }

        json.Open("curve", '{')
            .Member("target_iou_percent", 100 * curve.TargetIoU)
            .Member("chosen_aspect_ratio_count", curve.ChosenCount)
            .Member("chosen_by", curve.IsChosenByDrawnAnchors ? "drawn_anchors" : curve.TargetIoU is null ? "setting" : "target_iou")
            .Open("points", '[');
        foreach (CurvePoint point in curve.Points)
        {
            json.Open('{')
                .Member("aspect_ratio_count", point.Count)
                .Member("average_iou_percent", (double?)(100 * point.MeanIoU))
                .Member("anchors_per_location", point.AnchorsALocation);
            WriteDrawn(json, point.Drawn);
            json.Open("aspect_ratios", '[');
            foreach (float ratio in point.AspectRatios)
            {
                json.Value(ratio);
            }

            json.Close(']').Close('}');
        }

        json.Close(']').Close('}');
    }

    private static void WriteDrawn(JsonText json, DrawnFigures? drawn)
    {
        if (drawn is null)
        {
            json.MemberOrNull("drawn_anchors", null);
            return;
        }

        json.Open("drawn_anchors", '{')
            .Member("mean_best_iou_percent", (double?)(100 * drawn.After.Whole.MeanBestIoU))
            .Member("recall_percent", 100 * drawn.After.Whole.Recall)
            .Member("anchors", drawn.After.AnchorCount)
            .Member("served_worse", drawn.Fallen.Count)
            .Close('}');
    }
}
