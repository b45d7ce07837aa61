using System.Text;

namespace AnchorFit.Annotations.Json;

/// <summary>The content of JSON texts, whose escapes and bytes have been checked.</summary>
internal static class JsonText
{
    /// <summary>The text of the bytes between the quotation marks. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Decode(byte[] bytes, int start, int length, bool escaped)
    {
        string raw = Encoding.UTF8.GetString(bytes, start, length);
        if (!escaped)
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] == 'u' ? Unit(raw, i + 1) : Simple(raw[i]));
            i += raw[i] == 'u' ? 4 : 0;
        }

        return WithoutHalfPairs(text);
    }

    private static char Unit(string raw, int start)
    {
        int unit = 0;
        for (int i = start; i < start + 4; i++)
        {
            unit = (16 * unit) + (raw[i] <= '9' ? raw[i] - '0' : (raw[i] | 0x20) - 'a' + 10);
        }

        return (char)unit;
    }

    private static char Simple(char escape) => escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escape,
    };

    private static string WithoutHalfPairs(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }
}
