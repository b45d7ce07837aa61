using System;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>A field of the base config that a project sets: one <c>PipelineConfigOverride</c>.</summary>
/// <param name="Path">Which, as written: <c>train_config.batch_size</c>.</param>
/// <param name="Value">What it becomes; null to remove it.</param>
/// <param name="Locate">Finds the item; asked when there is something to say of it.</param>
internal sealed record ConfigOverride(string Path, string? Value, Func<FilePlace> Locate);
