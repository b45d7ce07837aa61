using System;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>How many boxes have each aspect ratio, in bins of equal width on a logarithmic scale.</summary>
/// <param name="First">The first bin (<see cref="LogBins"/>) that has boxes.</param>
/// <param name="Shares">The part of the boxes that each bin from the first on has, 0 to 1; the last has some.</param>
internal sealed record RatioHistogram(int First, double[] Shares)
{
    // Ratios from 1:32 to 32:1; what lies beyond counts as the last of them.
    private const int Lowest = -5 * LogBins.AnOctave;
    private const int Highest = (5 * LogBins.AnOctave) - 1;

    /// <summary>Counts boxes; null where there are none.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static RatioHistogram? Of(WeightedRatios ratios)
    {
        double[] all = new double[Highest - Lowest + 1];
        for (int i = 0; i < ratios.Count; i++)
        {
            all[Math.Max(Lowest, Math.Min(Highest, LogBins.IndexOf(ratios.Ratios[i]))) - Lowest] += ratios.Weights[i] / ratios.TotalWeight;
        }

        int first = Array.FindIndex(all, share => share > 0);
        int last = Array.FindLastIndex(all, share => share > 0);
        return first < 0 ? null : new RatioHistogram(first + Lowest, all.AsSpan(first, last - first + 1).ToArray());
    }
}
