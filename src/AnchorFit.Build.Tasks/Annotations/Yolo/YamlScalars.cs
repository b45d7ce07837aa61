using System.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Reads single texts of a YAML file: plain ones and quoted ones, each on one line.</summary>
internal static class YamlScalars
{
    /// <summary>Reads the text at an offset, which is moved behind it. What is wrong, or an empty text.</summary>
    public static string Read(string source, ref int at, bool inFlow, out YamlScalar scalar)
    {
        char first = at < source.Length ? source[at] : '\n';
        int start = at;
        scalar = new YamlScalar(null, start);
        if (first is '"' or '\'')
        {
            at++;
            string fault = first == '"' ? ReadDouble(source, ref at, out string text) : ReadSingle(source, ref at, out text);
            scalar = new YamlScalar(text, start);
            return fault;
        }

        if (IsIndicator(first) || (first is '-' or '?' or ':' && IsBlankAt(source, at + 1)))
        {
            return $"'{first}' isn't understood here";
        }

        while (!IsEndOfPlain(source, at, inFlow))
        {
            at++;
        }

        string plain = source.Substring(start, at - start).TrimEnd(' ', '\t');
        scalar = new YamlScalar(plain is "" or "~" or "null" or "Null" or "NULL" ? null : plain, start);
        return string.Empty;
    }

    public static bool IsLineEnd(string source, int at) => at >= source.Length || source[at] is '\n' or '\r';

    public static bool IsBlankAt(string source, int at) => IsLineEnd(source, at) || source[at] is ' ' or '\t';

    /// <summary>No plain text begins with the sign, which has a meaning of its own.</summary>
    private static bool IsIndicator(char c) =>
        c is ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`';

    private static bool IsEndOfPlain(string source, int at, bool inFlow) =>
        IsLineEnd(source, at)
        || (source[at] == '#' && at > 0 && source[at - 1] is ' ' or '\t')
        || (source[at] == ':' && (IsBlankAt(source, at + 1) || (inFlow && source[at + 1] is ',' or ']' or '}')))
        || (inFlow && source[at] is ',' or '[' or ']' or '{' or '}');

    private static string ReadSingle(string source, ref int at, out string text)
    {
        var builder = new StringBuilder();
        for (text = string.Empty; !IsLineEnd(source, at); at++)
        {
            if (source[at] != '\'')
            {
                builder.Append(source[at]);
            }
            else if (at + 1 < source.Length && source[at + 1] == '\'')
            {
                builder.Append('\'');
                at++;
            }
            else
            {
                at++;
                text = builder.ToString();
                return string.Empty;
            }
        }

        return "the quote isn't closed on its line";
    }

    private static string ReadDouble(string source, ref int at, out string text)
    {
        var builder = new StringBuilder();
        for (text = string.Empty; !IsLineEnd(source, at); at++)
        {
            if (source[at] == '"')
            {
                at++;
                text = builder.ToString();
                return string.Empty;
            }

            if (source[at] != '\\')
            {
                builder.Append(source[at]);
            }
            else if (!TryReadEscape(source, ref at, builder))
            {
                return "the escape after '\\' isn't understood";
            }
        }

        return "the quote isn't closed on its line";
    }

    /// <summary>Reads from the backslash on to the last letter of the escape; stays at its kind where it isn't understood.</summary>
    private static bool TryReadEscape(string source, ref int at, StringBuilder builder)
    {
        at++;
        char kind = at < source.Length ? source[at] : '\n';
        int digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            int known = "\\\"/nrt0 ".IndexOf(kind);
            builder.Append(known < 0 ? ' ' : "\\\"/\n\r\t\0 "[known]);
            return known >= 0;
        }

        uint code = 0;
        for (int i = 1; i <= digits; i++)
        {
            int digit = at + i < source.Length ? DigitOf(source[at + i]) : -1;
            if (digit < 0)
            {
                return false;
            }

            code = (code << 4) | (uint)digit;
        }

        if (code > 0x10FFFF || (digits == 8 && code is >= 0xD800 and <= 0xDFFF))
        {
            return false;
        }

        builder.Append(code > 0xFFFF ? char.ConvertFromUtf32((int)code) : ((char)code).ToString());
        at += digits;
        return true;
    }

    /// <summary>The value of a hexadecimal digit; -1 where it is none.</summary>
    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
