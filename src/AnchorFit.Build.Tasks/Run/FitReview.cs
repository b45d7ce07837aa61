using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>Looks back at finished anchors: what else there could be, what to advise, what to warn of.</summary>
/// <param name="scope">The base config's model.</param>
/// <param name="settings">What was asked for.</param>
/// <param name="projectFile">Named by warnings.</param>
/// <param name="checkpoint">What training takes over of a checkpoint.</param>
/// <param name="diagnostics">Receives warnings.</param>
internal sealed class FitReview(FitScope.Anchors scope, FitSettings settings, string projectFile, CheckpointUse checkpoint, DiagnosticBag diagnostics)
{
    /// <summary>The figures of the fit with the other choices and the advice.</summary>
    /// <param name="fit">What was fitted.</param>
    /// <param name="boxes">The boxes.</param>
    /// <param name="ratios">Their aspect ratios.</param>
    /// <param name="scoring">Scores generators on them.</param>
    /// <param name="drawn">How the result is drawn; null where that isn't known.</param>
    /// <param name="scheme">What it draws; null where that isn't known.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public AnchorFigures Run(
        GeneratorFit fit, BoxPopulation boxes, WeightedRatios ratios, DrawnScoring scoring, DrawnFigures? drawn, AnchorScheme? scheme, CancellationToken cancellation)
    {
        int count = fit.Figures.AspectRatios.Count;
        var fits = new Dictionary<FitObjective, IReadOnlyList<float>?>();
        IReadOnlyList<float>? Fit(FitObjective objective)
        {
            if (!fits.TryGetValue(objective, out IReadOnlyList<float>? found))
            {
                found = count > ratios.Count || ratios.Count > RatioCurve.UnaskedLimit ? null : RatioFitter.For(objective).Fit(ratios, count, cancellation).AspectRatios;
                fits[objective] = found = found?.Distinct().Count() == count ? found : null;
            }

            return found;
        }

        AnchorFigures anchors = fit.Figures;
        if (drawn is not null)
        {
            anchors = anchors with { Choices = new FitChoices(scope, settings, scoring, Fit).Compare(boxes.Placed.Boxes, count, drawn, cancellation) };
            if (RegressionWarning.Of(settings, projectFile, anchors, drawn, anchors.Choices, scope.Generator.AspectRatios.Count) is { } worse)
            {
                diagnostics.Add(worse);
            }
        }

        if (checkpoint == CheckpointUse.WholeDetector && fit.AnchorsALocation != scope.Generator.AnchorsALocationNow)
        {
            diagnostics.Add(DrawnRegressionDiagnostics.Checkpoint(projectFile, scope.Generator.AnchorsALocationNow, fit.AnchorsALocation));
        }

        AdviceFacts facts = FindFacts(fit, anchors, boxes, drawn, scheme) with
        {
            GreatestMeanIoU = anchors.Objective == FitObjective.KMeans && Fit(FitObjective.MeanIoU) is { } best ? UnitAreaCoverage.MeasureMean(ratios, best) : null,
        };
        return anchors with { Advice = FitAdvice.Of(facts) };
    }

    private AdviceFacts FindFacts(GeneratorFit fit, AnchorFigures anchors, BoxPopulation boxes, DrawnFigures? drawn, AnchorScheme? scheme)
    {
        var facts = new AdviceFacts
        {
            Anchors = anchors,
            Drawn = drawn,
            FinestLayerSwitchPath = fit.FinestLayerSwitchPath,
            AnchorsALocationBefore = scope.Generator.AnchorsALocationNow,
            AnchorsALocationAfter = fit.AnchorsALocation,
            Checkpoint = checkpoint,
        };
        // What was asked for by name needs no advice.
        facts = settings.Search.LowestLayer == LowestLayer.Reduced ? facts with { FinestLayerSwitchPath = null } : facts;
        facts = DrawnFacts.AddTo(facts, boxes.Placed, drawn?.After, scheme);

        // What the search was free to choose it has chosen.
        return settings.Objective != FitObjective.DrawnAnchors ? facts : facts with
        {
            FinestLayerSwitchPath = settings.Search.LowestLayer == LowestLayer.Auto ? null : facts.FinestLayerSwitchPath,
            SmallBoxes = settings.Search.Scales ? null : facts.SmallBoxes,
        };
    }
}
