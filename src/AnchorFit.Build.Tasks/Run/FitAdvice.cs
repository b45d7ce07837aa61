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

    /// <summary>Less drawn mean best IoU than this isn't worth an anchor a location.</summary>
    private const double HardlyLessDrawn = 0.001;

    /// <summary>More drawn mean best IoU than this for one more ratio is worth it.</summary>
    private const double MuchMoreDrawn = 0.005;

    /// <summary>More than this is worth another objective.</summary>
    private const double WorthAnObjective = 0.01;

    private const int MostOutlierRatios = 3;

    /// <summary>The advice, in a fixed order.</summary>
    public static IReadOnlyList<Advice> Of(AdviceFacts facts) =>
        [.. OfDrawnAnchors(facts), .. OfMeanIoU(facts), .. OfFinestLayer(facts), .. OfSmallBoxes(facts), .. OfCheckpoint(facts), .. OfOutliers(facts), .. OfOtherCounts(facts)];

    private static IEnumerable<Advice> OfDrawnAnchors(AdviceFacts facts)
    {
        FitChoice? best = facts.Anchors.Choices
            .Where(choice => choice is { IsEstimate: true, Drawn.Fallen.Count: 0 })
            .OrderByDescending(choice => choice.Drawn.After.Whole.MeanBestIoU)
            .FirstOrDefault();
        if (best is not null && facts.Drawn is { After: { } now } && best.Drawn.After is { } then && then.Whole.MeanBestIoU - now.Whole.MeanBestIoU >= WorthAnObjective)
        {
            yield return new Advice(
                "drawn_anchors_would_gain",
                $"AnchorFitObjective=DrawnAnchors{(best.WithScales ? " with AnchorFitScales=true" : string.Empty)} would bring the mean best IoU of drawn anchors from {Percent(now.Whole.MeanBestIoU)} to about {Percent(then.Whole.MeanBestIoU)}, with {Anchors(then.AnchorCount, now.AnchorCount)} and no class and no size served worse than by the base config (estimated by a short search)");
        }
    }

    private static IEnumerable<Advice> OfMeanIoU(AdviceFacts facts)
    {
        double reached = facts.Anchors.Quality.Coverage.MeanIoU;
        if (facts.Anchors.Objective == FitObjective.KMeans && facts.GreatestMeanIoU is { } greatest && greatest - reached >= WorthAnObjective)
        {
            yield return new Advice(
                "mean_iou_reaches_more",
                $"AnchorFitObjective=MeanIoU reaches an average IoU of {Percent(greatest)} instead of {Percent(reached)} with as many aspect ratios: a few extreme shapes draw those of k-means away");
        }
    }

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

    // With auto the number is chosen already, and what a search draws isn't what the curve says.
    private static IEnumerable<Advice> OfOtherCounts(AdviceFacts facts)
    {
        if (facts.Anchors is not { Search: null, Curve: { TargetIoU: null, IsChosenByDrawnAnchors: false } curve } || curve.Find(curve.ChosenCount) is not { } chosen)
        {
            yield break;
        }

        // What is drawn counts where it is known: more ratios of shapes can reach much and draw nothing better.
        (Func<CurvePoint, double> worth, double hardlyLess, double muchMore) = curve.IsDrawn
            ? ((Func<CurvePoint, double>)(point => point.DrawnMeanIoU!.Value), HardlyLessDrawn, MuchMoreDrawn)
            : (point => point.MeanIoU, HardlyLess, MuchMore);
        CurvePoint fewest = curve.Points.First(point => worth(point) >= worth(chosen) - hardlyLess && !(point.Drawn?.Fallen.Count > chosen.Drawn?.Fallen.Count));
        if (fewest.Count < chosen.Count)
        {
            yield return new Advice("fewer_ratios_would_do", $"{Ratios(fewest.Count)} would do as well: {Compare(fewest, chosen)} (AnchorFitAspectRatioCount)");
        }

        CurvePoint more = chosen;
        while (curve.Find(more.Count + 1) is { } next && worth(next) - worth(more) >= muchMore)
        {
            more = next;
        }

        if (more.Count > chosen.Count)
        {
            yield return new Advice("more_ratios_gain", $"{Ratios(more.Count)} would gain much: {Compare(more, chosen)} (AnchorFitAspectRatioCount)");
        }
    }

    private static string Compare(CurvePoint other, CurvePoint chosen) => other.Drawn is { } drawn && chosen.Drawn is { } now
        ? $"mean best IoU of drawn anchors {Percent(drawn.After.Whole.MeanBestIoU)} instead of {Percent(now.After.Whole.MeanBestIoU)}, {DoubleText.Count(drawn.After.AnchorCount)} anchors instead of {DoubleText.Count(now.After.AnchorCount)}"
        : $"average IoU {Percent(other.MeanIoU)} instead of {Percent(chosen.MeanIoU)}, {Text(other.AnchorsALocation)} anchors a location instead of {Text(chosen.AnchorsALocation)}";

    private static string Anchors(long then, long now) => then == now ? "as many anchors" : $"{DoubleText.Count(then)} anchors instead of {DoubleText.Count(now)}";

    private static string Ratios(int count) => Text(count) + (count == 1 ? " aspect ratio" : " aspect ratios");

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
