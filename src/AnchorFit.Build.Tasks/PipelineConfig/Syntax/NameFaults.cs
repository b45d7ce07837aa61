using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>What people write where a field's name must stand, each reported once and passed over as a whole.</summary>
internal sealed class NameFaults(SourceText source, TokenCursor cursor, DiagnosticBag diagnostics)
{
    private const int WordsOfProse = 3;

    /// <summary>A line of words and nothing else: a comment without its <c>#</c>.</summary>
    public bool TrySkipProse()
    {
        if (cursor.Next.Kind is TokenKind.Colon or TokenKind.LeftBrace or TokenKind.LeftAngle || cursor.ColumnAtLineStart(cursor.Current.Span.Start) == 0)
        {
            return false;
        }

        int count = cursor.CountOnLine();
        int words = 0;
        for (int i = 0; i < count; i++)
        {
            TokenKind kind = cursor.Peek(i).Kind;
            words += kind == TokenKind.Identifier ? 1 : 0;
            if (kind is not (TokenKind.Identifier or TokenKind.Number or TokenKind.Dot or TokenKind.Comma or TokenKind.Minus or TokenKind.Slash))
            {
                return false;
            }
        }

        if (words < WordsOfProse)
        {
            return false;
        }

        diagnostics.Add(SyntaxDiagnostics.Prose(source, cursor.Skip(count)));
        return true;
    }

    /// <summary>A path of names, <c>optimizer.momentum: 1</c>, taken up to its last name.</summary>
    public FieldNameSyntax? TryReadDotted()
    {
        int count = 1;
        while (cursor.Peek(count).Kind == TokenKind.Dot && cursor.Touches(count) && cursor.Peek(count + 1).Kind == TokenKind.Identifier && cursor.Touches(count + 1))
        {
            count += 2;
        }

        if (count == 1)
        {
            return null;
        }

        TextSpan name = cursor.Skip(count);
        diagnostics.Add(SyntaxDiagnostics.DottedName(source, name));
        return new FieldNameSyntax(source.Slice(name), IsBracketed: false, name);
    }

    /// <summary>A name in quotes, as JSON has them.</summary>
    public FieldNameSyntax? TryReadQuoted()
    {
        string text = source.Slice(cursor.Current.Span);
        string bare = text.Trim('"', '\'');
        if (cursor.Next.Kind is not (TokenKind.Colon or TokenKind.LeftBrace) || bare.Length != text.Length - 2)
        {
            return null;
        }

        TextSpan name = cursor.Skip(1);
        diagnostics.Add(SyntaxDiagnostics.QuotedName(source, name, bare));
        return new FieldNameSyntax(bare, IsBracketed: false, name);
    }
}
