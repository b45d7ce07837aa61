using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Puts the fault of a value into the words of its diagnostic.</summary>
internal static class ScalarFaultText
{
    public static Diagnostic Describe(ScalarFault fault, SourceText source, FieldDescriptor field, string path, ValueSyntax value) => fault switch
    {
        ScalarFault.OutOfRange => SchemaDiagnostics.OutOfRange(source, value.Span, path, FieldTypeText.Bounds(field.FieldType)),
        ScalarFault.NotUtf8 => SchemaDiagnostics.NotUtf8(source, value.Span, path),
        ScalarFault.BecomesInfinite => SchemaDiagnostics.BecomesInfinite(source, value.Span, path),
        ScalarFault.UnknownEnumValue => SchemaDiagnostics.UnknownEnumValue(
            source, value.Span, path, FieldLookup.Nearest(field.EnumType, source.Slice(value.Span)), FieldTypeText.Values(field.EnumType)),
        _ => SchemaDiagnostics.WrongKind(source, Head(value), path, FieldTypeText.Takes(field), Found(source, value)),
    };

    private static string Found(SourceText source, ValueSyntax value) => value switch
    {
        MessageSyntax => "a message",
        ListSyntax => "a list",
        StringSyntax => "the text " + DisplayText.QuoteSource(source.Slice(value.Span)),
        _ => DisplayText.Quote(source.Slice(value.Span)),
    };

    /// <summary>Of a message only the opening bracket is marked.</summary>
    private static TextSpan Head(ValueSyntax value) => value is MessageSyntax message ? message.Open.Span : value.Span;
}
