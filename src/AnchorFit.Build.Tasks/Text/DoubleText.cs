using System;
using System.Globalization;

namespace AnchorFit.Text;

/// <summary>Text of float64 values, for JSON.</summary>
internal static class DoubleText
{
    private const double ExactWholeNumbers = 9007199254740992;

    /// <summary>A number of things: whole numbers as such, fractions as <see cref="Shortest"/> has them.</summary>
    public static string Count(double value) => value == Math.Floor(value) && Math.Abs(value) < ExactWholeNumbers
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : Shortest(value);

    /// <summary>
    /// The shortest text that reads back as the same float64, as Python's <c>repr</c> has it. A finite value gives a
    /// JSON number (<c>1.0</c>, <c>1e-08</c>); <c>inf</c>, <c>-inf</c> and <c>nan</c> are none. The same on every framework.
    /// </summary>
    public static string Shortest(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        string sign = bits < 0 ? "-" : string.Empty;
        int exponent = (int)(bits >> 52) & 0x7FF;
        ulong fraction = (ulong)bits & 0xFFFFFFFFFFFFF;
        if (exponent == 0x7FF)
        {
            return fraction != 0 ? "nan" : sign + "inf";
        }

        // Any 15 digits are a float64 of their own, but for the smallest numbers.
        if (exponent == 0)
        {
            return sign + (fraction == 0 ? "0.0" : new ShortestDecimal(fraction, -1074, isLowerBoundaryCloser: false).ToText(1, 17, nearestOnly: false));
        }

        bool isPowerOfTwo = fraction == 0 && exponent > 1;
        return sign + new ShortestDecimal(fraction | 0x10000000000000, exponent - 1075, isPowerOfTwo).ToText(15, 17, nearestOnly: false);
    }
}
