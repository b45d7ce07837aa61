using System.Collections.Generic;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Syntax;

namespace AnchorFit.PipelineConfig.Overriding;

/// <summary>A config with overrides done.</summary>
/// <param name="Document">The result, without syntax errors.</param>
/// <param name="Applied">The overrides that were in order.</param>
internal sealed record OverriddenConfig(ConfigDocument Document, IReadOnlyList<AppliedOverride> Applied);

/// <summary>An override that was done.</summary>
/// <param name="Item">What the project says.</param>
/// <param name="Path">The field, every element by its number.</param>
/// <param name="Replaced">The members of its oneof that it put an end to.</param>
/// <param name="After">The config with this override and those before it.</param>
internal sealed record AppliedOverride(ConfigOverride Item, FieldPath Path, IReadOnlyList<string> Replaced, ConfigDocument After);
