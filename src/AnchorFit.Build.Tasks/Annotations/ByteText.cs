using System;

namespace AnchorFit.Annotations;

/// <summary>Looks at text that isn't decoded.</summary>
internal static class ByteText
{
    /// <summary>The bytes behind the byte order mark of UTF-8, if they begin with it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes.Slice(3) : bytes;

    /// <summary>The text without white space around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text.Slice(start, end - start);
    }

    /// <summary>The text without the quotation marks around it, where it has both.</summary>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == '"' && text[text.Length - 1] == '"' ? text.Slice(1, text.Length - 2) : text;

    /// <summary>The text begins so, in small or capital letters.</summary>
    /// <param name="beginning">Small letters and signs of ASCII.</param>
    public static bool StartsWith(ReadOnlySpan<byte> text, string beginning) =>
        text.Length >= beginning.Length && EndsWith(text.Slice(0, beginning.Length), beginning);

    /// <summary>The text ends so, in small or capital letters.</summary>
    /// <param name="ending">Small letters and signs of ASCII.</param>
    public static bool EndsWith(ReadOnlySpan<byte> text, string ending)
    {
        int start = text.Length - ending.Length;
        for (int i = 0; start >= 0 && i < ending.Length; i++)
        {
            byte b = text[start + i];
            if ((b is >= (byte)'A' and <= (byte)'Z' ? b + 0x20 : b) != ending[i])
            {
                return false;
            }
        }

        return start >= 0;
    }
}
