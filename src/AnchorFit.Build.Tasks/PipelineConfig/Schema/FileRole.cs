using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Text;
using Google.Protobuf.Reflection;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>Tells a file of text format that was named in place of another by the fields that it has.</summary>
internal static class FileRole
{
    /// <summary>One error where a file has fields and none of them is of the message that it should hold; else null.</summary>
    /// <param name="document">The file.</param>
    /// <param name="expected">That of a pipeline, or of a label map.</param>
    public static Diagnostic? FindOther(ConfigDocument document, MessageDescriptor expected)
    {
        string[] names = [.. document.Root.Fields.Where(field => !field.Name.IsBracketed).Select(field => field.Name.Text)];
        if (names.Length == 0 || Has(expected, names))
        {
            return null;
        }

        string? role = Has(StringIntLabelMap.Descriptor, names) ? "a label map"
            : Has(TrainEvalPipelineConfig.Descriptor, names) ? "a pipeline.config"
            : Has(DetectionModel.Descriptor, names) ? "what stands in 'model { … }' alone"
            : names.Contains("node") ? "a graph"
            : names.Contains("model_checkpoint_path") ? "a list of checkpoints"
            : names.Contains("nc") || names.Contains("names") ? "a description of a YOLO dataset"
            : null;
        if (role is null && names.Any(name => FieldLookup.Nearest(expected, name) is not null))
        {
            return null;
        }

        TextSpan place = document.Root.Fields[0].Name.Span;
        return expected == StringIntLabelMap.Descriptor
            ? SchemaDiagnostics.NotALabelMap(document.Source, place, role, names[0])
            : SchemaDiagnostics.NotAConfig(document.Source, place, role, names[0]);
    }

    private static bool Has(MessageDescriptor message, string[] names) => names.Any(name => FieldLookup.Find(message, name) is not null);
}
