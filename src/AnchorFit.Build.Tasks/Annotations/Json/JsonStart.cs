using System;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>Tells by its first bytes whether a file can be JSON, and what else it is.</summary>
internal static class JsonStart
{
    /// <summary>The length of the byte order mark of UTF-8 that the bytes begin with, or 0.</summary>
    public static int MarkLength(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>The text begins like an object or a list: a bracket, and what may stand behind it.</summary>
    public static bool IsLikely(ReadOnlySpan<byte> bytes)
    {
        int first = PassSpace(bytes, MarkLength(bytes));
        if (first == bytes.Length || bytes[first] is not ((byte)'{' or (byte)'['))
        {
            return false;
        }

        int second = PassSpace(bytes, first + 1);
        return second == bytes.Length
            || (bytes[first] == '{' ? bytes[second] is (byte)'"' or (byte)'}' : "{[]\"-0123456789tfn"u8.IndexOf(bytes[second]) >= 0);
    }

    /// <summary>The text is in UTF-16, marked or to be seen by its zero bytes, and may be JSON.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        return bytes.Length >= 4
            && ((bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0)
                || (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0));
    }

    /// <summary>What a file is that begins with these bytes, white space aside, and not like JSON; a clause.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] == '<')
        {
            return "the file is XML or HTML";
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("PK\x03\x04"u8))
        {
            return "the file is compressed";
        }

        int end = 0;
        while (end < Math.Min(bytes.Length, 24) && bytes[end] is not ((byte)'\r' or (byte)'\n'))
        {
            if (bytes[end] is (< (byte)' ' and not (byte)'\t') or >= 0x7F)
            {
                return "the file is not text";
            }

            end++;
        }

        return "the file begins with " + DisplayText.Quote(Encoding.ASCII.GetString(bytes.Slice(0, end).ToArray()));
    }

    /// <summary>What a value is that begins with a byte; a minus sign stands for a number.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public static JsonKind KindOf(byte first) => first switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.List,
        (byte)'"' => JsonKind.Text,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonKind.Number,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        (byte)'N' or (byte)'I' => JsonKind.NotFinite,
        _ => JsonKind.None,
    };

    private static int PassSpace(ReadOnlySpan<byte> bytes, int start)
    {
        int at = start;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }
}
