using System;
using System.Collections.Generic;

namespace AnchorFit.Anchors.Search;

/// <summary>Numbers of one kind that a search is free to choose, such as the aspect ratios or the scales: ascending, distinct.</summary>
/// <param name="Count">How many; above zero.</param>
/// <param name="Low">None is below it; above zero.</param>
/// <param name="High">None is above it.</param>
/// <param name="Starts">Where to begin: one at least, each of <paramref name="Count"/> values in any order.</param>
internal sealed record ParameterBlock(int Count, double Low, double High, IReadOnlyList<double[]> Starts)
{
    /// <summary>The base config's numbers, ascending; null where it has another number of them.</summary>
    public double[]? Present { get; init; }

    /// <summary>How far numbers are from the base config's: 0 where they are the same, below 1 for each.</summary>
    public double Drift(ReadOnlySpan<double> values)
    {
        double drift = 0;
        for (int i = 0; Present is not null && i < values.Length; i++)
        {
            drift += Math.Abs(values[i] - Present[i]) / (values[i] + Present[i]);
        }

        return drift;
    }

    /// <summary>Brings the block's numbers into bounds and order.</summary>
    public void Repair(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = Math.Min(High, Math.Max(Low, values[i]));
            int at = i;
            for (; at > 0 && values[at - 1] > value; at--)
            {
                values[at] = values[at - 1];
            }

            values[at] = value;
        }
    }
}
