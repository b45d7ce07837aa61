using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>The figures of a fit: of k-means as the notebook gives them, and as the written anchors earn them.</summary>
/// <param name="Inertia">The objective of k-means, as sklearn's <c>inertia_</c>; null for another objective.</param>
/// <param name="AverageCentroidIoU">
/// The notebook's average IoU, 0 to 1: each box at unit area against the raw centroids, whose area is not one; null
/// for an objective without centroids.
/// </param>
/// <param name="Coverage">The same with anchors of unit area and the ratios as written.</param>
internal sealed record FitQuality(double? Inertia, double? AverageCentroidIoU, UnitAreaCoverage Coverage)
{
    /// <summary>
    /// By how much other anchors could have a greater mean IoU at most, 0 to 1; 0 for the optimum, and null where the mean
    /// IoU isn't what was fitted.
    /// </summary>
    public double? GapBound { get; init; }

    /// <summary>Scores a fit.</summary>
    /// <param name="ratios">The ratios that were fitted.</param>
    /// <param name="fit">The clusters.</param>
    /// <param name="writtenRatios">The anchors' ratios as they stand in the config.</param>
    /// <remarks>O(m·k + m log m) for m distinct ratios.</remarks>
    public static FitQuality Measure(WeightedRatios ratios, KMeansFit fit, IEnumerable<float> writtenRatios)
    {
        var centroids = new RatioPoint[fit.Clusters.Count];
        for (int c = 0; c < centroids.Length; c++)
        {
            centroids[c] = fit.Clusters[c].Centroid;
        }

        return new FitQuality(
            fit.Inertia,
            MeasureAverageCentroidIoU(ratios, centroids),
            UnitAreaCoverage.Measure(ratios, writtenRatios));
    }

    /// <summary>Scores a fit to the mean IoU.</summary>
    /// <param name="ratios">The ratios that were fitted.</param>
    /// <param name="fit">The anchors.</param>
    /// <param name="writtenRatios">Their ratios as they stand in the config.</param>
    /// <remarks>O(m log m) for m distinct ratios.</remarks>
    public static FitQuality Measure(WeightedRatios ratios, MeanIoUFit fit, IEnumerable<float> writtenRatios) =>
        new(Inertia: null, AverageCentroidIoU: null, UnitAreaCoverage.Measure(ratios, writtenRatios)) { GapBound = fit.GapBound };

    /// <summary>The weighted mean over the boxes, at unit area, of the greatest IoU with a centroid.</summary>
    /// <param name="ratios">The ratios of all boxes; one at least, or the mean is NaN.</param>
    /// <param name="centroids">Widths and heights of the shapes to compare with, in any order.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static double MeasureAverageCentroidIoU(WeightedRatios ratios, ReadOnlySpan<RatioPoint> centroids)
    {
        var sum = default(DoubleDouble);
        for (int i = 0; i < ratios.Count; i++)
        {
            RatioPoint box = RatioPoint.OfRatio(ratios.Ratios[i]);
            double best = 0;
            foreach (RatioPoint centroid in centroids)
            {
                double intersection = Math.Min(box.X, centroid.X) * Math.Min(box.Y, centroid.Y);
                double union = 1 + (centroid.X * centroid.Y) - intersection;
                best = Math.Max(best, intersection / union);
            }

            sum += DoubleDouble.Product(best, ratios.Weights[i]);
        }

        return sum.High / ratios.TotalWeight;
    }
}
