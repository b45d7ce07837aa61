using System;
using System.Globalization;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Editing;

/// <summary>Compares a value in a file with the text that it shall have.</summary>
internal static class ScalarText
{
    /// <summary>
    /// Whether the value says the same already: the same text, or the same decimal number in another spelling
    /// (<c>1</c>, <c>1.0</c>, <c>10e-1f</c>). Hexadecimal and octal numbers are compared as text.
    /// </summary>
    public static bool IsSame(SourceText source, ValueSyntax value, string wanted)
    {
        string text = Of(source, value);
        return text == wanted || (Normalize(text) is { } number && number == Normalize(wanted));
    }

    /// <summary>A value as written; its sign, which may stand apart, right before its literal.</summary>
    public static string Of(SourceText source, ValueSyntax value)
        => value is LiteralSyntax literal ? (literal.IsNegative ? "-" : string.Empty) + literal.Literal : source.Slice(value.Span);

    /// <summary>Sign, digits without zeros at either end, and the power of ten of the last digit; null for no decimal number.</summary>
    private static string? Normalize(string text)
    {
        string sign = text is ['-', ..] ? "-" : string.Empty;
        string unsigned = text.Substring(sign.Length);
        if (!NumberLiteral.IsWellFormed(unsigned) || unsigned is ['0', 'x' or 'X' or (>= '0' and <= '7'), ..])
        {
            return null;
        }

        unsigned = unsigned.TrimEnd('f', 'F');
        int exponentAt = unsigned.IndexOfAny(['e', 'E']);
        string decimals = exponentAt < 0 ? unsigned : unsigned.Substring(0, exponentAt);
        string powerText = exponentAt < 0 ? "0" : unsigned.Substring(exponentAt + 1);
        if (!int.TryParse(powerText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power))
        {
            return null;
        }

        int point = decimals.IndexOf('.');
        long last = power - (long)(point < 0 ? 0 : decimals.Length - point - 1);
        string digits = decimals.Replace(".", string.Empty).TrimStart('0');
        string significant = digits.TrimEnd('0');
        last = significant.Length == 0 ? 0 : last + digits.Length - significant.Length;
        return FormattableString.Invariant($"{sign}{significant}e{last}");
    }
}
