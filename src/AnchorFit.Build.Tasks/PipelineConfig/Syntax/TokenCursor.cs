using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;
using static AnchorFit.PipelineConfig.Syntax.TextFormatCharacters;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// Walks over the tokens that have meaning. White space and comments are passed over; characters that can mean
/// nothing anywhere, and comments of other languages, are reported when the cursor is made and then passed over too.
/// </summary>
internal sealed class TokenCursor
{
    /// <summary>So far ahead a closing bracket is looked for, so that a hostile file costs no quadratic time.</summary>
    private const int MaxLookAhead = 200;

    private readonly SourceText _source;
    private readonly List<Token> _tokens = [];
    private int _brokenWordEnd = -1;
    private int _index;

    public TokenCursor(SourceText source, IReadOnlyList<Token> tokens, DiagnosticBag diagnostics)
    {
        _source = source;
        bool reportedCarriageReturn = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            i = diagnostics.ErrorCount < DiagnosticBag.KeptPerRule ? i : tokens.Count - 1;
            Token token = tokens[i];
            if (token.Kind == TokenKind.ByteOrderMark)
            {
                diagnostics.Add(SyntaxDiagnostics.ByteOrderMark(source));
            }
            else if (token.Kind == TokenKind.Comment)
            {
                int at = reportedCarriageReturn ? -1 : FindSwallowedLine(token.Span);
                if (at >= 0)
                {
                    diagnostics.Add(SyntaxDiagnostics.CarriageReturn(source, at));
                    reportedCarriageReturn = true;
                }
            }
            else if (token.Kind == TokenKind.Unknown && !IsEqualsSign(token) && !IsSmartQuoted(token))
            {
                bool isComment = source.Content[token.Span.Start] == '/';
                diagnostics.Add(isComment
                    ? SyntaxDiagnostics.ForeignComment(source, new TextSpan(token.Span.Start, 2))
                    : SyntaxDiagnostics.UnknownCharacter(source, token.Span));
                if (!isComment && (TouchesWord(token) || StandsForWord(tokens, i)))
                {
                    AddToWord(token);
                }
            }
            else if (token.Kind is TokenKind.Identifier or TokenKind.Number && _brokenWordEnd == token.Span.Start)
            {
                AddToWord(token);
            }
            else if (!token.IsTrivia)
            {
                if (token.Span.Length == 1 && token.Kind != TokenKind.Unknown && PlainSign(source.Content[token.Span.Start]) is var plain and not '\0')
                {
                    diagnostics.Add(SyntaxDiagnostics.LookAlike(source, token.Span, plain));
                }

                _tokens.Add(token);
            }
        }
    }

    public Token Current => _tokens[_index];

    /// <summary>The token after the current one; the end of the file follows itself.</summary>
    public Token Next => Peek(1);

    /// <summary>The token so many after the current one; the end of the file follows itself.</summary>
    public Token Peek(int ahead) => _tokens[Math.Min(_index + ahead, _tokens.Count - 1)];

    /// <summary>Where the last token that was taken ends; 0 before the first.</summary>
    public int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].Span.End;

    public TokenKind Kind => Current.Kind;

    public Token Take()
    {
        Token token = Current;
        if (token.Kind != TokenKind.EndOfFile)
        {
            _index++;
        }

        return token;
    }

    public bool IsEqualsSign(Token token)
        => token.Kind == TokenKind.Unknown && _source.Content[token.Span.Start] == '=';

    public bool IsSmartQuoted(Token token)
        => token.Kind == TokenKind.Unknown && IsSmartQuote(_source.Content[token.Span.Start]);

    /// <summary>A word or number with <c>:</c>, <c>=</c> or an opening brace after it: no value looks like that.</summary>
    public bool IsAtFieldStart => IsFieldStart(0);

    /// <summary>The same of the token so many after the current one.</summary>
    public bool IsFieldStart(int ahead)
    {
        Token name = Peek(ahead);
        Token next = Peek(ahead + 1);
        return (name.Kind == TokenKind.Identifier || (name.Kind == TokenKind.Number && IsDigit(_source.Content[name.Span.End - 1])))
            && (next.Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.LeftAngle || IsEqualsSign(next));
    }

    /// <summary>Whether the token so many after the current one touches the one before it.</summary>
    public bool Touches(int ahead)
        => _index + ahead > 0 && Peek(ahead).Span.Start == (ahead == 0 ? PreviousEnd : Peek(ahead - 1).Span.End);

    /// <summary>Passes all that is left.</summary>
    public void SkipToEnd() => _index = _tokens.Count - 1;

    /// <summary>How many tokens from the current one on stand on its line; looks only so far ahead.</summary>
    public int CountOnLine()
    {
        int line = _source.GetPosition(Current.Span.Start).Line;
        int count = 0;
        while (count < MaxLookAhead && Peek(count).Kind != TokenKind.EndOfFile && _source.GetPosition(Peek(count).Span.Start).Line == line)
        {
            count++;
        }

        return count;
    }

    /// <summary>Takes so many tokens; the range from the first to the last.</summary>
    public TextSpan Skip(int count)
    {
        int start = Current.Span.Start;
        for (int i = 0; i < count; i++)
        {
            Take();
        }

        return TextSpan.FromBounds(start, PreviousEnd);
    }

    /// <summary>A semicolon with a value behind it on its line: meant as a colon.</summary>
    public bool IsSemicolonForColon
        => Kind == TokenKind.Semicolon && Next.Kind is TokenKind.Number or TokenKind.String or TokenKind.Minus or TokenKind.LeftBracket
            && _source.GetPosition(Current.Span.End).Line == _source.GetPosition(Next.Span.Start).Line;

    /// <summary>Whether the current token stands on the line on which the last one ended.</summary>
    public bool IsOnSameLine
        => _index > 0 && _source.GetPosition(Current.Span.Start).Line == _source.GetPosition(PreviousEnd).Line;

    /// <summary>The column of a token that is the first on its line; 0 for one that is not.</summary>
    public int ColumnAtLineStart(int offset)
    {
        LinePosition position = _source.GetPosition(offset);
        for (int i = offset - 1; i >= 0 && _source.GetPosition(i).Line == position.Line; i--)
        {
            if (!IsWhitespace(_source.Content[i]) && _source.Content[i] != '\uFEFF')
            {
                return 0;
            }
        }

        return position.Column;
    }

    /// <summary>Passes over values and separators that belong to no field, as far as they stand on this line.</summary>
    /// <param name="withBracket">A <c>]</c> behind them is that of a list that was not opened.</param>
    public void SkipStrayValues(bool withBracket = false)
    {
        do
        {
            Take();
        }
        while (IsOnSameLine && !IsAtFieldStart
            && Kind is TokenKind.Number or TokenKind.String or TokenKind.Unknown or TokenKind.Minus or TokenKind.Plus
                or TokenKind.Dot or TokenKind.Slash or TokenKind.Comma or TokenKind.Semicolon);
        if (withBracket && IsOnSameLine && Kind is TokenKind.RightBracket or TokenKind.RightParenthesis)
        {
            Take();
        }
    }

    /// <summary>Takes everything up to and with a <c>]</c> on this line; takes nothing and returns false without one.</summary>
    public bool TrySkipPastBracketOnLine()
    {
        int line = _source.GetPosition(PreviousEnd).Line;
        int limit = Math.Min(_tokens.Count, _index + MaxLookAhead);
        for (int i = _index; i < limit && _source.GetPosition(_tokens[i].Span.Start).Line == line; i++)
        {
            if (_tokens[i].Kind == TokenKind.RightBracket)
            {
                _index = i + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>What a letter of another alphabet has cut into pieces, <c>num_classés</c>, counts as one word.</summary>
    private void AddToWord(Token piece)
    {
        if (TouchesWord(piece))
        {
            _tokens[_tokens.Count - 1] = new Token(TokenKind.Identifier, TextSpan.FromBounds(_tokens[_tokens.Count - 1].Span.Start, piece.Span.End));
        }
        else
        {
            _tokens.Add(new Token(TokenKind.Identifier, piece.Span));
        }

        _brokenWordEnd = piece.Span.End;
    }

    /// <summary>The unknown characters stand where a name or a value must, and are all that stands there.</summary>
    private bool StandsForWord(IReadOnlyList<Token> tokens, int index)
    {
        TokenKind next = tokens[index + 1].Kind;
        if (next is TokenKind.Identifier or TokenKind.Colon or TokenKind.LeftBrace)
        {
            return true;
        }

        bool isPlaceholder = tokens[index].Span.Length > 3 && _source.Content[tokens[index].Span.Start + 1] is '{' or '(';
        bool isLast = isPlaceholder || next != TokenKind.Whitespace || _source.Slice(tokens[index + 1].Span).IndexOfAny(['\r', '\n']) >= 0
            || tokens[index + 2].Kind is TokenKind.RightBrace or TokenKind.RightAngle or TokenKind.EndOfFile or TokenKind.Comment;
        return isLast && _tokens.Count > 0 && _tokens[_tokens.Count - 1].Kind == TokenKind.Colon;
    }

    private bool TouchesWord(Token token)
        => _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: TokenKind.Identifier } word && word.Span.End == token.Span.Start;

    /// <summary>The carriage return inside a comment after which more than white space follows, or −1.</summary>
    private int FindSwallowedLine(TextSpan comment)
    {
        int at = _source.Content.IndexOf('\r', comment.Start, comment.Length);
        for (int i = at; i >= 0 && i < comment.End; i++)
        {
            if (!IsWhitespace(_source.Content[i]))
            {
                return at;
            }
        }

        return -1;
    }
}
