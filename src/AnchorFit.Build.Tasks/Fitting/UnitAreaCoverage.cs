using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>
/// How well anchors cover the boxes when both have unit area: shapes alone count, not sizes and places.
/// </summary>
/// <remarks>
/// With p the larger and a the smaller square root of the two ratios the boxes overlap in a/p, so IoU = a / (2p − a).
/// Of two anchors the one with the smaller ratio is as near or nearer exactly when the square of the box's ratio is at
/// most the product of theirs, which a double holds exactly. Neither needs a function that runtimes round differently.
/// </remarks>
/// <param name="MeanIoU">The weighted mean of the boxes' IoU with their best anchor, 0 to 1.</param>
/// <param name="Quantiles">The distribution of that IoU over the boxes.</param>
/// <param name="Anchors">What each anchor serves, ascending in aspect ratio.</param>
internal sealed record UnitAreaCoverage(
    double MeanIoU,
    IoUQuantiles Quantiles,
    IReadOnlyList<AnchorCoverage> Anchors)
{
    /// <summary>The IoU of two unit-area boxes, given the square roots of their aspect ratios.</summary>
    public static double IoU(double firstRoot, double secondRoot)
    {
        double smaller = Math.Min(firstRoot, secondRoot);
        double larger = Math.Max(firstRoot, secondRoot);
        return smaller / ((2 * larger) - smaller);
    }

    /// <summary>Scores anchors by the float32 ratios that stand in the config. A box between two alike counts for the smaller.</summary>
    /// <param name="ratios">The ratios of all boxes; one at least.</param>
    /// <param name="anchorRatios">One at least, in any order, each above zero and finite. Of equal ones the first serves all.</param>
    /// <exception cref="ArgumentException">There are no boxes or no anchors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An anchor's ratio is not above zero and finite.</exception>
    /// <remarks>O(m log m) for m distinct ratios, for the quantiles.</remarks>
    public static UnitAreaCoverage Measure(WeightedRatios ratios, IEnumerable<float> anchorRatios)
    {
        double[] best = new double[ratios.Count];
        (double mean, AnchorCoverage[] anchors) = Serve(ratios, anchorRatios, best);
        return new UnitAreaCoverage(mean, IoUQuantiles.Of(best, ratios.Weights), anchors);
    }

    /// <summary><see cref="MeanIoU"/> of <see cref="Measure"/>, the same bits, without the rest.</summary>
    /// <param name="ratios">As there.</param>
    /// <param name="anchorRatios">As there.</param>
    /// <exception cref="ArgumentException">As there.</exception>
    /// <remarks>O(m) for m distinct ratios, and no memory for them.</remarks>
    public static double MeasureMean(WeightedRatios ratios, IEnumerable<float> anchorRatios) => Serve(ratios, anchorRatios, null).Mean;

    /// <param name="ratios">The boxes.</param>
    /// <param name="anchorRatios">The anchors.</param>
    /// <param name="best">Where to note the best IoU of each ratio.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static (double Mean, AnchorCoverage[] Anchors) Serve(WeightedRatios ratios, IEnumerable<float> anchorRatios, double[]? best)
    {
        float[] sorted = Sort(ratios, anchorRatios);
        var anchors = new AnchorCoverage[sorted.Length];
        var total = default(DoubleDouble);
        int box = 0;
        for (int a = 0; a < anchors.Length; a++)
        {
            double root = Math.Sqrt(sorted[a]);
            int next = a + 1;
            while (next < anchors.Length && sorted[next] == sorted[a])
            {
                next++;
            }

            double border = next < anchors.Length ? (double)sorted[a] * sorted[next] : double.PositiveInfinity;
            (DoubleDouble weight, DoubleDouble sum) = (default, default);
            for (; box < ratios.Count; box++)
            {
                double ratio = ratios.Ratios[box];
                if (ratio * ratio > border)
                {
                    break;
                }

                double overlap = IoU(Math.Sqrt(ratio), root);
                if (best is not null)
                {
                    best[box] = overlap;
                }

                weight += ratios.Weights[box];
                sum += DoubleDouble.Product(ratios.Weights[box], overlap);
            }

            total += sum;
            double? mean = weight.High > 0 ? (sum / weight).High : null;
            anchors[a] = new AnchorCoverage(sorted[a], weight.High, weight.High / ratios.TotalWeight, mean);
        }

        return (total.High / ratios.TotalWeight, anchors);
    }

    private static float[] Sort(WeightedRatios ratios, IEnumerable<float> anchorRatios)
    {
        float[] sorted = [.. anchorRatios];
        Array.Sort(sorted);
        if (ratios.Count == 0 || sorted.Length == 0)
        {
            throw new ArgumentException("Coverage needs boxes and anchors.", ratios.Count == 0 ? nameof(ratios) : nameof(anchorRatios));
        }

        if (!(sorted[0] > 0) || float.IsInfinity(sorted[sorted.Length - 1]))
        {
            throw new ArgumentOutOfRangeException(nameof(anchorRatios), "Must be above zero and finite.");
        }

        return sorted;
    }
}
