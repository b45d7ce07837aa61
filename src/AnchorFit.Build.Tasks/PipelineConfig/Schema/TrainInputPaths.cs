using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The records that a config trains from: <c>train_input_reader.tf_record_input_reader.input_path</c>.</summary>
internal static class TrainInputPaths
{
    /// <summary>Their field.</summary>
    public const string FieldPath = "train_input_reader.tf_record_input_reader.input_path";

    /// <summary>The paths and patterns, in order, without those that are still to be filled in.</summary>
    public static IReadOnlyList<string> Of(TrainEvalPipelineConfig config) =>
    [
        .. (config.TrainInputReader?.TfRecordInputReader?.InputPath ?? [])
            .Where(path => path.Trim().Length > 0 && !path.Contains(PlaceholderPath.Marker)),
    ];
}
