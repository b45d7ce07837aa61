using System;
using System.Runtime.CompilerServices;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>Numbers straight from the bytes of a text, with the values of <see cref="PixelNumber.TryParse"/>.</summary>
internal static class ByteNumber
{
    private const int MostDigits = 18;

    /// <summary>One more digit makes at most <see cref="MostDigits"/>.</summary>
    private const long MostBeforeLast = 100_000_000_000_000_000;

    /// <summary>Up to it every whole number is a double.</summary>
    private const long LargestExact = 1L << 53;

    private static readonly long[] PowersOfTen = CreatePowersOfTen();

    /// <summary>Reads a text; white space around it doesn't count. Allocates only for exponents and for more than 18 digits.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        ReadOnlySpan<byte> number = ByteText.Trim(text);
        return TryParseDigits(number, out value)
            || (DecimalNumber.TryParse(number, out value) && value is >= -PixelNumber.Limit and <= PixelNumber.Limit);
    }

    /// <summary>Reads a number of boxes: above 0, fractions allowed; false beyond 1e±15, where sums stop meaning anything.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool TryParseCount(ReadOnlySpan<byte> text, out double count)
    {
        ReadOnlySpan<byte> number = ByteText.Trim(text);
        return (TryParseDigits(number, out count) || DecimalNumber.TryParse(number, out count)) && count is >= 1e-15 and <= 1e15;
    }

    /// <summary>
    /// Reads at most 18 digits without exponent: digits over a power of ten. Where both are exact doubles one division
    /// rounds correctly (see <see cref="PixelNumber.TryParseSimple"/>). What it refuses may still be a number.
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static bool TryParseDigits(ReadOnlySpan<byte> text, out double value)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        long digits = 0;
        int point = -1;
        for (int i = start; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9 && digits < MostBeforeLast)
            {
                digits = (10 * digits) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                value = 0;
                return false;
            }
        }

        int decimals = point < 0 ? 0 : text.Length - point - 1;
        int count = text.Length - start - (point < 0 ? 0 : 1);
        value = 0;
        if (count == 0 || decimals > MostDigits)
        {
            return false;
        }

        double quotient = (double)digits / PowersOfTen[decimals];
        if (digits > LargestExact && !DecimalNumber.TryRound(out quotient, digits, PowersOfTen[decimals]))
        {
            return false;
        }

        value = start > 0 ? -quotient : quotient;
        return quotient <= PixelNumber.Limit;
    }

    private static long[] CreatePowersOfTen()
    {
        long[] powers = new long[MostDigits + 1];
        powers[0] = 1;
        for (int i = 1; i <= MostDigits; i++)
        {
            powers[i] = 10 * powers[i - 1];
        }

        return powers;
    }
}
