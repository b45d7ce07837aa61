using System;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>Fits the anchor generator of a config to the boxes, by the objective that is set.</summary>
/// <param name="scope">The base config's model.</param>
/// <param name="settings">What is asked for.</param>
/// <param name="raw">The same in the user's words, for diagnostics.</param>
/// <param name="scoring">Scores drawn anchors.</param>
/// <param name="diagnostics">Receives why there is no fit, and what is wrong with one.</param>
internal sealed class GeneratorFitting(FitScope.Anchors scope, FitSettings settings, RawSettings raw, DrawnScoring scoring, DiagnosticBag diagnostics)
{
    /// <summary>The fit; null where an error says why there is none.</summary>
    /// <param name="boxes">All boxes.</param>
    /// <param name="ratios">Their ratios.</param>
    /// <param name="cancellation">Noticed throughout.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public GeneratorFit? Run(BoxPopulation boxes, WeightedRatios ratios, CancellationToken cancellation)
    {
        if (ratios.Count == 0)
        {
            diagnostics.Add(FittingDiagnostics.NoUsableBoxes(boxes.FileCount, boxes.ObjectCount));
            return null;
        }

        // With a bound on the anchors the number is one that isn't exceeded.
        if (settings is { TargetIoU: null, Search.MaxAnchors: null } && settings.AspectRatioCount > ratios.Count)
        {
            diagnostics.Add(FittingDiagnostics.TooFewDistinctRatios(settings.AspectRatioCount, ratios.Count));
            return null;
        }

        var fitter = RatioFitter.For(settings.Objective);
        var drawn = new DrawnCurve(scope, scoring);
        RatioCount count = RatioCount.Decide(
            settings, ratios, fitter, curve => drawn.Measure(curve, settings.Search, settings.DrawnAnchorsDecideCount, cancellation), raw.ProjectFile, diagnostics, cancellation);
        return settings.Objective == FitObjective.DrawnAnchors
            ? FitDrawn(boxes, ratios, count, cancellation)
            : FitRatios(count.Curve?.Find(count.Value)?.Fit ?? fitter.Fit(ratios, count.Value, cancellation), count);
    }

    private GeneratorFit? FitRatios(FittedRatios fit, RatioCount count)
    {
        int distinct = fit.AspectRatios.Distinct().Count();
        if (distinct < fit.AspectRatios.Count)
        {
            diagnostics.Add(FittingDiagnostics.TooFewDistinctRatios(count.Value, distinct));
            return null;
        }

        AnchorGeneratorSection demanded = Demanded();
        return new GeneratorFit(
            new AnchorFigures(fit.AspectRatios, settings.Objective, fit.Measure()) { Curve = Describe(count) },
            [.. scope.WithAspectRatios(fit.AspectRatios), .. scope.Generator.Changes(demanded.Message)],
            demanded.AnchorsALocation(fit.AspectRatios.Count),
            demanded.FinestLayerSwitchPath);
    }

    private GeneratorFit? FitDrawn(BoxPopulation boxes, WeightedRatios ratios, RatioCount count, CancellationToken cancellation)
    {
        AnchorScheme scheme = scope.Drawn ?? throw new InvalidOperationException("A model whose anchors aren't known is refused before.");
        ReportNoLowestLayer();
        ClassSelectionCheck.ReportUnknown(settings.ClassWeights, boxes, raw.ProjectFile, diagnostics);
        GeneratorFit? fit = new DrawnFit(scope.Generator, scheme, settings, boxes.Classes.Numbered, raw.ProjectFile, diagnostics)
            .Run(boxes.Placed.Boxes, ratios, count.Value, cancellation);
        return fit is null ? null : fit with { Figures = fit.Figures with { Curve = Describe(count) } };
    }

    /// <summary>The generator with what the settings demand of it whatever the boxes say.</summary>
    private AnchorGeneratorSection Demanded()
    {
        ReportNoLowestLayer();
        return scope.Demanded(settings.Search);
    }

    private void ReportNoLowestLayer()
    {
        if (scope.Generator.LowestLayerPath is null && settings.Search.LowestLayer != LowestLayer.Keep)
        {
            diagnostics.Add(SearchDiagnostics.NoLowestLayer(raw.ProjectFile, raw.Text(SettingTable.LowestLayer), scope.Generator.Path));
        }
    }

    private FitCurve? Describe(RatioCount count) => count.Curve is not { } curve ? null : new FitCurve(
        [.. curve.Points.Select((point, i) => new CurvePoint(point.Fit.AspectRatios, point.MeanIoU, scope.Generator.AnchorsALocation(point.Count)) { Drawn = count.Drawn?[i] })],
        count.IsChosenByDrawnAnchors ? null : settings.TargetIoU,
        count.Value)
    {
        IsChosenByDrawnAnchors = count.IsChosenByDrawnAnchors,
    };
}
