using System.Collections.Generic;
using AnchorFit.Text;
using static AnchorFit.PipelineConfig.Syntax.TextFormatCharacters;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// Cuts a text into tokens that cover it without gaps, white space and comments included. It never fails: what
/// belongs to no token becomes <see cref="TokenKind.Unknown"/>, and the parser says what is wrong with it.
/// Words and numbers are cut as Python's protobuf cuts them (<c>foo-bar</c> and <c>10bar</c> are one token), so
/// that a malformed one is reported whole. Source: protobuf.dev/reference/protobuf/textformat-spec, and
/// <c>python/google/protobuf/text_format.py</c> for what the trainer reads.
/// </summary>
internal sealed class TextFormatLexer
{
    /// <summary>So far the end of a placeholder is looked for, so that a hostile file costs no quadratic time.</summary>
    private const int MaxPlaceholder = 200;

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _position;

    private TextFormatLexer(string text) => _text = text;

    /// <summary>The tokens of a text, in order; the last is an empty <see cref="TokenKind.EndOfFile"/>. Linear time.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var lexer = new TextFormatLexer(text);
        while (lexer._position < text.Length)
        {
            int start = lexer._position;
            TokenKind kind = lexer.Scan();
            lexer._tokens.Add(new Token(kind, TextSpan.FromBounds(start, lexer._position)));
        }

