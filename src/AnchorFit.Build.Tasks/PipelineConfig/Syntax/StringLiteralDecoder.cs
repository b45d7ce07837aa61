using System;
using System.Collections.Generic;
using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using static AnchorFit.PipelineConfig.Syntax.TextFormatCharacters;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// Turns quoted strings into the bytes that they stand for. What the specification and Python's protobuf agree on
/// is silent; an escape that Python keeps as it is (<c>\q</c>, <c>\?</c>) or that not all its versions read (<c>\u</c>
/// beyond ASCII, of which a pair of surrogates) is a warning; one that Python refuses is an error, and its text is kept.
/// </summary>
internal sealed class StringLiteralDecoder(SourceText source, DiagnosticBag diagnostics)
{
    private readonly List<byte> _bytes = [];

    /// <summary>The last string has no closing quote.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>The bytes of everything appended so far; text is UTF-8.</summary>
    public byte[] ToBytes() => _bytes.ToArray();

    /// <summary>Appends one string token, quotes included; reports a missing closing quote at the opening one.</summary>
    public void Append(TextSpan token)
    {
        string text = source.Content;
        char quote = text[token.Start];
        int at = token.Start + 1;
        while (at < token.End && text[at] != quote)
        {
            at = text[at] == '\\' && at + 1 < token.End ? AppendEscape(at, token.End) : AppendText(at, token.End, quote);
        }

        IsUnterminated = at >= token.End;
        if (IsUnterminated)
        {
            ReportUnterminated(token, quote);
        }
    }

    /// <summary>Appends what stands between smart quotes, as it is; the caller has reported them.</summary>
    public void AppendVerbatim(string text) => _bytes.AddRange(Encoding.UTF8.GetBytes(text));

    private void ReportUnterminated(TextSpan token, char quote)
    {
        for (int i = token.Start + 1; i < token.End; i++)
        {
            if (IsSmartQuote(source.Content[i]) && source.Content[i] != '`')
            {
                diagnostics.Add(SyntaxDiagnostics.SmartQuote(source, i));
                return;
            }
        }

        diagnostics.Add(SyntaxDiagnostics.UnterminatedString(source, new TextSpan(token.Start, 1), quote));
    }

    private int AppendText(int start, int end, char quote)
    {
        int at = start + 1;
        while (at < end && source.Content[at] != quote && source.Content[at] != '\\')
        {
            at++;
        }

        AppendVerbatim(source.Content.Substring(start, at - start));
        return at;
    }

    private int AppendEscape(int backslash, int end)
    {
        char c = source.Content[backslash + 1];
        int simple = c switch
        {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' or '\'' or '"' => c,
            _ => -1,
        };
        if (simple >= 0)
        {
            _bytes.Add((byte)simple);
            return backslash + 2;
        }

        return c switch
        {
            >= '0' and <= '7' => AppendOctal(backslash, end),
            'x' => AppendHex(backslash, end),
            'u' or 'U' => AppendUnicode(backslash, end),
            '?' => Keep(backslash, backslash + 2, SyntaxDiagnostics.EscapedQuestionMark),
            'N' => Refuse(backslash, 2, "names of characters are not read; write '\\\\', or '/' in a path"),
            _ => KeepUnknown(backslash, end),
        };
    }

    private int AppendOctal(int backslash, int end)
    {
        int value = 0;
        int at = backslash + 1;
        while (at < end && at < backslash + 4 && IsOctalDigit(source.Content[at]))
        {
            value = (value * 8) + (source.Content[at++] - '0');
        }

        if (value > 255)
        {
            return Refuse(backslash, at - backslash, "the largest octal escape is \\377");
        }

        _bytes.Add((byte)value);
        return at;
    }

    private int AppendHex(int backslash, int end)
    {
        int digits = CountHex(backslash + 2, end, 2);
        if (digits == 0)
        {
            return Refuse(backslash, 2, "one or two hexadecimal digits must follow \\x; write '\\\\', or '/' in a path, for a backslash");
        }

        _bytes.Add((byte)ReadHex(backslash + 2, digits));
        return backslash + 2 + digits;
    }

    private int AppendUnicode(int backslash, int end)
    {
        int expected = source.Content[backslash + 1] == 'u' ? 4 : 8;
        int digits = CountHex(backslash + 2, end, expected);
        if (digits < expected)
        {
            string rule = expected == 4 ? "four hexadecimal digits must follow \\u" : "eight hexadecimal digits must follow \\U";
            return Refuse(backslash, 2 + digits, rule + "; write '\\\\', or '/' in a path, for a backslash");
        }

        uint codePoint = ReadHex(backslash + 2, expected);
        int next = backslash + 2 + expected;
        if (codePoint is >= 0xD800 and <= 0xDFFF)
        {
            return AppendSurrogates(backslash, codePoint, next, end);
        }

        if (codePoint > 0x10FFFF)
        {
            return Refuse(backslash, 2 + expected, "the last character of Unicode is \\U0010FFFF");
        }

        if (codePoint > 0x7F)
        {
            diagnostics.Add(SyntaxDiagnostics.UnicodeEscape(source, TextSpan.FromBounds(backslash, next)));
        }

        AppendVerbatim(char.ConvertFromUtf32((int)codePoint));
        return next;
    }

    private int AppendSurrogates(int backslash, uint high, int next, int end)
    {
        bool isPair = high < 0xDC00 && next + 1 < end && source.Content[next] == '\\'
            && source.Content[next + 1] == 'u' && CountHex(next + 2, end, 4) == 4;
        uint low = isPair ? ReadHex(next + 2, 4) : 0;
        if (low is < 0xDC00 or > 0xDFFF)
        {
            return Refuse(backslash, next - backslash, "it is half of a character (a surrogate); write the character itself");
        }

        diagnostics.Add(SyntaxDiagnostics.SurrogatePair(source, TextSpan.FromBounds(backslash, next + 6)));
        AppendVerbatim(char.ConvertFromUtf32(char.ConvertToUtf32((char)high, (char)low)));
        return next + 6;
    }

    private int Refuse(int backslash, int length, string cure)
    {
        var span = new TextSpan(backslash, length);
        diagnostics.Add(SyntaxDiagnostics.BadEscape(source, span, cure));
        AppendVerbatim(source.Slice(span));
        return span.End;
    }

    private int KeepUnknown(int backslash, int end)
    {
        bool isPair = backslash + 2 < end && char.IsSurrogatePair(source.Content[backslash + 1], source.Content[backslash + 2]);
        return Keep(backslash, backslash + (isPair ? 3 : 2), SyntaxDiagnostics.UnknownEscape);
    }

    private int Keep(int backslash, int end, Func<SourceText, TextSpan, Diagnostic> fault)
    {
        var span = TextSpan.FromBounds(backslash, end);
        diagnostics.Add(fault(source, span));
        AppendVerbatim(source.Slice(span));
        return end;
    }

    private int CountHex(int start, int end, int limit)
    {
        int count = 0;
        while (count < limit && start + count < end && HexValue(source.Content[start + count]) >= 0)
        {
            count++;
        }

        return count;
    }

    private uint ReadHex(int start, int digits)
    {
        uint value = 0;
        for (int i = start; i < start + digits; i++)
        {
            value = (value * 16) + (uint)HexValue(source.Content[i]);
        }

        return value;
    }
}
