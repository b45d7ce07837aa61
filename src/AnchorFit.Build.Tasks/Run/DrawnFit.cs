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
/// <param name="classNames">The names of the classes by the numbers that boxes have.</param>
/// <param name="projectFile">The place that diagnostics about settings name.</param>
/// <param name="diagnostics">Receives why there is no result, and what is wrong with one.</param>
internal sealed class DrawnFit(
    AnchorGeneratorSection generator, AnchorScheme scheme, FitSettings settings, IReadOnlyList<string> classNames, string projectFile, DiagnosticBag diagnostics)
{
    /// <summary>The fit; null where an error says why there is none.</summary>
    /// <param name="boxes">All boxes with their places; one at least.</param>
    /// <param name="ratios">Their aspect ratios.</param>
    /// <param name="count">How many ratios to fit, and what other numbers would give.</param>
    /// <param name="cancellation">Noticed throughout.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public GeneratorFit? Run(PlacedBoxes boxes, WeightedRatios ratios, int count, CancellationToken cancellation)
    {
        SearchSettings search = settings.Search with { AspectRatioCount = count, ClassWeights = settings.ClassWeights.ByNumber(classNames) };
        switch (AnchorSearch.Run(boxes, scheme, generator.Message, search, cancellation))
        {
            case AnchorSearchResult.Found found:
                ReportWorse(found);
                return Describe(found, ratios);
            case AnchorSearchResult.TooManyAnchors none:
                diagnostics.Add(SearchDiagnostics.TooFewAnchors(projectFile, search.MaxAnchors!.Value, none.LeastAnchors));
                return null;
            default:
                throw new InvalidOperationException("A result that nothing describes.");
        }
    }

    /// <summary>What can't be kept of the base config's: of all boxes together, and of groups.</summary>
    private void ReportWorse(AnchorSearchResult.Found found)
    {
        bool isBounded = settings.Search.MaxAnchors is not null;
        string? groups = found.Worse.Count == 0 ? null : GroupWords.Of(found.Worse, classNames);
        if (found.Outcome == SearchOutcome.Worse && (found.After.MeanBestIoU < found.Before.MeanBestIoU || found.After.Recall < found.Before.Recall))
        {
            diagnostics.Add(SearchDiagnostics.WorseThanBase(
                projectFile,
                isBounded,
                LowestLayerThatRulesOutTheBase(),
                (found.Before.MeanBestIoU, found.Before.Recall),
                (found.After.MeanBestIoU, found.After.Recall),
                groups));
        }
        else if (groups is not null)
        {
            diagnostics.Add(SearchDiagnostics.GroupsWorseThanBase(projectFile, isBounded, LowestLayerThatRulesOutTheBase(), groups));
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
            generator.Idle(found.Generator))
        {
            GuardCost = found.Cost is { } cost
                ? (cost.Whole.MeanBestIoU, GroupWords.Of(cost.Groups, classNames))
                : null,
        };
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
