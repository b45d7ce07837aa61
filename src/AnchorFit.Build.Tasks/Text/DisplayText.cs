using System;
using System.Text;

namespace AnchorFit.Text;

/// <summary>Makes text that came from a file fit to stand in a one-line message.</summary>
internal static class DisplayText
{
    private const int LongestLine = 10_000;

    /// <summary>The value in single quotes, control characters replaced, cut at 80 characters.</summary>
    public static string Quote(string value) => "'" + Clean(value) + "'";

    /// <summary>The same of a piece of a text-format file: one that has quotes of its own is not given more.</summary>
    public static string QuoteSource(string value) =>
        value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0] ? Clean(value) : Quote(value);

    /// <summary>A field's path in single quotes, cut at 400 characters: the schema's own are longer than 80, and the end matters most.</summary>
    public static string QuotePath(string path) => "'" + Clean(path, 400) + "'";

    /// <summary>A reason in somebody else's words, such as an exception's message: one line, cut at 400 characters.</summary>
    public static string Reason(string text) => Clean(text, 400).Trim().TrimEnd('.');

    /// <summary>A whole line for a log, or a path at its beginning: as <see cref="Clean"/>, and no command of a CI service even there (<c>::error</c>).</summary>
    public static string Line(string text)
    {
        string clean = Clean(text, LongestLine);
        return clean.TrimStart().StartsWith("::", StringComparison.Ordinal) ? clean.Replace("::", ": :") : clean;
    }

    /// <summary>
    /// The value without control characters and those that turn the direction of writing, cut at
    /// <paramref name="maxLength"/> characters. What CI services take for a command anywhere in a line of the log
    /// (<c>##[</c>, <c>##vso[</c>) is broken by a space.
    /// </summary>
    public static string Clean(string value, int maxLength = 80)
    {
        var builder = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            if (builder.Length >= maxLength)
            {
                builder.Append('…');
                break;
            }

            if (c == '[' && (EndsWith(builder, "##") || EndsWith(builder, "##vso")))
            {
                builder.Append(' ');
            }

            builder.Append(char.IsControl(c) || TurnsLine(c) ? ' ' : c);
        }

        return builder.ToString();
    }

    // Line and paragraph separators, and what turns the direction of all that follows.
    private static bool TurnsLine(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool EndsWith(StringBuilder builder, string text) =>
        builder.Length >= text.Length &&
        string.Equals(builder.ToString(builder.Length - text.Length, text.Length), text, StringComparison.OrdinalIgnoreCase);
}
