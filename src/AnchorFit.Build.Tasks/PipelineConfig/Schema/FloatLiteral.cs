using System;
using System.Globalization;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Numbers of float and double fields as Python's protobuf takes them: <c>1</c>, <c>1.</c>, <c>.5</c>, <c>1e-3</c>,
/// <c>1.f</c>, <c>inf</c>, <c>infinity</c>, <c>nan</c> in any case; a leading zero means nothing, and neither hex
/// nor a capital <c>F</c> is taken.
/// </summary>
internal static class FloatLiteral
{
    /// <summary>Reads a literal without its sign; beyond the range of double it is infinite.</summary>
    public static bool TryParse(string literal, bool isIdentifier, out double value)
    {
        string text = literal.TrimEnd('f');
        if (isIdentifier)
        {
            value = IsWord(literal, "nan") || IsWord(text, "nan") ? double.NaN : double.PositiveInfinity;
            return double.IsNaN(value) || IsWord(literal, "inf") || IsWord(literal, "inff")
                || IsWord(literal, "infinity") || IsWord(literal, "infinityf");
        }

        if (!IsDecimal(text))
        {
            value = 0;
            return false;
        }

        // .NET Framework refuses what is too large, where .NET answers infinity.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            value = double.PositiveInfinity;
        }

        return true;
    }

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static bool IsDecimal(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= '0' and <= '9') or '.' or 'e' or 'E' or '+' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
