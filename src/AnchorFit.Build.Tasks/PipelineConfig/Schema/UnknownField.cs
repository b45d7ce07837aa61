using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>A field that the tree has and the message cannot hold.</summary>
/// <param name="Path">The full path, as in <c>train_config.my_own_option</c>.</param>
/// <param name="Syntax">Where it stands.</param>
/// <param name="Nearest">The name that was probably meant; null when there is none.</param>
internal sealed record UnknownField(string Path, FieldSyntax Syntax, string? Nearest);
