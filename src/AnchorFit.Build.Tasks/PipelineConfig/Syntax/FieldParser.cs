using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>
/// Fields and messages, by recursive descent, once over the tokens. A field without a value, or a value without a
/// name, is reported and left out of the tree.
/// </summary>
internal sealed class FieldParser
{
    private readonly SourceText _source;
    private readonly TokenCursor _cursor;
    private readonly OpenMessages _messages;
    private readonly DiagnosticBag _diagnostics;
    private readonly ValueParser _values;
    private readonly NameFaults _names;

    public FieldParser(SourceText source, TokenCursor cursor, OpenMessages messages, DiagnosticBag diagnostics)
    {
        _source = source;
        _cursor = cursor;
        _messages = messages;
        _diagnostics = diagnostics;
        _values = new ValueParser(source, cursor, messages, diagnostics, ParseMessage);
        _names = new NameFaults(source, cursor, diagnostics);
    }

    public IReadOnlyList<FieldSyntax> ParseFile() => ParseFields();

    private List<FieldSyntax> ParseFields()
    {
        List<FieldSyntax> fields = [];
        while (_cursor.Kind != TokenKind.EndOfFile && !_messages.GivesUp())
        {
            if (_messages.IsAtCloser)
            {
                if (_messages.IsClosedHere())
                {
                    break;
                }
            }
            else if (_cursor.Kind == TokenKind.RightBracket || _messages.EndsBeforeField())
            {
                break;
            }
            else
            {
                ParseField(fields);
            }
        }

        return fields;
    }

    private MessageSyntax ParseMessage(FieldNameSyntax name, bool isInList)
    {
        Token open = _cursor.Take();
        if (open.Kind == TokenKind.LeftParenthesis)
        {
            _diagnostics.Add(SyntaxDiagnostics.Parenthesis(_source, open.Span, "{ … }"));
        }

        return ParseMessage(open, name, isInList);
    }

    private MessageSyntax ParseMessage(Token open, FieldNameSyntax name, bool isInList)
    {
        if (_messages.Depth == TextFormatParser.MaxDepth)
        {
            _diagnostics.Add(SyntaxDiagnostics.TooDeep(_source, open.Span, TextFormatParser.MaxDepth));
            _messages.SkipMessage();
            return new MessageSyntax(open, [], new Token(TokenKind.RightBrace, new TextSpan(_cursor.PreviousEnd, 0)));
        }

        _messages.Enter(open, name, isInList);
        List<FieldSyntax> fields = ParseFields();
        return new MessageSyntax(open, fields, _messages.Leave());
    }

    private void ParseField(List<FieldSyntax> fields)
    {
        Token start = _cursor.Current;
        switch (start.Kind)
        {
            case TokenKind.Identifier when _names.TrySkipProse():
                break;
            case TokenKind.Identifier when _names.TryReadDotted() is { } dotted:
                ParseRest(dotted, []);
                break;
            case TokenKind.String when _names.TryReadQuoted() is { } quoted:
                ParseRest(quoted, []);
                break;
            case TokenKind.Identifier:
                _cursor.Take();
                ParseRest(new FieldNameSyntax(_source.Slice(start.Span), IsBracketed: false, start.Span), fields);
                break;
            case TokenKind.LeftBracket:
                if (BracketedNameParser.Parse(_source, _cursor, _diagnostics) is { } bracketed)
                {
                    ParseRest(bracketed, fields);
                }

                break;
            case TokenKind.BarePath:
                _diagnostics.Add(SyntaxDiagnostics.UnquotedPath(_source, _cursor.Take().Span, isName: true));
                break;
            case TokenKind.Comma or TokenKind.Semicolon:
                _diagnostics.Add(SyntaxDiagnostics.ExtraSeparator(_source, start.Span));
                TakeSeparators();
                break;
            case TokenKind.Number when _cursor.IsAtFieldStart:
                _diagnostics.Add(SyntaxDiagnostics.NumberAsName(_source, start.Span));
                _cursor.Take();
                ParseRest(new FieldNameSyntax(_source.Slice(start.Span), IsBracketed: false, start.Span), []);
                break;
            case TokenKind.Colon or TokenKind.LeftBrace or TokenKind.LeftAngle:
            case TokenKind.Unknown when _cursor.IsEqualsSign(start):
                _diagnostics.Add(SyntaxDiagnostics.MissingName(_source, start.Span));
                ParseNameless(start);
                break;
            default:
                _diagnostics.Add(SyntaxDiagnostics.StrayValue(_source, start.Span));
                _cursor.SkipStrayValues(withBracket: !_messages.IsInList);
                break;
        }
    }

