using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;

namespace AnchorFit.Tests.Fitting;

/// <summary>Slow and obvious ways to the greatest mean IoU, which share no code with the fit.</summary>
internal static class MeanIoUOracle
{
    /// <summary>The IoU of two boxes of area one, from their sides.</summary>
    public static double IoU(double first, double second)
    {
        (double width, double height) = (Math.Sqrt(first), 1 / Math.Sqrt(first));
        (double otherWidth, double otherHeight) = (Math.Sqrt(second), 1 / Math.Sqrt(second));
        double intersection = Math.Min(width, otherWidth) * Math.Min(height, otherHeight);
        return intersection / ((width * height) + (otherWidth * otherHeight) - intersection);
    }

    /// <summary>Every box with the best of all anchors.</summary>
    public static double Mean(WeightedRatios ratios, double[] anchors)
    {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < ratios.Count; i++)
        {
            double ratio = ratios.Ratios[i];
            sum += ratios.Weights[i] * anchors.Max(a => IoU(ratio, a));
            total += ratios.Weights[i];
        }

        return sum / total;
    }

    /// <summary>Every way to take so many of the values, ascending.</summary>
    public static IEnumerable<double[]> Subsets(double[] values, int count)
    {
        if (count == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, values.Length - count + 1)
            .SelectMany(i => Subsets(values[(i + 1)..], count - 1).Select(rest => (double[])[values[i], .. rest]));
    }

    /// <summary>The greatest mean for each number of anchors from 1 on: every pair of neighbours tried, every gain summed.</summary>
    public static double[] BestByAnchorCount(WeightedRatios ratios)
    {
        int count = ratios.Count;
        double[] values = ratios.Ratios.ToArray();
        double[] weights = ratios.Weights.ToArray();
        double total = weights.Sum();
        double Gain(int from, int to, params int[] anchors) =>
            Enumerable.Range(from, to - from).Sum(i => weights[i] * anchors.Max(a => IoU(values[i], values[a])));
        double[] best = [.. Enumerable.Range(0, count).Select(b => Gain(0, b, b))];
        var means = new double[count + 1];
        for (int k = 1; k <= count; k++)
        {
            means[k] = Enumerable.Range(0, count).Max(a => best[a] + Gain(a, count, a)) / total;
            double[] previous = best;
            best = [.. Enumerable.Range(0, count).Select(
                b => Enumerable.Range(0, b).Select(a => previous[a] + Gain(a, b, a, b)).DefaultIfEmpty(double.NegativeInfinity).Max())];
        }

        return means;
    }
}
