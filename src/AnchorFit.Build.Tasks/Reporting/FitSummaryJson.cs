using System.Collections.Generic;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>anchorfit.json. Its members are described in docs/guides/anchorfit-json.md; a change that breaks a reader raises <c>schema_version</c>.</summary>
internal static class FitSummaryJson
{
    private const int SchemaVersion = 1;

    /// <summary>The document; the same summary gives the same text.</summary>
    public static string Write(FitSummary summary)
    {
        JsonText json = new JsonText().Open('{')
            .Member("schema_version", SchemaVersion)
            .Member("package_version", summary.PackageVersion)
            .Member("base_config", summary.BaseConfig)
            .Member("image_resizer", summary.ImageResizer)
            .MemberOrNull("objective", summary.Anchors?.Objective.ToString());
        if (summary.Anchors?.Quality.GapBound is { } bound)
        {
            json.Member("objective_gap_bound_percent", (double?)(100 * bound));
        }

        WriteAnnotations(json, summary);
        WriteClasses(json, summary);
        if (summary.Anchors is { } anchors)
        {
            WriteAnchors(json, anchors);
            SearchJson.Write(json, anchors.Search);
        }
        else
        {
            WriteNoAnchors(json);
        }

        FitCurveJson.Write(json, summary.Curve);
        FitChoiceJson.Write(json, summary.Choices);
        AdviceJson.Write(json, summary.Advice);
        DrawnScoreJson.Write(json, summary);
        return json.Close('}').ToString();
    }

    private static void WriteAnnotations(JsonText json, FitSummary summary) => json
        .Open("annotations", '{')
            .Member("files", summary.FileCount)
            .Member("objects", summary.ObjectCount)
            .Count("boxes", summary.BoxCount)
            .Open("left_out", '{')
                .Count("other_classes", summary.OtherClassesCount)
                .Count("difficult", summary.DifficultCount)
                .Count("too_small", summary.TooSmallCount)
            .Close('}')
        .Close('}');

    private static void WriteClasses(JsonText json, FitSummary summary)
    {
        if (summary.NumClasses is { } numClasses)
        {
            json.Member("num_classes", numClasses).Member("num_classes_source", summary.NumClassesSource);
        }

        json.Open("classes", '[');
        foreach (KeyValuePair<string, double> entry in summary.Classes)
        {
            json.Open('{').Member("name", entry.Key).Count("boxes", entry.Value).Close('}');
        }

        json.Close(']').Open("classes_without_objects", '[');
        foreach (string name in summary.ClassesWithoutObjects)
        {
            json.Value(name);
        }

        json.Close(']');
    }

    // The members are there, so that a reader finds all that the version promises.
    private static void WriteNoAnchors(JsonText json)
    {
        foreach (string member in new[] { "aspect_ratios", "average_iou_percent", "average_iou_of_centroids_percent", "inertia", "best_iou_percent", "anchors" })
        {
            json.MemberOrNull(member, null);
        }
    }

    private static void WriteAnchors(JsonText json, AnchorFigures figures)
    {
        json.Open("aspect_ratios", '[');
        foreach (float ratio in figures.AspectRatios)
        {
            json.Value(ratio);
        }

        UnitAreaCoverage coverage = figures.Quality.Coverage;
        IoUQuantiles quantiles = coverage.Quantiles;
        json.Close(']')
            .Member("average_iou_percent", 100 * coverage.MeanIoU)
            .Member("average_iou_of_centroids_percent", 100 * figures.Quality.AverageCentroidIoU)
            .Member("inertia", figures.Quality.Inertia)
            .Open("best_iou_percent", '{')
                .Member("minimum", 100 * quantiles.Minimum)
                .Member("p5", 100 * quantiles.P5)
                .Member("p25", 100 * quantiles.P25)
                .Member("median", 100 * quantiles.Median)
                .Member("p75", 100 * quantiles.P75)
                .Member("p95", 100 * quantiles.P95)
            .Close('}')
            .Open("anchors", '[');
        foreach (AnchorCoverage anchor in coverage.Anchors)
        {
            json.Open('{')
                .Member("aspect_ratio", anchor.AspectRatio)
                .Member("boxes", anchor.Weight)
                .Member("share_percent", 100 * anchor.Share)
                .Member("mean_iou_percent", 100 * anchor.MeanIoU)
                .Close('}');
        }

        json.Close(']');
    }
}
