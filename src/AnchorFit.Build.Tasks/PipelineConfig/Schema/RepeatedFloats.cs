using System.Collections.Generic;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>The values that a repeated float field has, or is to have.</summary>
/// <param name="Path">See <see cref="WrittenField"/>.</param>
/// <param name="Values">All its values.</param>
internal sealed record RepeatedFloats(string Path, IReadOnlyList<float> Values) : WrittenField(Path);
