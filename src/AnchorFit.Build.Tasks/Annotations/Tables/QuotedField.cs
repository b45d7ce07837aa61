using System;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Fields in quotes, which may hold separators, newlines and, doubled, quotes (RFC 4180). As in Python's csv module the
/// text behind the closing quote belongs to the field.
/// </summary>
internal static class QuotedField
{
    /// <summary>The place behind the closing quote; −1 where the text has none. At the text's end it may be half a doubled one.</summary>
    /// <param name="start">Behind the opening quote.</param>
    /// <param name="plain">No quote stands in the field.</param>
    /// <param name="lines">Grows by the newlines in the field.</param>
    public static int Skip(ReadOnlySpan<byte> text, int start, out bool plain, ref int lines)
    {
        plain = true;
        for (int at = start; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                continue;
            }

            if (at + 1 == text.Length || text[at + 1] != '"')
            {
                CountLines(text.Slice(start, at - start), ref lines);
                return at + 1;
            }

            plain = false;
            at++;
        }

        return -1;
    }

    /// <summary>The field without the quotes that only mark it.</summary>
    /// <param name="field">Behind the opening quote.</param>
    /// <param name="target">Receives the text; it grows where it must.</param>
    public static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> field, ref byte[] target)
    {
        target = target.Length < field.Length ? new byte[Math.Max(256, field.Length)] : target;
        int length = 0;
        bool quoted = true;
        for (int i = 0; i < field.Length; i++)
        {
            if (quoted && field[i] == '"')
            {
                quoted = i + 1 < field.Length && field[i + 1] == '"';
                if (!quoted)
                {
                    continue;
                }

                i++;
            }

            target[length++] = field[i];
        }

        return target.AsSpan(0, length);
    }

    /// <summary>Counts the newlines of a text, and gives the place behind the last; LF, CRLF and CR are one each.</summary>
    public static int CountLines(ReadOnlySpan<byte> text, ref int lines)
    {
        int lineStart = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lineStart = i + 1;
                lines++;
            }
        }

        return lineStart;
    }
}
