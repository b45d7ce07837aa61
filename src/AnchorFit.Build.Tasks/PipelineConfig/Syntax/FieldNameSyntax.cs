using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>A field's name: an identifier, or an extension's or <c>Any</c> type's name in brackets.</summary>
/// <param name="Text">The name without brackets, white space and comments.</param>
/// <param name="IsBracketed">The name stands in brackets.</param>
/// <param name="Span">The name in the source, brackets included.</param>
internal sealed record FieldNameSyntax(string Text, bool IsBracketed, TextSpan Span);
