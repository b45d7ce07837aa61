using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>
/// What could be done better, a line each, where it applies. The rules with their thresholds are described in
/// docs/guides/choosing-k.md.
/// </summary>
internal static class FitAdvice
{
    /// <summary>Below this share of the boxes the finest layer's shapes hardly matter.</summary>
    private const double FinestLayerMatters = 0.05;

    /// <summary>Above this share of the boxes the anchors are too large.</summary>
    private const double MostBoxes = 0.5;

    /// <summary>Below this share of the boxes a ratio is there for outliers.</summary>
    private const double FewBoxes = 0.01;

    /// <summary>With many ratios the same below this part of an even share.</summary>
    private const double PartOfEvenShare = 0.25;

    /// <summary>Less mean IoU than this isn't worth an anchor a location.</summary>
    private const double HardlyLess = 0.005;

    /// <summary>More mean IoU than this for one more ratio is worth it.</summary>
    private const double MuchMore = 0.03;

    private const int MostOutlierRatios = 3;

    /// <summary>The advice, in a fixed order.</summary>
    public static IReadOnlyList<Advice> Of(AdviceFacts facts) =>
        [.. OfFinestLayer(facts), .. OfSmallBoxes(facts), .. OfCheckpoint(facts), .. OfOutliers(facts), .. OfOtherCounts(facts)];

    private static IEnumerable<Advice> OfFinestLayer(AdviceFacts facts)
    {
        if (facts.FinestLayerSwitchPath is not null && facts.FinestLayerShare is null or >= FinestLayerMatters)
        {
            string served = facts.FinestLayerShare is { } share ? $", which serves {Percent(share)} of the boxes" : string.Empty;
            yield return new Advice(
                "finest_layer_ignores_ratios",
                $"the fitted aspect ratios are not used in the finest layer{served}: AnchorFitObjective=DrawnAnchors with AnchorFitLowestLayer=auto finds out whether they should be; AnchorFitLowestLayer=false has them used");
        }
    }

    private static IEnumerable<Advice> OfSmallBoxes(AdviceFacts facts)
    {
        if (facts.SmallBoxes is { } small && small.Share > MostBoxes)
        {
            string side = small.SmallestAnchorPx.ToString("0.#", CultureInfo.InvariantCulture);
            yield return new Advice(
                "boxes_below_smallest_anchor",
                $"{Percent(small.Share)} of the boxes are smaller than the smallest anchor (the area of {side} x {side} pixels): fit the scales, too, with AnchorFitObjective=DrawnAnchors and AnchorFitScales=true, or give the network larger images");
        }
    }

    private static IEnumerable<Advice> OfCheckpoint(AdviceFacts facts)
    {
        if (facts.Checkpoint == CheckpointUse.NoDetector || facts.AnchorsALocationBefore == facts.AnchorsALocationAfter)
        {
            yield break;
        }

        string consequence = facts.Checkpoint == CheckpointUse.FeatureExtractor
            ? "its feature extractor is taken over all the same, and the box predictor is trained from nothing"
            : "keep the base config's number of aspect ratios, or take over its feature extractor alone (fine_tune_checkpoint_type: \"detection\" without load_all_detection_checkpoint_vars)";
        yield return new Advice(
            "checkpoint_does_not_fit",
            $"{Text(facts.AnchorsALocationAfter)} anchors a location instead of the base config's {Text(facts.AnchorsALocationBefore)}: the box predictor no longer fits a detection checkpoint (train_config.fine_tune_checkpoint); {consequence}");
    }

    // Of drawn anchors sizes and places decide, too, which boxes a ratio serves.
    private static IEnumerable<Advice> OfOutliers(AdviceFacts facts)
    {
        IReadOnlyList<AnchorCoverage> anchors = facts.Anchors.Quality.Coverage.Anchors;
        double few = Math.Min(FewBoxes, PartOfEvenShare / anchors.Count);
        IEnumerable<int> outliers = Enumerable.Range(0, anchors.Count)
            .Where(index => anchors.Count > 1 && anchors[index].Share < few && facts.Anchors.Search is null)
            .OrderBy(index => anchors[index].Share)
            .Take(MostOutlierRatios);
        foreach (int index in outliers)
        {
            IReadOnlyList<string> places = anchors[index].Weight > 0 ? facts.FindServed(index) : [];
            string where = places.Count == 0 ? string.Empty : $" (first in {string.Join(", ", places)})";
            yield return new Advice(
                "ratio_of_outliers",
                $"aspect ratio {FloatText.Shortest(anchors[index].AspectRatio)} serves {Percent(anchors[index].Share)} of the boxes{where}: check these labels, or fit fewer ratios");
        }
    }

    // With auto the target decides, and a target that isn't reached is a warning.
    private static IEnumerable<Advice> OfOtherCounts(AdviceFacts facts)
    {
        if (facts.Anchors.Curve is not { TargetIoU: null } curve || curve.Find(curve.ChosenCount) is not { } chosen)
        {
            yield break;
        }

        CurvePoint fewest = curve.Points.First(point => point.MeanIoU >= chosen.MeanIoU - HardlyLess);
        if (fewest.Count < chosen.Count)
        {
            yield return new Advice(
                "fewer_ratios_would_do",
                $"{Ratios(fewest.Count)} would do as well: average IoU {Percent(fewest.MeanIoU)} instead of {Percent(chosen.MeanIoU)}, {Text(fewest.AnchorsALocation)} anchors a location instead of {Text(chosen.AnchorsALocation)} (AnchorFitAspectRatioCount)");
        }

        CurvePoint more = chosen;
        while (curve.Find(more.Count + 1) is { } next && next.MeanIoU - more.MeanIoU >= MuchMore)
        {
            more = next;
        }

        if (more.Count > chosen.Count)
        {
            yield return new Advice(
                "more_ratios_gain",
                $"{Ratios(more.Count)} would gain much: average IoU {Percent(more.MeanIoU)} instead of {Percent(chosen.MeanIoU)}, for {Text(more.AnchorsALocation)} anchors a location instead of {Text(chosen.AnchorsALocation)} (AnchorFitAspectRatioCount)");
        }
    }

    private static string Ratios(int count) => Text(count) + (count == 1 ? " aspect ratio" : " aspect ratios");

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
