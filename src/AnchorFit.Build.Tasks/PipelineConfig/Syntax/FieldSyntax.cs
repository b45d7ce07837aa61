using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Syntax;

/// <summary>One field: <c>name: value</c>, <c>name { … }</c>, <c>name: [ … ]</c>.</summary>
/// <param name="Name">The name before the value.</param>
/// <param name="Colon">The colon, where there is one (before a message it may be left out).</param>
/// <param name="Value">The value.</param>
/// <param name="Separator">The <c>;</c> or <c>,</c> after the value, where there is one.</param>
internal sealed record FieldSyntax(FieldNameSyntax Name, Token? Colon, ValueSyntax Value, Token? Separator)
{
    /// <summary>From the name to the end of the value; the separator is outside.</summary>
    public TextSpan Span => TextSpan.FromBounds(Name.Span.Start, Value.Span.End);

    /// <summary>From the name to the end of the separator, or of the value where there is none.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(Name.Span.Start, Separator?.Span.End ?? Value.Span.End);
}