        lexer._tokens.Add(new Token(TokenKind.EndOfFile, new TextSpan(text.Length, 0)));
        return lexer._tokens;
    }

    private TokenKind Scan()
    {
        char c = _text[_position];
        if (_position == 0 && c == '\uFEFF')
        {
            return Take(1, TokenKind.ByteOrderMark);
        }

        if (IsWhitespace(c))
        {
            return TakeWhile(IsWhitespace, TokenKind.Whitespace);
        }

        if (c == '#')
        {
            return ScanComment();
        }

        if ((IsLetter(c) || c is '~' or '\\') && BarePath.EndOf(_text, _position) is var pathEnd and > 0)
        {
            return Take(pathEnd - _position, TokenKind.BarePath);
        }

        if (IsLetter(c))
        {
            return TakeWhile(static c => IsLetter(c) || IsDigit(c) || c is '-' or '+', TokenKind.Identifier);
        }

        if (IsDigit(c) || (c == '.' && IsDigit(At(1))))
        {
            return ScanNumber();
        }

        if (IsPlainQuote(c))
        {
            return ScanString(c);
        }

        return IsSmartQuote(c) ? ScanSmartQuoted() : ScanPunctuation(c);
    }

    private TokenKind ScanPunctuation(char c)
    {
        if (PlaceholderEnd() is var end and > 0)
        {
            return Take(end - _position, TokenKind.Unknown);
        }

        // A dash stands for a minus only before a number.
        char sign = PlainSign(c) is var plain and not '\0' && (plain != '-' || IsDigit(At(1)) || At(1) == '.') ? plain : c;
        TokenKind kind = sign switch
        {
            ':' => TokenKind.Colon,
            ',' => TokenKind.Comma,
            ';' => TokenKind.Semicolon,
            '-' => TokenKind.Minus,
            '+' => TokenKind.Plus,
            '.' => TokenKind.Dot,
            '/' when At(1) is not ('/' or '*') => TokenKind.Slash,
            '{' => TokenKind.LeftBrace,
            '}' => TokenKind.RightBrace,
            '<' => TokenKind.LeftAngle,
            '>' => TokenKind.RightAngle,
            '[' => TokenKind.LeftBracket,
            ']' => TokenKind.RightBracket,
            '(' => TokenKind.LeftParenthesis,
            ')' => TokenKind.RightParenthesis,
            _ => TokenKind.Unknown,
        };
        return kind != TokenKind.Unknown ? Take(1, kind)
            : c == '/' ? ScanForeignComment()
            : c == '=' ? Take(1, TokenKind.Unknown)
            : TakeWhile(IsUnknown, TokenKind.Unknown);
    }

    /// <summary>The end of a template's placeholder on this line, <c>${NAME}</c>, <c>$(NAME)</c>, <c>{{ name }}</c>; 0 where none begins.</summary>
    private int PlaceholderEnd()
    {
        string? close = (_text[_position], At(1)) switch
        {
            ('$', '{') => "}",
            ('$', '(') => ")",
            ('{', '{') => "}}",
            _ => null,
        };
        int window = System.Math.Min(MaxPlaceholder, _text.Length - _position);
        int end = close is null ? -1 : _text.IndexOf(close, _position, window, System.StringComparison.Ordinal);
        return end > 0 && _text.IndexOfAny(['{', ':', '"', '\'', '\r', '\n'], _position + 2, end - _position - 2) < 0 ? end + close!.Length : 0;
    }

    /// <summary>Only a line feed ends a comment, for the specification and for Python alike; in CRLF the CR stays outside.</summary>
    private TokenKind ScanComment()
    {
        int end = _text.IndexOf('\n', _position);
        end = end < 0 ? _text.Length : end > 0 && _text[end - 1] == '\r' ? end - 1 : end;
        return Take(end - _position, TokenKind.Comment);
    }

    /// <summary>Digits, letters, dots, and the sign of a decimal exponent; whether that is a number is checked later.</summary>
    private TokenKind ScanNumber()
    {
        bool isHex = _text[_position] == '0' && At(1) is 'x' or 'X';
        while (_position < _text.Length)
        {
            char c = _text[_position];
            bool isExponentSign = c is '+' or '-' && !isHex && _text[_position - 1] is 'e' or 'E';
            if (!IsLetter(c) && !IsDigit(c) && c != '.' && !isExponentSign)
            {
                break;
            }

            _position++;
        }

        return TokenKind.Number;
    }

    /// <summary>To the closing quote; without one on the line, to the end of the line.</summary>
    private TokenKind ScanString(char quote)
    {
        int start = _position++;
        while (_position < _text.Length && _text[_position] != '\n')
        {
            char c = _text[_position++];
            if (c == quote)
            {
                return TokenKind.String;
            }

            if (c == '\\' && _position < _text.Length && _text[_position] is not ('\n' or '\r'))
            {
                _position++;
            }
        }

        int end = _text.IndexOf('\r', start, _position - start);
        _position = end < 0 ? _position : end;
        return TokenKind.String;
    }

    /// <summary>From a smart quote to the next quote of any kind on the line; without one, the rest of the line.</summary>
    private TokenKind ScanSmartQuoted()
    {
        int end = LineEnd();
        for (int i = _position + 1; i < end; i++)
        {
            if (IsSmartQuote(_text[i]) || IsPlainQuote(_text[i]))
            {
                return Take(i + 1 - _position, TokenKind.Unknown);
            }
        }

        return TakeLine(end);
    }

    /// <summary><c>// …</c> to the end of the line, <c>/* … */</c> to its end or, without one, that of the line.</summary>
    private TokenKind ScanForeignComment()
    {
        if (At(1) == '*')
        {
            int close = _text.IndexOf("*/", _position + 2, System.StringComparison.Ordinal);
            if (close >= 0)
            {
                return Take(close + 2 - _position, TokenKind.Unknown);
            }
        }

        return TakeLine(LineEnd());
    }

    private static bool IsUnknown(char c)
        => !IsWhitespace(c) && !IsLetter(c) && !IsDigit(c) && !IsPlainQuote(c) && !IsSmartQuote(c)
            && c is not ('#' or ':' or ',' or ';' or '-' or '+' or '.' or '/' or '{' or '}' or '<' or '>' or '[' or ']' or '(' or ')' or '=' or '$')
            && PlainSign(c) == '\0';

    private char At(int ahead) => _position + ahead < _text.Length ? _text[_position + ahead] : '\0';

    private int LineEnd()
    {
        int end = _text.IndexOfAny(['\r', '\n'], _position);
        return end < 0 ? _text.Length : end;
    }

    private TokenKind Take(int length, TokenKind kind)
    {
        _position += length;
        return kind;
    }

    private TokenKind TakeLine(int end)
    {
        while (IsWhitespace(_text[end - 1]))
        {
            end--;
        }

        return Take(end - _position, TokenKind.Unknown);
    }

    private TokenKind TakeWhile(System.Func<char, bool> belongs, TokenKind kind)
    {
        do
        {
            _position++;
        }
        while (_position < _text.Length && belongs(_text[_position]));

        return kind;
    }
}
