using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>
/// Fields of the base config that no schema knows and that overrides removed: they never reach the trainer, so nothing
/// is said of them. Other faults of the base config are told whatever overrides do.
/// </summary>
internal static class RemovedFields
{
    /// <summary>The faults of the base config, without those of fields that are gone.</summary>
    /// <param name="original">The base config.</param>
    /// <param name="result">The config with the overrides.</param>
    public static IEnumerable<Diagnostic> FaultsWithout(BoundConfig<TrainEvalPipelineConfig> original, BoundConfig<TrainEvalPipelineConfig> result)
    {
        HashSet<FilePlace> left = [.. result.UnknownFields.Select(field => PlaceOf(field, result.Document))];

        // A field that an override set has the item's place, not the file's.
        HashSet<string> paths = [.. result.UnknownFields.Where(field => PlaceOf(field, result.Document).Path != original.Document.Source.Path).Select(field => field.Path)];
        HashSet<LinePosition> removed =
        [
            .. original.UnknownFields
                .Where(field => !left.Contains(PlaceOf(field, original.Document)) && !paths.Contains(field.Path))
                .Select(field => PlaceOf(field, original.Document).Position),
        ];
        return original.Diagnostics.Where(fault => !(IsUnknown(fault.Rule) && removed.Contains(fault.Start)));
    }

    private static FilePlace PlaceOf(UnknownField field, ConfigDocument document) => document.Source.GetPlace(field.Syntax.Name.Span.Start);

    private static bool IsUnknown(DiagnosticRule rule)
        => rule == SchemaDiagnostics.UnknownFieldRule || rule == SchemaDiagnostics.UnknownExtensionRule;
}
