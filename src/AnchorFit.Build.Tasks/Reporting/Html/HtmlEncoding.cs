using System.Text;

namespace AnchorFit.Reporting.Html;

/// <summary>Makes any text fit to stand in HTML and XML, between tags and in quoted attributes.</summary>
internal static class HtmlEncoding
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Appends the text. White space is a space; what no document may hold (control characters, halves of surrogate
    /// pairs) or what turns the direction of other text becomes U+FFFD, so that it is seen.
    /// </summary>
    public static void Append(StringBuilder target, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '&':
                    target.Append("&amp;");
                    break;
                case '<':
                    target.Append("&lt;");
                    break;
                case '>':
                    target.Append("&gt;");
                    break;
                case '"':
                    target.Append("&quot;");
                    break;
                case '\'':
                    target.Append("&#39;");
                    break;
                case '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029':
                    target.Append(' ');
                    break;
                default:
                    target.Append(IsRefused(c) ? Replacement : c);
                    break;
            }
        }
    }

    private static bool IsRefused(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
