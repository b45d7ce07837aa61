using System;
using System.Globalization;

namespace AnchorFit.Text;

/// <summary>
/// Text of numbers for people. Rounded in whole numbers, halves away from zero, because .NET Framework rounds other
/// digits than .NET where it formats; the same everywhere, in any culture.
/// </summary>
internal static class FixedText
{
    private const double Largest = 1e11;
    private static readonly double[] s_scales = [1, 10, 100, 1000, 10000];

    /// <summary>So many decimals, always: <c>12.30</c>. What has no such text (NaN, from 10^11 on) is <see cref="DoubleText.Shortest"/>'s.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">From 0 to 4.</param>
    public static string Of(double value, int decimals)
    {
        if (!IsPlain(value))
        {
            return DoubleText.Shortest(value);
        }

        double scaled = Math.Floor((Math.Abs(value) * s_scales[decimals]) + 0.5);
        string digits = ((long)scaled).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = value < 0 && scaled > 0 ? "-" : string.Empty;
        return sign + (decimals == 0 ? digits : digits.Insert(digits.Length - decimals, "."));
    }

    /// <summary>At most so many decimals, without zeros at the end: <c>12.3</c>, <c>12</c>.</summary>
    public static string AtMost(double value, int decimals)
    {
        string text = Of(value, decimals);
        return decimals > 0 && IsPlain(value) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number of things with commas between thousands: <c>39,597</c>; at most two decimals where weights make it a fraction.</summary>
    public static string Count(double value)
    {
        string text = AtMost(value, 2);
        if (!IsPlain(value))
        {
            return text;
        }

        int end = text.IndexOf('.') is var point and >= 0 ? point : text.Length;
        for (int at = end - 3; at > (value < 0 ? 1 : 0); at -= 3)
        {
            text = text.Insert(at, ",");
        }

        return text;
    }

    /// <summary>A share as percentage with two decimals: <c>72.67 %</c>.</summary>
    public static string Percent(double share) => Of(100 * share, 2) + " %";

    private static bool IsPlain(double value) => Math.Abs(value) < Largest;
}
