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
