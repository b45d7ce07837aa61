using System.Text;

namespace AnchorFit.Reporting.Html;

/// <summary>Cuts long names, so that neither a line of the page nor the page itself grows with them.</summary>
internal static class CutText
{
    /// <summary>How many characters of a name are shown.</summary>
    public const int NameLength = 64;

    /// <summary>How many characters a tool tip has.</summary>
    public const int TipLength = 160;

    /// <summary>The text with its middle left out, as beginnings and ends tell names apart: <c>data/…/0001.xml</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">What the result may have at most; 3 at least.</param>
    public static string Middle(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        int head = (maxLength - 1) / 2;
        int tail = text.Length - (maxLength - 1 - head);
        if (char.IsHighSurrogate(text[head - 1]))
        {
            head--;
        }

        if (char.IsLowSurrogate(text[tail]))
        {
            tail++;
        }

        return new StringBuilder(maxLength).Append(text, 0, head).Append('…').Append(text, tail, text.Length - tail).ToString();
    }
}
