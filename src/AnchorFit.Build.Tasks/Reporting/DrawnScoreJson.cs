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
        Change(begun, "worst_class", drawn.WorstClass);
        Change(begun, "worst_size_band", drawn.WorstSizeBand);
        json.Open("served_worse", '[');
        foreach (GroupChange group in drawn.Fallen)
        {
            Change(json.Open('{').Member("kind", Kind(group.Kind)), group);
        }

        json.Close(']').Open("feature_maps", '[');
        foreach (AnchorGrid grid in drawn.Grids)
        {
            json.Open('{').Member("height", grid.Rows).Member("width", grid.Columns).Close('}');
        }

        json.Close(']')
            .Count("boxes", drawn.After.Whole.BoxCount)
            .Count("unplaced_boxes", summary.UnplacedCount);
        Write(json, "before", drawn.Before, drawn.PositivesBefore, drawn);
        Write(json, "after", drawn.After, drawn.PositivesAfter, drawn);
        json.Close('}').MemberOrNull("drawn_anchors_reason", null);
    }

    private static void Write(JsonText json, string name, DrawnScore score, PositiveAnchors? positives, DrawnFigures drawn)
    {
        Percents(json.Open(name, '{'), score.Whole)
            .Member("anchors", score.AnchorCount);
        Positives(json, positives);
        json.Open("anchors_per_location", '[');
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

    private static void Change(JsonText json, string member, GroupChange? group)
    {
        if (group is null)
        {
            json.MemberOrNull(member, null);
            return;
        }

        Change(json.Open(member, '{'), group);
    }

    private static void Change(JsonText json, GroupChange group)
    {
        json.MemberOrNull("name", group.Name).Count("boxes", group.Before.BoxCount);
        Percents(json.Open("before", '{'), group.Before).Close('}');
        Percents(json.Open("after", '{'), group.After).Close('}').Close('}');
    }

    private static string Kind(Protection kind) => kind switch
    {
        Protection.Classes => "class",
        Protection.Sizes => "size_band",
        _ => "all",
    };

    private static void Positives(JsonText json, PositiveAnchors? positives)
    {
        if (positives is not { } counts)
        {
            json.MemberOrNull("positive_anchors_per_box", null);
            return;
        }

        json.Open("positive_anchors_per_box", '{')
            .Count("p5", counts.P5)
            .Count("median", counts.Median)
            .Count("p95", counts.P95)
            .Close('}');
    }

    private static JsonText Percents(JsonText json, MatchingScore score) => json
        .Member("mean_best_iou_percent", (double?)(100 * score.MeanBestIoU))
        .Member("recall_percent", 100 * score.Recall)
        .Member("forced_matches_percent", 100 * score.ForcedShare);
}
