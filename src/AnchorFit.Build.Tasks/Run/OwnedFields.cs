using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>The fields that the fit writes: an override of one would have no effect, so it is refused.</summary>
internal static class OwnedFields
{
    /// <param name="model">The model after the overrides; null where it has none.</param>
    /// <param name="numClasses">With <c>keep</c> the class count is not the fit's.</param>
    public static void Check(ModelSection? model, NumClassesSetting numClasses, IReadOnlyList<AppliedOverride> overrides, DiagnosticBag diagnostics)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (model is IAnchorBased { Generator: { } generator })
        {
            foreach (string path in generator.DecidedPaths)
            {
                options[path] = "AnchorFitAspectRatioCount, the number of ratios";
            }
        }

        if (model?.NumClassesPath is { } classes && numClasses.Kind != NumClassesKind.Keep)
        {
            options[classes] = "AnchorFitNumClasses, to the number or to keep";
        }

        foreach (AppliedOverride item in overrides)
        {
            // An element of a field is the fit's when the field is.
            FieldStep last = item.Path.Last;
            string field = item.Path.WithLast(last with { Index = null }).ToString();
            if (options.TryGetValue(field, out string? option))
            {
                diagnostics.Add(OverrideDiagnostics.OwnedByFit(item.Item.Locate(), item.Item.Path, field, option));
            }
        }
    }
}
