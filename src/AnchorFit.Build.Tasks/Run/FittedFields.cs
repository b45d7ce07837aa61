using System;

namespace AnchorFit.Run;

/// <summary>The fields of a config whose values are a fit's, under whatever settings: the anchor generator's, and <c>num_classes</c>.</summary>
/// <param name="GeneratorPath">The anchor generator; null for a model without one.</param>
/// <param name="RatiosPath">Its aspect ratios, elements not numbered.</param>
/// <param name="NumClassesPath">The field <c>num_classes</c>.</param>
internal sealed record FittedFields(string? GeneratorPath, string? RatiosPath, string NumClassesPath)
{
    /// <param name="path">Names joined by dots, elements not numbered.</param>
    public bool Has(string path) =>
        path == NumClassesPath || (GeneratorPath is not null && path.StartsWith(GeneratorPath + ".", StringComparison.Ordinal));
}
