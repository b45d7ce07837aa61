using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>Anchors of unit area that were fitted to the boxes' mean best IoU.</summary>
/// <param name="AspectRatios">Ascending, each the ratio of a box.</param>
/// <param name="MeanIoU">The weighted mean of the boxes' IoU with their best anchor, 0 to 1.</param>
/// <param name="GapBound">By how much other anchors could have a greater mean at most; 0 when this is the optimum.</param>
internal sealed record MeanIoUFit(IReadOnlyList<double> AspectRatios, double MeanIoU, double GapBound)
{
    /// <summary>
    /// The weighted mean best IoU, summed up directly. A box between two anchors alike counts for the smaller.
    /// </summary>
    /// <param name="ratios">The ratios of all boxes, ascending; one at least.</param>
    /// <param name="weights">The weight of each.</param>
    /// <param name="anchorRatios">Ascending; one at least.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static double Measure(ReadOnlySpan<double> ratios, ReadOnlySpan<double> weights, ReadOnlySpan<double> anchorRatios)
    {
        var sum = default(DoubleDouble);
        var total = default(DoubleDouble);
        int anchor = 0;
        double root = Math.Sqrt(anchorRatios[0]);
        for (int i = 0; i < ratios.Length; i++)
        {
            while (anchor + 1 < anchorRatios.Length && ratios[i] * ratios[i] > anchorRatios[anchor] * anchorRatios[anchor + 1])
            {
                anchor++;
                root = Math.Sqrt(anchorRatios[anchor]);
            }

            sum += DoubleDouble.Product(weights[i], UnitAreaCoverage.IoU(Math.Sqrt(ratios[i]), root));
            total += weights[i];
        }

        return (sum / total).High;
    }
}
