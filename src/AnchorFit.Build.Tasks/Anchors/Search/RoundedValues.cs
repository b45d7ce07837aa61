using System;

namespace AnchorFit.Anchors.Search;

/// <summary>Values of four significant digits, as float32: short in a config, and what is scored is what is written.</summary>
internal static class RoundedValues
{
    private const double Units = 1000;

    /// <summary>One value, above zero.</summary>
    public static float Of(double value)
    {
        (double power, double scaled) = Scale(value);
        return (float)(Math.Round(scaled * Units) / Units * power);
    }

    /// <summary>Values in ascending order, each above the one before.</summary>
    /// <param name="ascending">Above zero; equal ones may stand beside each other.</param>
    /// <param name="high">None is above it. There must be room for all.</param>
    public static float[] Distinct(ReadOnlySpan<double> ascending, double high)
    {
        var values = new float[ascending.Length];
        float before = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Of(Math.Min(ascending[i], high));
            values[i] = before = values[i] > before ? values[i] : Next(before, 1);
        }

        // Pushed beyond the top: make room from there.
        float after = float.PositiveInfinity;
        for (int i = values.Length - 1; i >= 0 && (values[i] > high || values[i] >= after); i--)
        {
            values[i] = after = float.IsPositiveInfinity(after) ? Of(high) : Next(after, -1);
        }

        return values;
    }

    private static float Next(float value, int direction)
    {
        (double power, double scaled) = Scale(value);
        return (float)((Math.Round(scaled * Units) + direction) / Units * power);
    }

    // Powers of ten that a double holds as well as it can: the same on every machine.
    private static (double Power, double Scaled) Scale(double value)
    {
        double power = 1;
        while (value / power >= 10)
        {
            power *= 10;
        }

        if (power > 1 || value >= 1)
        {
            return (power, value / power);
        }

        double inverse = 1;
        while (value * inverse < 1)
        {
            inverse *= 10;
        }

        return (1 / inverse, value * inverse);
    }
}
