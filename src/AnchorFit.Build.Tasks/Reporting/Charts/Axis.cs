using System;
using System.Collections.Generic;

namespace AnchorFit.Reporting.Charts;

/// <summary>What a direction of a plot means.</summary>
/// <param name="Lowest">The value at its beginning.</param>
/// <param name="Highest">The value at its end, above the lowest.</param>
/// <param name="IsLogarithmic">Equal lengths are equal factors; the lowest is above zero.</param>
/// <param name="Ticks">The values that are written at it.</param>
internal sealed record Axis(double Lowest, double Highest, bool IsLogarithmic, IReadOnlyList<Tick> Ticks)
{
    /// <summary>Where a value lies: 0 at the lowest, 1 at the highest. What lies beyond is put at the end.</summary>
    public double PartOf(double value)
    {
        double part = IsLogarithmic ? Math.Log(value / Lowest) / Math.Log(Highest / Lowest) : (value - Lowest) / (Highest - Lowest);
        return Math.Max(0, Math.Min(1, part));
    }
}

/// <summary>A value that is written at an axis.</summary>
internal readonly record struct Tick(double Value, string Text);
