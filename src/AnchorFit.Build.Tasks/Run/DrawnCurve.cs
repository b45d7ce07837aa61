using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors.Search;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>What the anchors come to that are drawn with each number of ratios.</summary>
/// <param name="scope">The base config's model.</param>
/// <param name="scoring">Scores generators.</param>
internal sealed class DrawnCurve(FitScope.Anchors scope, DrawnScoring scoring)
{
    /// <summary>Up to so many boxes the anchors of all numbers are scored without being asked for: a few milliseconds a number for 40,000.</summary>
    public const int UnaskedLimit = 100_000;

    /// <summary>Nearer to the best than this a number of ratios does as well.</summary>
    public const double AsGood = 0.005;

    /// <summary>One for each point; null where drawn anchors aren't known, or are too many to score unasked.</summary>
    /// <param name="curve">The ratios.</param>
    /// <param name="search">What is demanded of the generator beside them.</param>
    /// <param name="isAsked">Somebody wants them.</param>
    /// <param name="cancellation">Leaves the work to itself.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<DrawnFigures>? Measure(RatioCurve curve, SearchSettings search, bool isAsked, CancellationToken cancellation)
    {
        if (scoring.BoxCount == 0 || (scoring.BoxCount > UnaskedLimit && !isAsked))
        {
            return null;
        }

        AnchorGeneratorSection generator = scope.Demanded(search);
        return [.. curve.Points.Select(point => scoring.Compare(generator.MessageWith(point.Fit.AspectRatios), cancellation)!)];
    }

    /// <summary>
    /// The fewest ratios whose mean best IoU is at most <see cref="AsGood"/> below the best number's, with no class and no
    /// size more than that below the base config's in mean best IoU or recall; where no number keeps that, the one whose
    /// greatest fall is least.
    /// </summary>
    /// <param name="points">For 1 ratio, 2, and so on; one at least.</param>
    public static int FewestAsGood(IReadOnlyList<DrawnFigures> points)
    {
        double best = points.Max(point => point.After.Whole.MeanBestIoU);
        double[] harm = [.. points.Select(point => Math.Max(GreatestFall(point), best - point.After.Whole.MeanBestIoU))];
        int fewest = Array.FindIndex(harm, fall => fall <= AsGood);
        return 1 + (fewest >= 0 ? fewest : Array.IndexOf(harm, harm.Min()));
    }

    /// <summary>By how much the group that falls most falls; 0 where none does.</summary>
    public static double GreatestFall(DrawnFigures drawn) => drawn.Fallen is [{ } first, ..] ? first.Fall : 0;
}
