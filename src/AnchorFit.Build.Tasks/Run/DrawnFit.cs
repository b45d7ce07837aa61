using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Fits an anchor generator to the boxes as the trainer matches them with the anchors that it draws.</summary>
/// <param name="generator">The base config's.</param>
/// <param name="scheme">How the base config's model draws anchors.</param>
/// <param name="settings">What may be chosen.</param>
/// <param name="projectFile">The place that diagnostics about settings name.</param>
/// <param name="diagnostics">Receives why there is no result, and what is wrong with one.</param>
internal sealed class DrawnFit(
    AnchorGeneratorSection generator, AnchorScheme scheme, FitSettings settings, string projectFile, DiagnosticBag diagnostics)
{
    /// <summary>The fit; null where an error says why there is none.</summary>
    /// <param name="boxes">All boxes with their places; one at least.</param>
    /// <param name="ratios">Their aspect ratios.</param>
    /// <param name="count">How many ratios to fit, and what other numbers would give.</param>
    /// <param name="cancellation">Noticed throughout.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public GeneratorFit? Run(PlacedBoxes boxes, WeightedRatios ratios, int count, CancellationToken cancellation)
    {
        SearchSettings search = settings.Search with { AspectRatioCount = count };
        switch (AnchorSearch.Run(boxes, scheme, generator.Message, search, cancellation))
        {
            case AnchorSearchResult.Found found:
                if (found.Outcome == SearchOutcome.Worse)
                {
                    diagnostics.Add(SearchDiagnostics.WorseThanBase(
                        projectFile,
                        search.MaxAnchors is not null,
                        LowestLayerThatRulesOutTheBase(),
                        (found.Before.MeanBestIoU, found.Before.Recall),
                        (found.After.MeanBestIoU, found.After.Recall)));
                }

                return Describe(found, ratios);
            case AnchorSearchResult.TooManyAnchors none:
                diagnostics.Add(SearchDiagnostics.TooFewAnchors(projectFile, search.MaxAnchors!.Value, none.LeastAnchors));
                return null;
            default:
                throw new InvalidOperationException("A result that nothing describes.");
        }
    }

    private string? LowestLayerThatRulesOutTheBase() => generator.LowestLayerPath is null ? null : (settings.Search.LowestLayer, generator.FinestLayerSwitchPath) switch
    {
        (LowestLayer.Reduced, null) => "true",
        (LowestLayer.Full, not null) => "false",
        _ => null,
    };

    private GeneratorFit Describe(AnchorSearchResult.Found found, WeightedRatios ratios)
    {
        AnchorGeneratorSection fitted = generator.With(found.Generator);
        WrittenField[] changes = [.. generator.Changes(found.Generator)];
        var quality = new FitQuality(null, null, UnitAreaCoverage.Measure(ratios, fitted.AspectRatios));
        var figures = new SearchFigures(
            found.Outcome == SearchOutcome.Base,
            found.Evaluations,
            [.. changes.Select(change => new KeyValuePair<string, string>(change.Path, Text(change)))],
            generator.Idle(found.Generator));
        return new GeneratorFit(
            new AnchorFigures(fitted.AspectRatios, FitObjective.DrawnAnchors, quality) { Search = figures },
            changes,
            fitted.AnchorsALocationNow,
            fitted.FinestLayerSwitchPath);
    }

    private static string Text(WrittenField field) => field switch
    {
        RepeatedFloats floats => string.Join(", ", floats.Values.Select(FloatText.Shortest)),
        ScalarField scalar => scalar.Text,
        _ => throw new InvalidOperationException("A field without a text."),
    };
}
