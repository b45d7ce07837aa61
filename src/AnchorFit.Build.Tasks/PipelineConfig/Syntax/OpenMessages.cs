using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>The messages around the current token, and what a closing bracket, or a missing one, means for them.</summary>
internal sealed class OpenMessages(SourceText source, TokenCursor cursor, BracketStrategy strategy, DiagnosticBag diagnostics)
{
    private readonly List<Entry> _entries = [];
    private bool _endReported;

    public int Depth => _entries.Count;

    /// <summary>Some bracket was missing, superfluous or of the wrong kind.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>
    /// There are more errors than anybody reads: the file is of another kind, and the rest of it, some millions of errors
    /// perhaps, is passed.
    /// </summary>
    public bool GivesUp()
    {
        if (diagnostics.ErrorCount < DiagnosticBag.KeptPerRule)
        {
            return false;
        }

        cursor.SkipToEnd();
        _endReported = true;
        return true;
    }

    /// <summary>How many messages were open at the end of the file.</summary>
    public int UnclosedAtEnd { get; private set; }

    /// <summary>Enters a message; the cursor stands behind its opening bracket.</summary>
    public void Enter(Token open, FieldNameSyntax name, bool isInList)
        => _entries.Add(new Entry(open, name.Text, isInList ? 0 : cursor.ColumnAtLineStart(name.Span.Start), isInList));

    /// <summary>The cursor stands at a bracket that can only close a message.</summary>
    public bool IsAtCloser => IsCloser(cursor.Kind);

    /// <summary>The closing bracket at the cursor closes a message around here. One that closes nothing is reported and taken.</summary>
    public bool IsClosedHere()
    {
        if (_entries.Count > 0 && Judge(cursor.Current) != Verdict.Stray)
        {
            return true;
        }

        HasFaults = true;
        diagnostics.Add(SyntaxDiagnostics.StrayCloser(source, cursor.Take().Span));
        return false;
    }

    /// <summary>
    /// Whether the token at the cursor closes a list: its own bracket, or another kind that is reported. Otherwise
    /// that belongs to the message around.
    /// </summary>
    public bool IsListClosedHere(Token open)
    {
        if (cursor.Kind == TokenKind.RightBracket || (open.Kind == TokenKind.LeftParenthesis && cursor.Kind == TokenKind.RightParenthesis))
        {
            return true;
        }

        if (!strategy.MismatchCloses || cursor.Kind is not (TokenKind.RightBrace or TokenKind.RightAngle or TokenKind.RightParenthesis))
        {
            return false;
        }

        HasFaults = true;
        diagnostics.Add(SyntaxDiagnostics.MismatchedCloser(source, cursor.Current.Span, open.Span));
        return true;
    }

    /// <summary>
    /// The field at the cursor stands on a later line and further right than a name that has no value: the name's
    /// message lacks its opening bracket.
    /// </summary>
    public bool BeginsWithoutBracket(FieldNameSyntax name)
    {
        int column = strategy.TrustsIndentation ? cursor.ColumnAtLineStart(name.Span.Start) : 0;
        return column > 0 && cursor.IsAtFieldStart && cursor.ColumnAtLineStart(cursor.Current.Span.Start) > column;
    }

    /// <summary>Indentation shows that the field at the cursor stands outside the innermost message.</summary>
    public bool EndsBeforeField()
    {
        if (!strategy.TrustsIndentation || _entries.Count == 0)
        {
            return false;
        }

        int column = cursor.ColumnAtLineStart(cursor.Current.Span.Start);
        return column > 0 && column <= Innermost.Column;
    }

    /// <summary>Leaves the innermost message: takes its closing bracket, or reports that there is none and returns an empty one.</summary>
    public Token Leave()
    {
        Token token = cursor.Current;
        Entry message = Innermost;
        Token? close = null;
        if (token.Kind == TokenKind.EndOfFile)
        {
            ReportEnd();
        }
        else if (IsCloser(token.Kind) && Judge(token) is Verdict.Closes or Verdict.ClosesMismatched)
        {
            if (!Matches(message, token))
            {
                HasFaults = true;
                diagnostics.Add(SyntaxDiagnostics.MismatchedCloser(source, token.Span, message.Open.Span));
            }

            close = cursor.Take();
        }
        else
        {
            HasFaults = true;
            diagnostics.Add(SyntaxDiagnostics.UnclosedMessage(source, message.Open.Span, message.Field, token.Span));
        }

        _entries.RemoveAt(_entries.Count - 1);
        TokenKind kind = message.Open.Kind == TokenKind.LeftAngle ? TokenKind.RightAngle : TokenKind.RightBrace;
        return close ?? new Token(kind, new TextSpan(cursor.PreviousEnd, 0));
    }

    /// <summary>The message at the cursor is too deep: passes over it, brackets counted, whatever their kind.</summary>
    public void SkipMessage()
    {
        int depth = 1;
        while (depth > 0 && cursor.Kind != TokenKind.EndOfFile)
        {
            TokenKind kind = cursor.Take().Kind;
            depth += kind is TokenKind.LeftBrace or TokenKind.LeftAngle ? 1
                : kind is TokenKind.RightBrace or TokenKind.RightAngle ? -1 : 0;
        }

        // Whoever nests so deep by mistake has one fault to mend, not two.
        _endReported |= depth > 0;
    }

    private Entry Innermost => _entries[_entries.Count - 1];

    private void ReportEnd()
    {
        UnclosedAtEnd++;
        if (_endReported)
        {
            return;
        }

        _endReported = true;
        HasFaults = true;
        diagnostics.Add(SyntaxDiagnostics.UnclosedMessageAtEnd(source, Innermost.Open.Span, Innermost.Field, _entries.Count, cursor.PreviousEnd));
    }

    private Verdict Judge(Token closer)
    {
        Entry message = Innermost;
        int column = strategy.TrustsIndentation && message.Column > 0 ? cursor.ColumnAtLineStart(closer.Span.Start) : 0;
        if (column > message.Column)
        {
            return Verdict.Stray;
        }

        if (column > 0 && column < message.Column && _entries.Exists(entry => entry.Column == column))
        {
            return Verdict.ClosesOuter;
        }

        return Matches(message, closer) ? Verdict.Closes
            : strategy.MismatchCloses ? Verdict.ClosesMismatched
            : _entries.Exists(entry => Matches(entry, closer)) ? Verdict.ClosesOuter
            : Verdict.Stray;
    }

    private static bool Matches(Entry message, Token closer)
        => closer.Kind == message.Open.Kind switch
        {
            TokenKind.LeftBrace => TokenKind.RightBrace,
            TokenKind.LeftAngle => TokenKind.RightAngle,
            _ => TokenKind.RightParenthesis,
        };

    private bool IsCloser(TokenKind kind)
        => kind is TokenKind.RightBrace or TokenKind.RightAngle or TokenKind.RightParenthesis || (kind == TokenKind.RightBracket && !IsInList);

    private enum Verdict
    {
        Closes,
        ClosesMismatched,
        ClosesOuter,
        Stray,
    }

    /// <param name="Open">The opening bracket.</param>
    /// <param name="Field">The field whose value it is.</param>
    /// <param name="Column">The column of the field's name when that begins a line, else 0.</param>
    /// <param name="IsInList">The message is an item of a list.</param>
    private sealed record Entry(Token Open, string Field, int Column, bool IsInList);

    /// <summary>The innermost message is an item of a list, so that <c>]</c> can only come after its end.</summary>
    public bool IsInList => _entries.Count > 0 && Innermost.IsInList;
}
