using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;

namespace AnchorFit.Run;

/// <summary>How many aspect ratios are fitted.</summary>
/// <param name="Value">Their number, one at least; where it was given, it may be above the number of distinct ratios.</param>
/// <param name="Curve">What other numbers would give; null where that was neither asked for nor cheap.</param>
internal sealed record RatioCount(int Value, RatioCurve? Curve)
{
    /// <summary>
    /// The number that the settings give; with <c>auto</c> the smallest that reaches the target, or, with a warning, the
    /// largest on the curve where none does.
    /// </summary>
    /// <param name="settings">The number, or the target.</param>
    /// <param name="ratios">The ratios of all boxes; one at least.</param>
    /// <param name="fitter">What the curve is fitted to.</param>
    /// <param name="projectFile">Named by the warning.</param>
    /// <param name="diagnostics">Receives it.</param>
    /// <param name="cancellation">Checked throughout.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public static RatioCount Decide(
        FitSettings settings,
        WeightedRatios ratios,
        RatioFitter fitter,
        string projectFile,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        if (settings.TargetIoU is not { } target)
        {
            return new RatioCount(
                settings.AspectRatioCount,
                ratios.Count <= RatioCurve.UnaskedLimit && settings.Objective != FitObjective.DrawnAnchors ? RatioCurve.Measure(ratios, fitter, cancellation) : null);
        }

        RatioCurve curve = RatioCurve.Measure(ratios, fitter, cancellation);
        if (curve.FewestReaching(target) is { } reaching)
        {
            return new RatioCount(reaching.Count, curve);
        }

        RatioCurvePoint last = curve.Points[curve.Points.Count - 1];
        diagnostics.Add(RatioCountDiagnostics.TargetNotReached(projectFile, target, last.Count, last.MeanIoU));
        return new RatioCount(last.Count, curve);
    }
}
