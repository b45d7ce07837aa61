using System;
using System.Globalization;
using System.Text;
using System.Xml;

namespace AnchorFit.Annotations;

/// <summary>Looks at the beginning of a file that may be XML, and words for what is wrong with one that is.</summary>
internal static class XmlText
{
    /// <summary>
    /// The first sign that is no white space opens a tag, or there is none: an empty file is told by its reader. In
    /// UTF-16 every other byte of the first signs is 0.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<byte> head)
    {
        int first = PassSpace(head, 0);
        return first == head.Length || head[first] == '<';
    }

    /// <summary>The name of the root element without its prefix; empty where it isn't to be seen.</summary>
    /// <param name="head">Some KiB of the file, in an encoding whose markup is that of ASCII.</param>
    public static string RootOf(ReadOnlySpan<byte> head)
    {
        int at = PassSpace(head, 0);
        while (at < head.Length && head[at] == '<')
        {
            ReadOnlySpan<byte> rest = head.Slice(at);
            int length = rest.StartsWith("<!--"u8) ? LengthTo(rest, "-->"u8)
                : rest.StartsWith("<?"u8) ? LengthTo(rest, "?>"u8)
                : rest.StartsWith("<!"u8) ? LengthTo(rest, ">"u8)
                : 0;
            if (length == 0)
            {
                return NameOf(rest.Slice(1));
            }

            at = PassSpace(head, at + length);
        }

        return string.Empty;
    }

    /// <summary>The message without the sentence that repeats line and position, whatever language it is in.</summary>
    public static string WithoutPosition(XmlException exception)
    {
        string message = exception.Message.Trim();
        string line = exception.LineNumber.ToString(CultureInfo.InvariantCulture);
        string position = exception.LinePosition.ToString(CultureInfo.InvariantCulture);
        int end = message.LastIndexOf(". ", StringComparison.Ordinal);
        return end > 0
            && message.IndexOf(line, end, StringComparison.Ordinal) is > 0 and int lineAt
            && message.IndexOf(position, lineAt + line.Length, StringComparison.Ordinal) > 0
            ? message.Substring(0, end + 1)
            : message;
    }

    private static string NameOf(ReadOnlySpan<byte> tag)
    {
        int end = 0;
        int start = 0;
        while (end < tag.Length && tag[end] is not (<= (byte)' ' or (byte)'>' or (byte)'/'))
        {
            end++;
            start = tag[end - 1] == ':' ? end : start;
        }

        return Encoding.UTF8.GetString(tag.Slice(start, end - start).ToArray());
    }

    private static int LengthTo(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end)
    {
        int at = text.IndexOf(end);
        return at < 0 ? text.Length : at + end.Length;
    }

    private static int PassSpace(ReadOnlySpan<byte> text, int start)
    {
        int at = start;
        while (at < text.Length && text[at] is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF)
        {
            at++;
        }

        return at;
    }
}
