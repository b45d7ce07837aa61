using System;
using System.Collections.Generic;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>How many aspect ratios are fitted.</summary>
/// <param name="Value">Their number, one at least; where it was given, it may be above the number of distinct ratios.</param>
/// <param name="Curve">What other numbers would give; null where that was neither asked for nor cheap.</param>
internal sealed record RatioCount(int Value, RatioCurve? Curve)
{
    /// <summary>What is drawn with each number of the curve; null where that isn't known.</summary>
    public IReadOnlyList<DrawnFigures>? Drawn { get; init; }

    /// <summary><c>auto</c> chose by what is drawn.</summary>
    public bool IsChosenByDrawnAnchors { get; init; }

    /// <summary>
    /// The number that the settings give; with <c>auto</c> the fewest that draw as good anchors as any
    /// (<see cref="DrawnCurve.FewestAsGood"/>), or, where a target is given or drawn anchors aren't known, the smallest that
    /// reaches the target, or, with a warning, the largest on the curve where none does.
    /// </summary>
    /// <param name="settings">The number, or the target.</param>
    /// <param name="ratios">The ratios of all boxes; one at least.</param>
    /// <param name="fitter">What the curve is fitted to.</param>
    /// <param name="drawn">What is drawn with the numbers of a curve; null where that isn't known.</param>
    /// <param name="projectFile">Named by the warning.</param>
    /// <param name="diagnostics">Receives it.</param>
    /// <param name="cancellation">Checked throughout.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RatioCount Decide(
        FitSettings settings,
        WeightedRatios ratios,
        RatioFitter fitter,
        Func<RatioCurve, IReadOnlyList<DrawnFigures>?> drawn,
        string projectFile,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        bool isAutomatic = settings.TargetIoU is not null;
        if (!isAutomatic && ratios.Count > RatioCurve.UnaskedLimit)
        {
            return new RatioCount(settings.AspectRatioCount, null);
        }

        RatioCurve curve = RatioCurve.Measure(ratios, fitter, cancellation);
        IReadOnlyList<DrawnFigures>? points = drawn(curve);
        if (settings.TargetIoU is not { } target)
        {
            return new RatioCount(settings.AspectRatioCount, curve) { Drawn = points };
        }

        if (settings.DrawnAnchorsDecideCount && points is not null)
        {
            return new RatioCount(DrawnCurve.FewestAsGood(points), curve) { Drawn = points, IsChosenByDrawnAnchors = true };
        }

        if (curve.FewestReaching(target) is { } reaching)
        {
            return new RatioCount(reaching.Count, curve) { Drawn = points };
        }

        RatioCurvePoint last = curve.Points[curve.Points.Count - 1];
        diagnostics.Add(RatioCountDiagnostics.TargetNotReached(projectFile, target, last.Count, last.MeanIoU));
        return new RatioCount(last.Count, curve) { Drawn = points };
    }
}
