using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using Google.Protobuf;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The two kinds of text-format file that the trainer has, by name.</summary>
internal static class PipelineSchema
{
    public static BoundConfig<TrainEvalPipelineConfig> BindPipeline(ConfigDocument document, UnknownFieldPolicy policy = UnknownFieldPolicy.Warn)
        => ConfigBinder.Bind<TrainEvalPipelineConfig>(document, policy);

    public static BoundConfig<StringIntLabelMap> BindLabelMap(ConfigDocument document, UnknownFieldPolicy policy = UnknownFieldPolicy.Warn)
        => ConfigBinder.Bind<StringIntLabelMap>(document, policy);

    /// <summary>
    /// The file in canonical form (<see cref="CanonicalPrinter"/>): comments are gone, merged blocks are one. Null where
    /// fields would be lost because the schema does not have them; each is reported.
    /// </summary>
    public static string? PrintCanonical<T>(BoundConfig<T> bound, DiagnosticBag diagnostics)
        where T : IMessage
    {
        ReportLostFields(bound, diagnostics);
        return bound.UnknownFields.Count == 0 ? CanonicalPrinter.Print(bound.Message) : null;
    }

    /// <summary>One error for each field that the canonical form would lose.</summary>
    public static void ReportLostFields<T>(BoundConfig<T> bound, DiagnosticBag diagnostics)
        where T : IMessage
    {
        foreach (UnknownField field in bound.UnknownFields)
        {
            diagnostics.Add(SchemaDiagnostics.UnknownInCanonical(bound.Document.Source, field.Syntax.Name.Span, field.Path, field.Nearest));
        }
    }
}
