using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>One token, as a range of the source text. Consecutive tokens touch: together they are the text.</summary>
internal readonly record struct Token(TokenKind Kind, TextSpan Span)
{
    public bool IsTrivia => Kind is TokenKind.Whitespace or TokenKind.Comment or TokenKind.ByteOrderMark;
}
