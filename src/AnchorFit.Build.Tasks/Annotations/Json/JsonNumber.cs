using System;
using System.Runtime.CompilerServices;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>Numbers by their bytes.</summary>
internal static class JsonNumber
{
    /// <summary>From here on not every whole number is a double.</summary>
    private const double ExactLimit = 1L << 53;

    /// <summary>The bytes are a number of the grammar (RFC 8259, section 6): no plus sign, no leading zeros, digits around the point.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        int at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int digits = CountDigits(text, at);
        if (digits == 0 || (digits > 1 && text[at] == '0'))
        {
            return false;
        }

        at += digits;
        if (at < text.Length && text[at] == '.')
        {
            digits = CountDigits(text, at + 1);
            at += digits + 1;
        }

        if (digits > 0 && at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at += at + 1 < text.Length && text[at + 1] is (byte)'+' or (byte)'-' ? 2 : 1;
            digits = CountDigits(text, at);
            at += digits;
        }

        return digits > 0 && at == text.Length;
    }

    /// <summary>The value of a valid number; beyond the range of doubles an infinity.</summary>
    public static bool TryReadDouble(ReadOnlySpan<byte> text, out double value) => DecimalNumber.TryParse(text, out value);

    /// <summary>The value of a valid number that is whole, however it is written (<c>7</c>, <c>7.0</c>); false for others and too large ones.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public static bool TryReadWhole(ReadOnlySpan<byte> text, out long value)
    {
        if (TryReadDigits(text, out value))
        {
            return true;
        }

        if (TryReadDouble(text, out double number) && Math.Abs(number) < ExactLimit && Math.Floor(number) == number)
        {
            value = (long)number;
            return true;
        }

        return false;
    }

    [MethodImpl(JsonBytes.Inline)]
    private static bool TryReadDigits(ReadOnlySpan<byte> text, out long value)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        value = 0;
        for (int i = start; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (10 * value) + digit;
        }

        value = start == 0 ? value : -value;
        return text.Length > start && text.Length - start <= 18;
    }

    [MethodImpl(JsonBytes.Inline)]
    private static int CountDigits(ReadOnlySpan<byte> text, int start)
    {
        int at = start;
        while (at < text.Length && (uint)(text[at] - '0') <= 9)
        {
            at++;
        }

        return Math.Max(at - start, 0);
    }
}
