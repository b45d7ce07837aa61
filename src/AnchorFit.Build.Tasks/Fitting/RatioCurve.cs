using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>One number of aspect ratios.</summary>
/// <param name="Fit">The best ratios of that number.</param>
/// <param name="MeanIoU">The mean IoU of the boxes with the best of them, as written, all at unit area; 0 to 1.</param>
internal sealed record RatioCurvePoint(FittedRatios Fit, double MeanIoU)
{
    /// <summary>How many ratios.</summary>
    public int Count => Fit.AspectRatios.Count;
}

/// <summary>
/// What each number of aspect ratios gives: from 1 to <see cref="MaxCount"/>, or as far as the boxes have distinct ratios,
/// in float32 too.
/// </summary>
/// <param name="Points">Ascending in the number of ratios, without a gap; one at least.</param>
internal sealed record RatioCurve(IReadOnlyList<RatioCurvePoint> Points)
{
    /// <summary>The most ratios that are looked at.</summary>
    public const int MaxCount = 10;

    /// <summary>
    /// Up to so many distinct ratios the curve is measured without being asked for: beside reading as many boxes it costs
    /// little (on two cores some 0.1 s for k-means and 0.6 s for the mean IoU, at this number).
    /// </summary>
    public const int UnaskedLimit = 100_000;

    /// <summary>What writing ratios as float32 can cost at most: so near to a target it counts as reached.</summary>
    private const double Rounding = 1e-7;

    /// <summary>Fits all numbers of ratios and scores them.</summary>
    /// <param name="ratios">The ratios of all boxes; one at least.</param>
    /// <param name="fitter">What they are fitted to.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>For m distinct ratios the fits, and O(10·m) for the scores.</remarks>
    public static RatioCurve Measure(WeightedRatios ratios, RatioFitter fitter, CancellationToken cancellationToken)
    {
        IEnumerable<FittedRatios> fits = fitter.FitAll(ratios, Math.Min(MaxCount, ratios.Count), cancellationToken)
            .TakeWhile(fit => fit.AspectRatios.Distinct().Count() == fit.AspectRatios.Count);
        return new RatioCurve([.. fits.Select(fit => new RatioCurvePoint(fit, UnitAreaCoverage.MeasureMean(ratios, fit.AspectRatios)))]);
    }

    /// <summary>The point for a number of ratios; null where the curve doesn't go so far.</summary>
    public RatioCurvePoint? Find(int count) => count <= Points.Count ? Points[count - 1] : null;

    /// <summary>The fewest ratios that reach a mean IoU; null where none do.</summary>
    /// <param name="meanIoU">From 0 to 1.</param>
    public RatioCurvePoint? FewestReaching(double meanIoU) => Points.FirstOrDefault(point => point.MeanIoU >= meanIoU - Rounding);
}
