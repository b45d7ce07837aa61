using System;
using System.Runtime.CompilerServices;
using AnchorFit.Anchors;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>The part of the boxes whose best IoU lies in each twentieth of the way from 0 to 1.</summary>
internal static class OverlapHistogram
{
    /// <summary>How many bins there are.</summary>
    public const int Bins = 20;

    /// <summary>Of boxes and the anchors that are drawn; shares from 0 to 1, in all 1.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static double[] Of(PlacedBoxes boxes, BestMatches matches)
    {
        double[] shares = new double[Bins];
        double total = 0;
        for (int i = 0; i < boxes.Count; i++)
        {
            double weight = boxes.Boxes[i].Weight;
            shares[BinOf(matches.IoU[i])] += weight;
            total += weight;
        }

        return Normalise(shares, total);
    }

    /// <summary>The same where only shapes are compared: boxes and anchors have unit area.</summary>
    /// <param name="ratios">The boxes.</param>
    /// <param name="anchors">Ascending; one at least.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static double[] OfShapes(WeightedRatios ratios, ReadOnlySpan<float> anchors)
    {
        double[] shares = new double[Bins];
        int nearest = 0;
        for (int i = 0; i < ratios.Count; i++)
        {
            double ratio = ratios.Ratios[i];
            while (nearest + 1 < anchors.Length && ratio * ratio > (double)anchors[nearest] * anchors[nearest + 1])
            {
                nearest++;
            }

            shares[BinOf(UnitAreaCoverage.IoU(Math.Sqrt(ratio), Math.Sqrt(anchors[nearest])))] += ratios.Weights[i];
        }

        return Normalise(shares, ratios.TotalWeight);
    }

    private static int BinOf(double overlap) => Math.Max(0, Math.Min(Bins - 1, (int)(overlap * Bins)));

    private static double[] Normalise(double[] weights, double total)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= total > 0 ? total : 1;
        }

        return weights;
    }
}
