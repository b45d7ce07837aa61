using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The values that a repeated float field has, or is to have.</summary>
/// <param name="Path">The field's full path, elements of repeated messages counted from 0: <c>….anchor_grid[0].base_sizes</c>.</param>
/// <param name="Values">All its values.</param>
internal sealed record RepeatedFloats(string Path, IReadOnlyList<float> Values);
