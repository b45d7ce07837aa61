using System.Text;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>Names of extensions, <c>[package.name]</c>, and of the messages in an <c>Any</c>, <c>[type.googleapis.com/package.Message]</c>.</summary>
internal static class BracketedNameParser
{
    /// <summary>The name at the cursor, which stands at <c>[</c>; null, reported and passed over, when it is none and no value follows.</summary>
    public static FieldNameSyntax? Parse(SourceText source, TokenCursor cursor, DiagnosticBag diagnostics)
    {
        Token open = cursor.Take();
        var name = new StringBuilder();
        while (cursor.Kind is TokenKind.Identifier or TokenKind.Number or TokenKind.Dot or TokenKind.Slash or TokenKind.Minus)
        {
            name.Append(source.Slice(cursor.Take().Span));
        }

        string text = name.ToString();
        if (cursor.Kind == TokenKind.RightBracket && IsWellFormed(text))
        {
            return new FieldNameSyntax(text, IsBracketed: true, TextSpan.FromBounds(open.Span.Start, cursor.Take().Span.End));
        }

        diagnostics.Add(SyntaxDiagnostics.BracketedName(source, open.Span));
        cursor.TrySkipPastBracketOnLine();
        if (cursor.Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.LeftAngle && cursor.IsOnSameLine)
        {
            return new FieldNameSyntax(text, IsBracketed: true, TextSpan.FromBounds(open.Span.Start, cursor.PreviousEnd));
        }

        return null;
    }

    /// <summary>Words between single dots, and before the last slash, if there is one, a domain that is not empty.</summary>
    private static bool IsWellFormed(string text)
    {
        int slash = text.LastIndexOf('/');
        if (text is ['/', ..])
        {
            return false;
        }

        foreach (string word in text.Substring(slash + 1).Split('.'))
        {
            if (word.Length == 0 || !TextFormatCharacters.IsLetter(word[0]) || word.IndexOfAny(['-', '+']) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
