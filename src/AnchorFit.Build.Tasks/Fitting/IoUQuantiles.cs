using System;
using MathNet.Numerics.Statistics;

namespace AnchorFit.Fitting;

/// <summary>The distribution of the boxes' best IoU, each figure from 0 to 1.</summary>
/// <param name="Minimum">The worst-covered box.</param>
/// <param name="P5">5 % of the boxes lie below.</param>
/// <param name="P25">A quarter lies below.</param>
/// <param name="Median">Half lies below.</param>
/// <param name="P75">Three quarters lie below.</param>
/// <param name="P95">95 % lie below.</param>
internal readonly record struct IoUQuantiles(
    double Minimum,
    double P5,
    double P25,
    double Median,
    double P75,
    double P95)
{
    /// <summary>So many boxes are written out one by one; beyond, each distinct value keeps its weight.</summary>
    private const double MostBoxesWrittenOut = 1 << 20;

    /// <summary>
    /// The quantiles of weighted values, definition R7 as numpy's default; at least one value. Weights that are no whole
    /// numbers of boxes, or too many boxes, are the matter of <see cref="WeightedQuantiles"/>, which gives the same.
    /// </summary>
    public static IoUQuantiles Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (WriteOut(values, weights) is not { } boxes)
        {
            return At(new WeightedQuantiles(values, weights).At);
        }

        Array.Sort(boxes);
        return At(tau => SortedArrayStatistics.QuantileCustom(boxes, tau, QuantileDefinition.R7));
    }

    private static IoUQuantiles At(Func<double, double> quantile) =>
        new(quantile(0), quantile(0.05), quantile(0.25), quantile(0.5), quantile(0.75), quantile(0.95));

    /// <summary>Every value as often as its weight says; null when that can't be done, or would be too many.</summary>
    private static double[]? WriteOut(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double count = 0;
        foreach (double weight in weights)
        {
            count += Math.Floor(weight) == weight ? weight : double.PositiveInfinity;
        }

        if (count > MostBoxesWrittenOut)
        {
            return null;
        }

        var boxes = new double[(int)count];
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            boxes.AsSpan(next, (int)weights[i]).Fill(values[i]);
            next += (int)weights[i];
        }

        return boxes;
    }
}
