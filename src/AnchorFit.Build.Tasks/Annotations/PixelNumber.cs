using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>Numbers of pixels as annotation files write them: <c>12</c>, <c>12.5</c>, <c>1.2e2</c>, never <c>12,5</c>.</summary>
internal static class PixelNumber
{
    /// <summary>No image is larger; beyond it a number is a mistake, and arithmetic on it would overflow.</summary>
    public const double Limit = 1e9;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a text without surrounding white space. NaN, infinities and words are no numbers of pixels.</summary>
    public static bool TryParse(string text, out double value) =>
        DecimalNumber.TryParse(Encoding.UTF8.GetBytes(text), out value) && value is >= -Limit and <= Limit;

    /// <summary>
    /// Reads the plain bytes of a number of at most 15 digits without exponent: digits and power of ten are then exact
    /// doubles, so one division rounds correctly (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
    /// What it refuses may still be a number; what it accepts has the value of <see cref="TryParse"/>.
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool TryParseSimple(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (int i = negative ? 1 : 0; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (10 * digits) + digit;
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (text[i] == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return false;
            }

            if (count > 15)
            {
                return false;
            }
        }

        value = decimals > 0 ? digits / PowersOfTen[decimals] : digits;
        value = negative ? -value : value;
        return count > 0 && value is >= -Limit and <= Limit;
    }

    /// <summary>The shortest text that says the number, for messages.</summary>
    public static string Format(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
