using System.Text;

namespace AnchorFit.Text;

/// <summary>Makes text that came from a file fit to stand in a one-line message.</summary>
internal static class DisplayText
{
    /// <summary>The value in single quotes, control characters replaced, cut at 80 characters.</summary>
    public static string Quote(string value) => "'" + Clean(value) + "'";

    /// <summary>A reason in somebody else's words, such as an exception's message: one line, cut at 400 characters.</summary>
    public static string Reason(string text) => Clean(text, 400).Trim().TrimEnd('.');

    /// <summary>The value without control characters, cut at <paramref name="maxLength"/> characters.</summary>
    public static string Clean(string value, int maxLength = 80)
    {
        var builder = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            if (builder.Length == maxLength)
            {
                builder.Append('…');
                break;
            }

            builder.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return builder.ToString();
    }
}
