using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>Fits aspect ratios to boxes of unit area: one for each objective that shapes alone decide.</summary>
internal abstract class RatioFitter
{
    /// <summary>The fitter for an objective. How many ratios drawn anchors have is decided by shapes alone, too.</summary>
    public static RatioFitter For(FitObjective objective) => objective switch
    {
        FitObjective.KMeans => new OfKMeans(),
        FitObjective.MeanIoU or FitObjective.DrawnAnchors => new OfMeanIoU(),
        _ => throw new InvalidOperationException("An objective that nothing fits."),
    };

    /// <summary>The optimum for a number of ratios, from 1 to the number of distinct ones.</summary>
    public abstract FittedRatios Fit(WeightedRatios ratios, int count, CancellationToken cancellationToken);

    /// <summary>The same for 1, 2, and so on up to <paramref name="maxCount"/>, at most <see cref="RatioCurve.MaxCount"/>.</summary>
    public abstract IReadOnlyList<FittedRatios> FitAll(WeightedRatios ratios, int maxCount, CancellationToken cancellationToken);

    private sealed class OfKMeans : RatioFitter
    {
        public override FittedRatios Fit(WeightedRatios ratios, int count, CancellationToken cancellationToken) =>
            Write(ratios, OptimalKMeans.Fit(ratios, count, cancellationToken));

        public override IReadOnlyList<FittedRatios> FitAll(WeightedRatios ratios, int maxCount, CancellationToken cancellationToken) =>
            [.. OptimalKMeans.FitAll(ratios, maxCount, cancellationToken).Select(fit => Write(ratios, fit))];

        private static FittedRatios Write(WeightedRatios ratios, KMeansFit fit)
        {
            float[] written = [.. fit.Clusters.Select(c => (float)c.AspectRatio)];
            return new FittedRatios(written, () => FitQuality.Measure(ratios, fit, written));
        }
    }

    private sealed class OfMeanIoU : RatioFitter
    {
        public override FittedRatios Fit(WeightedRatios ratios, int count, CancellationToken cancellationToken) =>
            Write(ratios, OptimalMeanIoU.Fit(ratios, count, cancellationToken));

        public override IReadOnlyList<FittedRatios> FitAll(WeightedRatios ratios, int maxCount, CancellationToken cancellationToken) =>
            [.. OptimalMeanIoU.FitAll(ratios, maxCount, cancellationToken).Select(fit => Write(ratios, fit))];

        private static FittedRatios Write(WeightedRatios ratios, MeanIoUFit fit)
        {
            float[] written = [.. fit.AspectRatios.Select(r => (float)r)];
            return new FittedRatios(written, () => FitQuality.Measure(ratios, fit, written));
        }
    }
}
