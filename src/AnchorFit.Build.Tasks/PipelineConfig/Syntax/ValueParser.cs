using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Values: literals with their sign, strings, and lists. Messages are the field parser's.</summary>
internal sealed class ValueParser(
    SourceText source,
    TokenCursor cursor,
    OpenMessages messages,
    DiagnosticBag diagnostics,
    Func<FieldNameSyntax, bool, MessageSyntax> parseMessage)
{
    private readonly LiteralFaults _faults = new(source, cursor, diagnostics);

    /// <summary>The last literal was a number with a word at its end: <c>10bar</c>, perhaps a value and the next name.</summary>
    public bool EndsInWord { get; private set; }

    /// <summary>
    /// The value at the cursor. Null when none begins there (nothing is taken) or when a sign stands without
    /// number (reported and taken).
    /// </summary>
    public ValueSyntax? Parse(FieldNameSyntax field) => cursor.Kind switch
    {
        TokenKind.LeftBrace or TokenKind.LeftAngle => parseMessage(field, false),
        TokenKind.LeftBracket => ParseList(field),
        TokenKind.LeftParenthesis when cursor.IsFieldStart(1) || cursor.Next.Kind == TokenKind.RightParenthesis => parseMessage(field, false),
        TokenKind.LeftParenthesis => ParseList(field),
        _ => ParseScalar(isItem: false),
    };

    private ValueSyntax? ParseScalar(bool isItem) => cursor.Kind switch
    {
        TokenKind.Identifier or TokenKind.Slash or TokenKind.Dot when _faults.TryTakeText() is { } text => new StringSyntax([], text),
        TokenKind.Identifier or TokenKind.Number => ParseLiteral(null, isItem),
        TokenKind.Minus or TokenKind.Plus => ParseSigned(isItem),
        TokenKind.String => ParseString(),
        TokenKind.BarePath => ParseBarePath(),
        TokenKind.Unknown when cursor.IsSmartQuoted(cursor.Current) => ParseString(),
        _ => null,
    };

    private LiteralSyntax? ParseSigned(bool isItem)
    {
        Token sign = cursor.Take();
        bool isWord = cursor.Kind == TokenKind.Identifier && (sign.Kind == TokenKind.Minus || IsInfinityOrNaN(source.Slice(cursor.Current.Span)));
        if ((isWord || cursor.Kind == TokenKind.Number) && !cursor.IsAtFieldStart)
        {
            return ParseLiteral(sign, isItem);
        }

        diagnostics.Add(SyntaxDiagnostics.MalformedNumber(source, sign.Span));
        if (cursor.IsOnSameLine && !cursor.IsAtFieldStart && cursor.Kind is TokenKind.Identifier or TokenKind.Minus or TokenKind.Plus or TokenKind.String or TokenKind.Dot)
        {
            cursor.SkipStrayValues();
        }

        return null;
    }

    /// <summary>The words that may have a plus before them: for Python that is part of a number.</summary>
    private static bool IsInfinityOrNaN(string word)
        => word.Equals("inf", StringComparison.OrdinalIgnoreCase) || word.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            || word.Equals("nan", StringComparison.OrdinalIgnoreCase);

    private LiteralSyntax ParseLiteral(Token? sign, bool isItem)
    {
        EndsInWord = false;
        if (cursor.Kind == TokenKind.Number && _faults.TryTakeNumber(isItem) is { } number)
        {
            return new LiteralSyntax(sign?.Kind == TokenKind.Minus, source.Slice(number), IsIdentifier: false, TextSpan.FromBounds(sign?.Span.Start ?? number.Start, number.End));
        }

        Token token = cursor.Take();
        string literal = source.Slice(token.Span);
        bool isIdentifier = token.Kind == TokenKind.Identifier;
        TextSpan span = TextSpan.FromBounds(sign?.Span.Start ?? token.Span.Start, token.Span.End);
        if (!isIdentifier && !NumberLiteral.IsWellFormed(literal))
        {
            diagnostics.Add(SyntaxDiagnostics.MalformedNumber(source, token.Span));
            EndsInWord = TextFormatCharacters.IsLetter(literal[literal.Length - 1]);
        }
        else if (sign is not null && sign.Value.Span.End < token.Span.Start)
        {
            diagnostics.Add(SyntaxDiagnostics.SignApart(source, span));
        }

        return new LiteralSyntax(sign?.Kind == TokenKind.Minus, literal, isIdentifier, span);
    }

    private StringSyntax ParseBarePath()
    {
        TextSpan path = cursor.Take().Span;
        diagnostics.Add(SyntaxDiagnostics.UnquotedPath(source, path, isName: false));
        return new StringSyntax([], path);
    }

    private StringSyntax ParseString()
    {
        var decoder = new StringLiteralDecoder(source, diagnostics);
        int start = cursor.Current.Span.Start;
        while (cursor.Kind == TokenKind.String || cursor.IsSmartQuoted(cursor.Current))
        {
            Token token = cursor.Take();
            if (token.Kind == TokenKind.String)
            {
                decoder.Append(token.Span);
                if (decoder.IsUnterminated)
                {
                    int end = cursor.PreviousEnd;
                    _faults.SkipRestOfString();
                    return new StringSyntax(decoder.ToBytes(), TextSpan.FromBounds(start, end));
                }
            }
            else
            {
                diagnostics.Add(SyntaxDiagnostics.SmartQuote(source, token.Span.Start));
                decoder.AppendVerbatim(source.Slice(token.Span).Trim('"', '\'', '“', '”', '‘', '’'));
            }
        }

        return new StringSyntax(decoder.ToBytes(), TextSpan.FromBounds(start, cursor.PreviousEnd));
    }

    private ListSyntax ParseList(FieldNameSyntax field)
    {
        Token open = cursor.Take();
        if (open.Kind == TokenKind.LeftParenthesis)
        {
            diagnostics.Add(SyntaxDiagnostics.Parenthesis(source, open.Span, "[1.0, 2.0]"));
        }

        var separators = new ListSeparators(source, diagnostics);
        List<ValueSyntax> items = [];
        while (!messages.IsListClosedHere(open))
        {
            if (cursor.Kind == TokenKind.Comma || (cursor.Kind == TokenKind.Semicolon && cursor.Next.Kind is TokenKind.Number or TokenKind.String or TokenKind.Minus or TokenKind.LeftBrace))
            {
                separators.Add(cursor.Take());
            }
            else if (cursor.IsAtFieldStart && cursor.IsOnSameLine && TrySkipField())
            {
                return new ListSyntax(open, items, new Token(TokenKind.RightBracket, new TextSpan(cursor.PreviousEnd - 1, 1)));
            }
            else if (!cursor.IsAtFieldStart && ParseItem(field, items, separators))
            {
                continue;
            }
            else
            {
                // An item that is not closed itself has been reported, and the list's end is lost with its own.
                if (items is not [.., MessageSyntax { Close.Span.Length: 0 }])
                {
                    diagnostics.Add(SyntaxDiagnostics.UnclosedList(source, open.Span, field.Text, cursor.Current.Span.Start));
                }

                return new ListSyntax(open, items, new Token(TokenKind.RightBracket, new TextSpan(cursor.PreviousEnd, 0)));
            }
        }

        separators.End();
        return new ListSyntax(open, items, cursor.Take());
    }

    private bool ParseItem(FieldNameSyntax field, List<ValueSyntax> items, ListSeparators separators)
    {
        int previousEnd = cursor.PreviousEnd;
        if (cursor.Kind == TokenKind.LeftBracket)
        {
            separators.ReportOnce(SyntaxDiagnostics.NestedList(source, cursor.Current.Span));
            separators.BeforeItem(previousEnd);
            SkipNestedList();
            return true;
        }

        bool isMessage = cursor.Kind is TokenKind.LeftBrace or TokenKind.LeftAngle;
        ValueSyntax? item = isMessage ? parseMessage(field, true) : ParseScalar(isItem: true);
        if (item is not null)
        {
            separators.BeforeItem(previousEnd);
            items.Add(item);
        }

        return cursor.PreviousEnd > previousEnd;
    }

    private bool TrySkipField()
    {
        TextSpan name = cursor.Current.Span;
        if (!cursor.TrySkipPastBracketOnLine())
        {
            return false;
        }

        diagnostics.Add(SyntaxDiagnostics.FieldInList(source, name));
        return true;
    }

    private void SkipNestedList()
    {
        int depth = 0;
        do
        {
            TokenKind kind = cursor.Take().Kind;
            depth += kind == TokenKind.LeftBracket ? 1 : kind == TokenKind.RightBracket ? -1 : 0;
        }
        while (depth > 0 && !cursor.IsAtFieldStart
            && cursor.Kind is not (TokenKind.EndOfFile or TokenKind.RightBrace or TokenKind.RightAngle));
    }
}
