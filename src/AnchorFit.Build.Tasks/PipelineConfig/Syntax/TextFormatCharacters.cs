namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// The character classes of the text format. White space is wider than the specification's: the trainer reads
/// configs with Python's protobuf, which takes every Unicode space, such as the no-break space of web pages.
/// </summary>
internal static class TextFormatCharacters
{
    public static bool IsWhitespace(char c)
        => c is ' ' or '\n' or '\t' or '\v' or '\f' or '\r' || (c > 127 && char.IsWhiteSpace(c)) || c is >= '\u001C' and <= '\u001F';

    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsOctalDigit(char c) => c is >= '0' and <= '7';

    /// <summary>The value of a hexadecimal digit, or −1.</summary>
    public static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    /// <summary>The sign that a look-alike of another keyboard or of a word processor stands for; <c>\0</c> for all else.</summary>
    public static char PlainSign(char c) => c switch
    {
        '\uFF1A' => ':',
        '\uFF0C' => ',',
        '\uFF1B' => ';',
        '\uFF5B' => '{',
        '\uFF5D' => '}',
        '\uFF3B' => '[',
        '\uFF3D' => ']',
        '\uFF0D' or '\u2212' or '\u2012' or '\u2013' or '\u2014' => '-',
        _ => '\0',
    };

    public static bool IsPlainQuote(char c) => c is '"' or '\'';

    /// <summary>A quotation mark that word processors and web pages put in the place of <c>"</c> or <c>'</c>.</summary>
    public static bool IsSmartQuote(char c)
        => c is (>= '\u2018' and <= '\u201F') or '\u00AB' or '\u00BB' or '\u2039' or '\u203A'
            or '\u2032' or '\u2033' or '\u02BC' or '\uFF02' or '\uFF07' or '\u00B4' or '`';
}