    /// <summary>The value of a field whose name is missing, for its brackets' sake.</summary>
    private void ParseNameless(Token start)
    {
        var name = new FieldNameSyntax(_source.Slice(start.Span), IsBracketed: false, new TextSpan(start.Span.Start, 0));
        if (start.Kind is TokenKind.Colon or TokenKind.Unknown)
        {
            _cursor.Take();
        }

        if (!_cursor.IsAtFieldStart)
        {
            _values.Parse(name);
            TakeSeparators();
        }
    }

    private void ParseRest(FieldNameSyntax name, List<FieldSyntax> fields)
    {
        Token? colon = TakeColon(name, out bool hasColon);
        bool needsColon = !hasColon && _cursor.Kind is not (TokenKind.LeftBrace or TokenKind.LeftAngle or TokenKind.LeftParenthesis);
        bool isNextField = _cursor.IsAtFieldStart || (needsColon && _cursor.Kind == TokenKind.Identifier && !_cursor.IsOnSameLine);
        int end = _cursor.PreviousEnd;
        Token first = _cursor.Current;
        ValueSyntax? value = isNextField ? null : _values.Parse(name);
        if (value is null)
        {
            // A fault inside the value has been reported when something of it was taken; so is the end of a file that was cut off.
            bool isTold = _cursor.PreviousEnd > end || (_cursor.Kind == TokenKind.EndOfFile && _messages.Depth > 0);
            if (!isTold && needsColon && _messages.BeginsWithoutBracket(name))
            {
                _diagnostics.Add(SyntaxDiagnostics.MissingOpener(_source, new TextSpan(end, 0), name.Text));
                value = ParseMessage(new Token(TokenKind.LeftBrace, new TextSpan(end, 0)), name, isInList: false);
            }
            else if (!isTold)
            {
                bool isHalfAName = needsColon && _cursor.Kind == TokenKind.Identifier && _cursor.IsOnSameLine;
                _diagnostics.Add(SyntaxDiagnostics.MissingValue(_source, new TextSpan(end, 0), name.Text, isHalfAName ? _source.Slice(_cursor.Current.Span) : null));
            }
        }
        else if (needsColon && value is not ListSyntax { Items: [] or [MessageSyntax, ..] })
        {
            _diagnostics.Add(SyntaxDiagnostics.MissingColon(_source, new TextSpan(end, 0), name.Text, _source.Slice(first.Span)));
        }

        if (value is LiteralSyntax && _values.EndsInWord && _cursor.Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.LeftAngle)
        {
            ParseNameless(_cursor.Current);
        }

        Token? separator = _cursor.Kind is TokenKind.Comma or TokenKind.Semicolon ? _cursor.Take() : null;
        if (value is not null)
        {
            fields.Add(new FieldSyntax(name, colon, value, separator));
        }
    }

    private Token? TakeColon(FieldNameSyntax name, out bool hasColon)
    {
        Token? colon = _cursor.Kind == TokenKind.Colon ? _cursor.Take() : null;
        hasColon = colon is not null;
        if (_cursor.IsEqualsSign(_cursor.Current) || (!hasColon && _cursor.IsSemicolonForColon))
        {
            _diagnostics.Add(SyntaxDiagnostics.WrongColon(_source, _cursor.Take().Span, name.Text));
            hasColon = true;
        }
        else if (hasColon && _cursor.Kind == TokenKind.Colon)
        {
            _diagnostics.Add(SyntaxDiagnostics.ExtraSeparator(_source, _cursor.Current.Span));
        }

        while (hasColon && (_cursor.Kind == TokenKind.Colon || _cursor.IsEqualsSign(_cursor.Current)))
        {
            _cursor.Take();
        }

        return colon;
    }

    private void TakeSeparators()
    {
        while (_cursor.Kind is TokenKind.Comma or TokenKind.Semicolon)
        {
            _cursor.Take();
        }
    }
}
