using System.Globalization;
using System.Numerics;

namespace AnchorFit.Text;

/// <summary>
/// The shortest decimal text of a binary number that reads back as the same number. A value m·2^e is rounded,
/// half to even, to more and more significant digits; the first decimal between the midpoints to the neighbouring
/// binary numbers is taken. Whole-number arithmetic throughout, because .NET Framework formats and parses
/// differently from .NET.
/// </summary>
/// <param name="mantissa">m, not 0.</param>
/// <param name="exponent">e.</param>
/// <param name="isLowerBoundaryCloser">The number is a power of two whose lower neighbour is half as far as the upper.</param>
internal readonly struct ShortestDecimal(ulong mantissa, int exponent, bool isLowerBoundaryCloser)
{
    /// <summary>
    /// The text with the fewest digits from <paramref name="minDigits"/> to <paramref name="maxDigits"/>, written as
    /// Python's <c>repr</c> writes it: <c>1.0</c>, <c>0.0001</c>, <c>1e-05</c>, <c>1e+16</c>.
    /// </summary>
    /// <param name="minDigits">At least 1.</param>
    /// <param name="maxDigits">So many that every number reads back.</param>
    /// <param name="nearestOnly">
    /// Of each length only the decimal next to the number counts. Without it the one above does, too: beside a power of
    /// two the next one may lie below, where it reads back as the lower neighbour.
    /// </param>
    public string ToText(int minDigits, int maxDigits, bool nearestOnly)
    {
        // Everything in quarters of a unit in the last place, over a common denominator that is a power of two.
        int shift = exponent - 2;
        BigInteger scale = shift > 0 ? BigInteger.One << shift : BigInteger.One;
        BigInteger denominator = shift < 0 ? BigInteger.One << -shift : BigInteger.One;
        BigInteger value = new BigInteger(mantissa) * 4 * scale;
        BigInteger low = value - (isLowerBoundaryCloser ? scale : 2 * scale);
        BigInteger high = value + (2 * scale);
        int leading = FindDecimalExponent(value, denominator);

        for (int digits = minDigits; ; digits++)
        {
            int last = leading - digits + 1;
            BigInteger up = last < 0 ? BigInteger.Pow(10, -last) : BigInteger.One;
            BigInteger unit = last > 0 ? denominator * BigInteger.Pow(10, last) : denominator;
            BigInteger rounded = DivideHalfToEven(value * up, unit);
            if (digits == maxDigits || ReadsBack(rounded * unit, low * up, high * up))
            {
                return Write(rounded.ToString(CultureInfo.InvariantCulture), last);
            }

            if (!nearestOnly && ReadsBack((rounded + 1) * unit, low * up, high * up))
            {
                return Write((rounded + 1).ToString(CultureInfo.InvariantCulture), last);
            }
        }
    }

    /// <summary>A decimal halfway between two binary numbers reads back as the even one.</summary>
    private bool ReadsBack(BigInteger candidate, BigInteger low, BigInteger high)
        => (candidate > low && candidate < high) || ((candidate == low || candidate == high) && mantissa % 2 == 0);

    /// <summary>The k with 10^k ≤ value &lt; 10^(k+1).</summary>
    private static int FindDecimalExponent(BigInteger value, BigInteger denominator)
    {
        int exponent = 0;
        BigInteger power = denominator;
        while (power * 10 <= value)
        {
            power *= 10;
            exponent++;
        }

        BigInteger scaled = value;
        while (scaled < denominator)
        {
            scaled *= 10;
            exponent--;
        }

        return exponent;
    }

    private static BigInteger DivideHalfToEven(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        int comparison = (remainder * 2).CompareTo(divisor);
        return comparison > 0 || (comparison == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    /// <summary>digits·10^last, with an exponent below 0.0001 and from 10^16 on.</summary>
    private static string Write(string digits, int last)
    {
        int leading = digits.Length - 1 + last;
        digits = digits.TrimEnd('0');
        if (leading is < -4 or >= 16)
        {
            string size = (leading < 0 ? -leading : leading).ToString("00", CultureInfo.InvariantCulture);
            return (digits.Length > 1 ? digits.Insert(1, ".") : digits) + (leading < 0 ? "e-" : "e+") + size;
        }

        return leading < 0 ? "0." + new string('0', -leading - 1) + digits
            : digits.Length <= leading + 1 ? digits.PadRight(leading + 1, '0') + ".0"
            : digits.Insert(leading + 1, ".");
    }
}
