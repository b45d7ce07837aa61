using System.Collections.Generic;
using System.Linq;
using System.Text;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A path that the config leaves to be filled in: nearly every sample config of the API has some.</summary>
/// <param name="Path">The field: <c>train_input_reader.label_map_path</c>.</param>
/// <param name="Value">The string.</param>
internal sealed record PlaceholderPath(string Path, StringSyntax Value)
{
    /// <summary>What the sample configs write where a path is missing.</summary>
    public const string Marker = "PATH_TO_BE_CONFIGURED";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PlaceholderPath> Find(ConfigDocument document) =>
    [
        .. StringFields.Of(document)
            .Where(field => Encoding.UTF8.GetString(field.Value.Bytes).Contains(Marker))
            .Select(field => new PlaceholderPath(field.Path, field.Value)),
    ];
}
