using System;
using System.Text;

namespace AnchorFit.Text;

/// <summary>Makes text that came from a file fit to stand in a one-line message.</summary>
internal static class DisplayText
{
    /// <summary>The value in single quotes, control characters replaced, cut at 80 characters.</summary>
    public static string Quote(string value) => "'" + Clean(value) + "'";

    /// <summary>The same of a piece of a text-format file: one that has quotes of its own is not given more.</summary>
    public static string QuoteSource(string value) =>
        value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0] ? Clean(value) : Quote(value);

    /// <summary>A field's path in single quotes, cut at 400 characters: the schema's own are longer than 80, and the end matters most.</summary>
    public static string QuotePath(string path) => "'" + Clean(path, 400) + "'";

    /// <summary>A reason in somebody else's words, such as an exception's message: one line, cut at 400 characters.</summary>
    public static string Reason(string text) => Clean(text, 400).Trim().TrimEnd('.');

    /// <summary>
    /// The value without control characters, cut at <paramref name="maxLength"/> characters. What CI services take for
    /// a command anywhere in a line of the log (<c>##[</c>, <c>##vso[</c>) is broken by a space.
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

            builder.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return builder.ToString();
    }

    private static bool EndsWith(StringBuilder builder, string text) =>
        builder.Length >= text.Length &&
        string.Equals(builder.ToString(builder.Length - text.Length, text.Length), text, StringComparison.OrdinalIgnoreCase);
}
