using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>The fields that the fit writes: an override of one would have no effect, so it is refused.</summary>
internal static class OwnedFields
{
    /// <param name="model">The model after the overrides; null where it has none.</param>
    /// <param name="settings">What the fit decides.</param>
    public static void Check(ModelSection? model, FitSettings settings, IReadOnlyList<AppliedOverride> overrides, DiagnosticBag diagnostics)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (model is IAnchorBased { Generator: { } generator })
        {
            foreach (string path in generator.DecidedPaths)
            {
                options[path] = "AnchorFitAspectRatioCount, the number of ratios";
            }

            AddSearched(generator, settings, options);
        }

        if (model?.NumClassesPath is { } classes && settings.NumClasses.Kind != NumClassesKind.Keep)
        {
            options[classes] = "AnchorFitNumClasses, to the number or to keep";
        }

        foreach (AppliedOverride item in overrides)
        {
            // An element of a field is the fit's when the field is.
            FieldStep last = item.Path.Last;
            string field = item.Path.WithLast(last with { Index = null }).ToString();
            foreach (KeyValuePair<string, string> owned in options)
            {
                if (owned.Key == field || (owned.Key.StartsWith(field + ".", StringComparison.Ordinal) && Sets(item.Item.Value, owned.Key.Substring(field.Length + 1))))
                {
                    diagnostics.Add(OverrideDiagnostics.OwnedByFit(item.Item.Locate(), item.Item.Path, owned.Key, owned.Value));
                }
            }
        }
    }

    private static void AddSearched(AnchorGeneratorSection generator, FitSettings settings, Dictionary<string, string> options)
    {
        if (generator.LowestLayerPath is { } lowest && settings.Search.LowestLayer != LowestLayer.Keep)
        {
            options[lowest] = "AnchorFitLowestLayer, to true, false or keep";
        }

        if (settings.Objective != FitObjective.DrawnAnchors)
        {
            return;
        }

        foreach (string path in settings.Search.Scales ? generator.ScalePaths : [])
        {
            options[path] = "AnchorFitScales, to false";
        }

        if (generator.InterpolatedPath is { } interpolated)
        {
            options[interpolated] = "AnchorFitObjective, to another than DrawnAnchors";
        }
    }

    /// <summary>Whether a message, as an override writes it, has a value for a field below it.</summary>
    private static bool Sets(string? message, string path)
    {
        if (message is null)
        {
            return false;
        }

        ConfigDocument document = TextFormatParser.Parse(new SourceText("value", "value: " + message));
        IEnumerable<FieldSyntax> fields = document.Root.Fields;
        foreach (string name in path.Split('.'))
        {
            fields = fields.SelectMany(field => Messages(field.Value)).SelectMany(value => value.Fields).Where(field => field.Name.Text == name);
        }

        return fields.Any();
    }

    private static IEnumerable<MessageSyntax> Messages(ValueSyntax value) => value switch
    {
        MessageSyntax message => [message],
        ListSyntax list => list.Items.OfType<MessageSyntax>(),
        _ => [],
    };
}
