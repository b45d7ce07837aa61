using System;
using static AnchorFit.PipelineConfig.Syntax.TextFormatCharacters;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Finds a path that lacks its quotes where a colon, a tilde or backslashes in it would otherwise be taken for something else.</summary>
internal static class BarePath
{
    private static readonly string[] s_schemes = ["gs://", "s3://", "hdfs://", "file://", "http://", "https://"];

    /// <summary>Where the path ends that begins here; 0 where none does. A blank is part of it where a separator follows in the same word.</summary>
    public static int EndOf(string text, int start)
    {
        bool hasDrive = start + 2 < text.Length && text[start + 1] == ':' && text[start + 2] is '/' or '\\';
        bool isShared = start + 2 < text.Length && text[start] == '\\' && text[start + 1] == '\\' && char.IsLetterOrDigit(text[start + 2]);
        bool isHome = start + 1 < text.Length && text[start] == '~' && text[start + 1] is '/' or '\\';
        if (!hasDrive && !isShared && !isHome && !Array.Exists(s_schemes, scheme => string.CompareOrdinal(text, start, scheme, 0, scheme.Length) == 0))
        {
            return 0;
        }

        int end = EndOfWord(text, start);
        while (end < text.Length && text[end] == ' ' && EndOfWord(text, end + 1) is var next && text.IndexOfAny(['/', '\\'], end + 1, next - end - 1) > 0)
        {
            end = next;
        }

        return end < text.Length && IsPlainQuote(text[end]) ? end + 1 : end;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !IsWhitespace(text[at]) && !IsPlainQuote(text[at]) && text[at] is not ('{' or '}' or '<' or '>' or '[' or ']' or ',' or ';' or '#'))
        {
            at++;
        }

        return at;
    }
}
