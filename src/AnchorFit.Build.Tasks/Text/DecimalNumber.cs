using System;
using System.Numerics;

namespace AnchorFit.Text;

/// <summary>
/// Decimal numbers from the bytes of a text, each as the double that is nearest to it, the even one of two that are
/// equally near. The parsers of the frameworks differ in the last digit; this one is the same in every build.
/// </summary>
internal static class DecimalNumber
{
    /// <summary>A longer text is no number that a person or a tool wrote.</summary>
    private const int LongestText = 400;

    private const int MantissaBits = 53;
    private const int SmallestExponent = -1074;
    private const int MostQuickDigits = 18;
    private const long SmallestMantissa = 1L << 52;

    /// <summary>Beyond these powers of ten every number is 0 or infinite.</summary>
    private const int LargestPower = 310;
    private const int SmallestPower = -345;

    private static readonly double[] ExactPowers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads a sign, digits around a point and an exponent, of which only one digit must be there; nothing else, and no
    /// white space. What is too large becomes an infinity.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length > LongestText)
        {
            return false;
        }

        int at = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        int start = at;
        int point = -1;
        for (; at < text.Length && (IsDigit(text[at]) || (text[at] == '.' && point < 0)); at++)
        {
            point = text[at] == '.' ? at : point;
        }

        ReadOnlySpan<byte> digits = text.Slice(start, at - start);
        int decimals = point < 0 ? 0 : at - point - 1;
        if (digits.Length == (point < 0 ? 0 : 1) || !TryReadExponent(text, ref at, out int exponent) || at < text.Length)
        {
            return false;
        }

        value = Round(digits, exponent - decimals);
        value = text[0] == '-' ? -value : value;
        return true;
    }

    /// <summary>
    /// Rounds the quotient of numbers of 16 to 18 digits, which databases write, correctly: the one that doubles gave is
    /// at most two units in the last place off. How far exactly is a difference of whole numbers that fits into 64 bits
    /// though its terms don't: they are computed modulo 2^64.
    /// </summary>
    public static bool TryRound(out double quotient, long digits, long divisor)
    {
        quotient = (double)digits / divisor;
        if (quotient is > 1e9 or < 1e-3)
        {
            return false;
        }

        // quotient = mantissa / 2^shift, and 22 < shift < 63.
        long bits = BitConverter.DoubleToInt64Bits(quotient);
        long mantissa = (bits & 0xFFFFFFFFFFFFF) | SmallestMantissa;
        int shift = 1075 - (int)(bits >> 52);
        long rest = unchecked((digits << shift) - (mantissa * divisor));
        while (2 * rest > divisor || (2 * rest == divisor && (mantissa & 1) != 0))
        {
            mantissa++;
            rest -= divisor;
        }

        while (2 * rest < -divisor || (2 * rest == -divisor && (mantissa & 1) != 0))
        {
            mantissa--;
            rest += divisor;
        }

        // Below a power of two the doubles stand closer together than was reckoned with.
        quotient = (double)mantissa / (1L << shift);
        return mantissa > SmallestMantissa;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, ref int at, out int exponent)
    {
        exponent = 0;
        if (at == text.Length || text[at] is not ((byte)'e' or (byte)'E'))
        {
            return true;
        }

        at++;
        bool isNegative = at < text.Length && text[at] == '-';
        at += isNegative || (at < text.Length && text[at] == '+') ? 1 : 0;
        int start = at;
        for (; at < text.Length && IsDigit(text[at]); at++)
        {
            exponent = Math.Min((10 * exponent) + text[at] - '0', 1 << 20);
        }

        exponent = isNegative ? -exponent : exponent;
        return at > start;
    }

    /// <param name="digits">Digits, perhaps with a point among them that doesn't count.</param>
    /// <param name="power">The power of ten that the whole number of the digits is multiplied by.</param>
    private static double Round(ReadOnlySpan<byte> digits, int power)
    {
        ulong small = 0;
        long head = 0;
        int count = 0;
        foreach (byte b in digits)
        {
            if (b != '.' && (count > 0 || b != '0'))
            {
                head = count < MostQuickDigits ? (10 * head) + (b - '0') : head;
                small = count < 19 ? (10 * small) + (ulong)(b - '0') : small;
                count++;
            }
        }

        // Both are exact doubles, so one operation rounds correctly (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
        if (count <= 19 && small <= 1UL << MantissaBits && power is >= -22 and <= 22)
        {
            return power < 0 ? small / ExactPowers[-power] : small * ExactPowers[power];
        }

        if (TryRoundHead(head, power + Math.Max(count - MostQuickDigits, 0), isCut: count > MostQuickDigits, out double quick))
        {
            return quick;
        }

        return count == 0 || count + power < SmallestPower ? 0
            : count + power > LargestPower ? double.PositiveInfinity
            : RoundExactly(count <= 19 ? small : ReadAll(digits), power);
    }

    /// <summary>Rounds a number by its first digits; what is cut off matters only where the next number is another double.</summary>
    private static bool TryRoundHead(long head, int power, bool isCut, out double value)
    {
        value = 0;
        if (power is < -MostQuickDigits or >= 0)
        {
            return false;
        }

        long divisor = (long)ExactPowers[-power];
        return TryRound(out value, head, divisor)
            && (!isCut || (TryRound(out double above, head + 1, divisor) && above == value));
    }

    private static BigInteger ReadAll(ReadOnlySpan<byte> digits)
    {
        BigInteger all = BigInteger.Zero;
        foreach (byte b in digits)
        {
            all = b == '.' ? all : (10 * all) + (b - '0');
        }

        return all;
    }

    /// <summary>The quotient of two whole numbers with all its bits, rounded once.</summary>
    private static double RoundExactly(BigInteger digits, int power)
    {
        BigInteger numerator = power > 0 ? digits * BigInteger.Pow(10, power) : digits;
        BigInteger denominator = power < 0 ? BigInteger.Pow(10, -power) : BigInteger.One;

        // The quotient gets 54 or 55 bits; fewer where the double is below the normal ones, but always one that is dropped.
        int exponent = Math.Max(BitLength(numerator) - BitLength(denominator) - MantissaBits - 1, SmallestExponent - 1);
        numerator <<= Math.Max(-exponent, 0);
        denominator <<= Math.Max(exponent, 0);
        ulong bits = (ulong)BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int dropped = Math.Max(BitLength(bits) - MantissaBits, SmallestExponent - exponent);
        ulong tail = bits & ((1UL << dropped) - 1);
        ulong half = 1UL << (dropped - 1);
        ulong mantissa = bits >> dropped;
        mantissa += tail > half || (tail == half && (!rest.IsZero || (mantissa & 1) != 0)) ? 1UL : 0;
        exponent += dropped;

        // In two steps, since the power alone may be no double; each is exact.
        return mantissa * PowerOfTwo(exponent / 2) * PowerOfTwo(exponent - (exponent / 2));
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static int BitLength(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        int length = 8 * (bytes.Length - 1);
        for (int last = bytes[bytes.Length - 1]; last > 0; last >>= 1)
        {
            length++;
        }

        return length;
    }

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;
}
