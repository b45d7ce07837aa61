using System;

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
    /// <summary>The quantiles of weighted values, which see <see cref="WeightedQuantiles"/>; at least one value.</summary>
    public static IoUQuantiles Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var quantiles = new WeightedQuantiles(values, weights);
        return new IoUQuantiles(
            quantiles.At(0),
            quantiles.At(0.05),
            quantiles.At(0.25),
            quantiles.At(0.5),
            quantiles.At(0.75),
            quantiles.At(0.95));
    }
}
