using System;

namespace AnchorFit.Text;

/// <summary>Tells where bytes stop being UTF-8.</summary>
internal static class Utf8
{
    /// <summary>
    /// The offset of the first byte at which no well-formed UTF-8 sequence begins, or −1 when all are well formed.
    /// Overlong forms, surrogates and what is above U+10FFFF are malformed (Unicode, table 3-7).
    /// </summary>
    public static int FindMalformed(byte[] bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            int length = SequenceLength(bytes, at, bytes.Length);
            if (length == 0)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    /// <summary>How many bytes the well-formed sequence at an offset has, all before the end; 0 when there is none.</summary>
    public static int SequenceLength(ReadOnlySpan<byte> bytes, int at, int end)
    {
        byte first = bytes[at];
        if (first < 0x80)
        {
            return 1;
        }

        int length = LengthBy(first);
        if (length == 0 || at + length > end)
        {
            return 0;
        }

        if (!IsSecond(first, bytes[at + 1]))
        {
            return 0;
        }

        for (int i = at + 2; i < at + length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }

    /// <summary>
    /// How many UTF-16 units a text takes: one a character, two for those of four bytes, and one for a byte that is no
    /// UTF-8, or for the bytes of a character that is cut off, as an editor shows them (Unicode, chapter 3.9, U+FFFD substitution).
    /// </summary>
    public static int CountUtf16(ReadOnlySpan<byte> text)
    {
        int count = 0;
        for (int at = 0; at < text.Length; count++)
        {
            int length = SequenceLength(text, at, text.Length);
            count += length == 4 ? 1 : 0;
            at += length > 0 ? length : MalformedLength(text, at);
        }

        return count;
    }

    // The longest piece that could still have become a character.
    private static int MalformedLength(ReadOnlySpan<byte> text, int at)
    {
        int length = LengthBy(text[at]);
        if (length < 3 || at + 1 == text.Length || !IsSecond(text[at], text[at + 1]))
        {
            return 1;
        }

        int there = 2;
        while (there < length && at + there < text.Length && (text[at + there] & 0xC0) == 0x80)
        {
            there++;
        }

        return there;
    }

    private static int LengthBy(byte first) => first switch
    {
        >= 0xC2 and <= 0xDF => 2,
        >= 0xE0 and <= 0xEF => 3,
        >= 0xF0 and <= 0xF4 => 4,
        _ => 0,
    };

    private static bool IsSecond(byte first, byte second) =>
        second >= (first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80) && second <= (first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF);
}
