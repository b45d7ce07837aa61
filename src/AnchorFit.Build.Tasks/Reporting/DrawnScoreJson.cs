using AnchorFit.Anchors;

namespace AnchorFit.Reporting;

/// <summary>The members of anchorfit.json on the anchors that a config draws.</summary>
internal static class DrawnScoreJson
{
    /// <summary><c>drawn_anchors</c>, or null and why.</summary>
    public static void Write(JsonText json, FitSummary summary)
    {
        if (summary.Drawn is not { } drawn)
        {
            json.MemberOrNull("drawn_anchors", null).MemberOrNull("drawn_anchors_reason", summary.WhyNotDrawn);
            return;
        }

        json.Open("drawn_anchors", '{');

        // As the config has it.
        JsonText begun = drawn.MatchedThreshold is { } threshold ? json.Member("matched_threshold", (float)threshold) : json.MemberOrNull("matched_threshold", null);
        begun.Open("feature_maps", '[');
        foreach (AnchorGrid grid in drawn.Grids)
        {
            json.Open('{').Member("height", grid.Rows).Member("width", grid.Columns).Close('}');
        }

        json.Close(']')
            .Count("boxes", drawn.After.Whole.BoxCount)
            .Count("unplaced_boxes", summary.UnplacedCount);
        Write(json, "before", drawn.Before, drawn);
        Write(json, "after", drawn.After, drawn);
        json.Close('}').MemberOrNull("drawn_anchors_reason", null);
    }

    private static void Write(JsonText json, string name, DrawnScore score, DrawnFigures drawn)
    {
        Percents(json.Open(name, '{'), score.Whole)
            .Member("anchors", score.AnchorCount)
            .Open("anchors_per_location", '[');
        foreach (int count in score.AnchorsALocation)
        {
            json.Value(count);
        }

        json.Close(']').Open("classes", '[');
        foreach (GroupScore group in drawn.ByName(score.Classes))
        {
            Group(json.Open('{').MemberOrNull("name", drawn.ClassName(group.Key)), group.Score);
        }

        json.Close(']').Open("size_bands", '[');
        foreach (GroupScore group in score.SizeBands)
        {
            json.Open('{');
            Group(DrawnBands.UpperPx(group.Key) is { } upper ? json.Member("below_px", upper) : json.MemberOrNull("below_px", null), group.Score);
        }

        json.Close(']').Open("layers", '[');
        foreach (GroupScore group in score.Grids)
        {
            Group(json.Open('{').Member("layer", group.Key), group.Score);
        }

        json.Close(']').Close('}');
    }

    private static void Group(JsonText json, MatchingScore score) => Percents(json.Count("boxes", score.BoxCount), score).Close('}');

    private static JsonText Percents(JsonText json, MatchingScore score) => json
        .Member("mean_best_iou_percent", (double?)(100 * score.MeanBestIoU))
        .Member("recall_percent", 100 * score.Recall)
        .Member("forced_matches_percent", 100 * score.ForcedShare);
}
