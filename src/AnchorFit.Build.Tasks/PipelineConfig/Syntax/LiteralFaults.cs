using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Values of several tokens that are meant as one: <c>0,2</c>, <c>1/5</c>, <c>models/ckpt-0</c>. Each is reported once and taken as a whole.</summary>
internal sealed class LiteralFaults(SourceText source, TokenCursor cursor, DiagnosticBag diagnostics)
{
    /// <summary>
    /// A number with a comma for its point or between its thousands, a fraction, or what a malformed one goes on with.
    /// Null where the number at the cursor ends with its token; a lone <c>1, 2</c> is rather a list.
    /// </summary>
    /// <param name="isItem">In a list the comma separates items.</param>
    public TextSpan? TryTakeNumber(bool isItem)
    {
        bool isMalformed = !NumberLiteral.IsWellFormed(source.Slice(cursor.Current.Span));
        if (!isItem && TryTakeGroups() is { } groups)
        {
            return groups;
        }

        int count = 1;
        while (cursor.Touches(count) && cursor.Touches(count + 1) && cursor.Peek(count + 1).Kind is TokenKind.Number or TokenKind.Identifier && !cursor.IsFieldStart(count + 1)
            && (cursor.Peek(count).Kind == TokenKind.Slash || (isMalformed && cursor.Peek(count).Kind is TokenKind.Minus or TokenKind.Plus or TokenKind.Dot)))
        {
            count += 2;
        }

        if (count == 1)
        {
            return null;
        }

        TextSpan number = cursor.Skip(count);
        diagnostics.Add(SyntaxDiagnostics.MalformedNumber(source, number));
        return number;
    }

    /// <summary>Text that lacks its quotes, known by what no word has in it: a path, or a quote at its end alone. Null where none begins.</summary>
    public TextSpan? TryTakeText()
    {
        bool isWord = cursor.Kind == TokenKind.Identifier;
        if (!isWord && (cursor.Kind is not (TokenKind.Slash or TokenKind.Dot) || !cursor.Touches(1)))
        {
            return null;
        }

        int count = 1;
        while (cursor.Touches(count) && cursor.Peek(count).Kind is TokenKind.Identifier or TokenKind.Number or TokenKind.Slash or TokenKind.Dot or TokenKind.Minus or TokenKind.Plus)
        {
            count++;
        }

        Token end = cursor.Peek(count);
        bool endsInQuote = end is { Kind: TokenKind.String, Span.Length: 1 } && cursor.Touches(count);
        if (count == 1 && !endsInQuote)
        {
            return null;
        }

        TextSpan text = cursor.Skip(count);
        diagnostics.Add(SyntaxDiagnostics.UnquotedText(source, text));
        cursor.Skip(endsInQuote ? 1 : 0);
        return text;
    }

    /// <summary>After a string without closing quote: the rest of it on the next line, up to a quote that opens nothing there.</summary>
    public void SkipRestOfString()
    {
        int count = cursor.CountOnLine();
        if (cursor.IsAtFieldStart || cursor.Peek(count - 1) is not { Kind: TokenKind.String, Span.Length: 1 })
        {
            return;
        }

        if (!Enumerable.Range(0, count).Any(i => cursor.Peek(i).Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.RightBrace))
        {
            cursor.Skip(count);
        }
    }

    private TextSpan? TryTakeGroups()
    {
        List<string> groups = [source.Slice(cursor.Current.Span)];
        int count = 1;
        while (cursor.Peek(count).Kind == TokenKind.Comma && cursor.Touches(count) && cursor.Peek(count + 1).Kind == TokenKind.Number && cursor.Touches(count + 1)
            && !cursor.IsFieldStart(count + 1))
        {
            groups.Add(source.Slice(cursor.Peek(count + 1).Span));
            count += 2;
        }

        bool areThousands = groups[0].Length <= 3 && groups[0] != "0" && groups.Skip(1).All(group => group.Split('.')[0].Length == 3);
        if (count == 1 || (!areThousands && groups.Count > 2) || !groups[0].All(TextFormatCharacters.IsDigit))
        {
            return null;
        }

        string decimalNumber = groups.Count == 2 && groups[1].IndexOf('.') < 0 ? groups[0] + "." + groups[1] : string.Empty;
        string whole = areThousands ? string.Concat(groups) : string.Empty;
        TextSpan number = cursor.Skip(count);
        diagnostics.Add(SyntaxDiagnostics.CommaInNumber(source, number, whole, decimalNumber));
        return number;
    }
}
