using static AnchorFit.PipelineConfig.Syntax.TextFormatCharacters;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>The forms of a number: <c>12</c>, <c>017</c>, <c>0x1F</c>, <c>1.5</c>, <c>1.</c>, <c>.5</c>, <c>1e-3</c>, the decimal ones also with <c>f</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>Whether a text without sign is a number of the text format.</summary>
    public static bool IsWellFormed(string text)
    {
        if (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            return text.Length > 2 && SkipHex(text, 2) == text.Length;
        }

        int whole = SkipDigits(text, 0);
        int at = whole;
        bool hasPoint = at < text.Length && text[at] == '.';
        if (hasPoint)
        {
            at = SkipDigits(text, at + 1);
            if (at == 1)
            {
                return false;
            }
        }

        bool hasExponent = at < text.Length && text[at] is 'e' or 'E';
        if (hasExponent)
        {
            int digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            at = SkipDigits(text, digits);
            if (at == digits)
            {
                return false;
            }
        }

        bool isFloat = hasPoint || hasExponent;
        if (at < text.Length && text[at] is 'f' or 'F')
        {
            isFloat = true;
            at++;
        }

        // A leading zero makes an integer octal; a float has none.
        bool isOctal = whole > 1 && text[0] == '0';
        return at == text.Length && at > 0 && (!isOctal || (!isFloat && SkipOctal(text) == text.Length));
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int SkipHex(string text, int at)
    {
        while (at < text.Length && HexValue(text[at]) >= 0)
        {
            at++;
        }

        return at;
    }

    private static int SkipOctal(string text)
    {
        int at = 0;
        while (at < text.Length && IsOctalDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
