using System;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>
/// The anchors of greatest mean IoU: the global optimum over all sets of k aspect ratios, by dynamic programming. Boxes and
/// anchors have unit area, and each box counts with its best anchor.
/// </summary>
/// <remarks>
/// <para>
/// 1. With x = ln r, IoU = s / (2 − s) with s = exp(−|Δx| / 2): it falls with the distance, and is convex in x on either
///    side of the anchor. Between two neighbouring boxes a sum of such functions is convex in the anchor's place, so its
///    maximum is at one of them: optimal anchors are ratios of boxes.
/// 2. A box lies between two neighbouring anchors and takes the nearer. So best(q, j), the most that q anchors earn from
///    the boxes below the last one at j, is the maximum over i of best(q − 1, i) + gain(i, j).
/// 3. The gain is a sum of max(u, v), where u rises with i and v falls with j. The maximum is submodular, so gain satisfies
///    the inverse quadrangle inequality gain(i, j) + gain(i′, j′) ≥ gain(i, j′) + gain(i′, j) for i ≤ i′ and j ≤ j′, and the
///    best i never falls as j rises: divide and conquer, O(k·m·log m) gains for m ratios (<see cref="AnchorLayer"/>).
/// 4. A gain isn't summed but looked up, at 54 terms each: see <see cref="IntervalGains"/>.
/// 5. Beyond <see cref="MaxExact"/> ratios neighbours are merged first, and the result says what that can cost at most:
///    see <see cref="MergedRatios"/>.
/// </para>
/// Source for divide and conquer over a monotone maximum: A. Aggarwal et al., "Geometric applications of a
/// matrix-searching algorithm" (Algorithmica 2, 1987).
/// </remarks>
internal static class OptimalMeanIoU
{
    /// <summary>Up to so many distinct ratios the optimum is exact: seconds for six anchors.</summary>
    public const int MaxExact = 100_000;

    /// <summary>So many ratios times anchors; beyond ten anchors it lowers the number of ratios.</summary>
    private const int MaxExactWork = 10 * MaxExact;

    /// <summary>Finds the k anchors of greatest mean IoU.</summary>
    /// <param name="ratios">The ratios of all boxes.</param>
    /// <param name="anchorCount">How many anchors, exactly, each at a ratio of its own.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    /// <returns>The anchors. Of equal optima the one whose last anchor is smallest, and so on downwards.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above the number of distinct ratios.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// O(k·m·log m) time for m ratios, on all cores, with the same result on any number of them; 900 + 4·k bytes a ratio.
    /// </remarks>
    public static MeanIoUFit Fit(WeightedRatios ratios, int anchorCount, CancellationToken cancellationToken = default) =>
        Fit(ratios, anchorCount, MaxExact, cancellationToken);

    /// <summary>The same where at most <paramref name="maxExact"/> distinct ratios are searched unmerged.</summary>
    internal static MeanIoUFit Fit(WeightedRatios ratios, int anchorCount, int maxExact, CancellationToken cancellationToken)
    {
        if (anchorCount < 1 || anchorCount > ratios.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(anchorCount),
                anchorCount,
                "Must lie from 1 to the number of distinct ratios.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        int limit = Math.Max(2 * anchorCount, Math.Min(maxExact, MaxExactWork / anchorCount));
        if (ratios.Count <= limit)
        {
            double[] anchors = Search(ratios.Ratios, ratios.Weights, anchorCount, cancellationToken);
            return new MeanIoUFit(anchors, MeanIoUFit.Measure(ratios.Ratios, ratios.Weights, anchors), GapBound: 0);
        }

        MergedRatios merged = MergedRatios.Create(ratios, limit);
        double[] found = Search(merged.Ratios, merged.Weights, anchorCount, cancellationToken);
        double mean = MeanIoUFit.Measure(ratios.Ratios, ratios.Weights, found);
        double bound = MeanIoUFit.Measure(merged.Ratios, merged.Weights, found) + merged.MeanShift - mean;
        return new MeanIoUFit(found, mean, Math.Max(0, bound));
    }

    private static double[] Search(
        ReadOnlySpan<double> ratios,
        ReadOnlySpan<double> weights,
        int anchorCount,
        CancellationToken cancellationToken)
    {
        var gains = new IntervalGains(ratios, weights);
        cancellationToken.ThrowIfCancellationRequested();
        var best = new double[ratios.Length - anchorCount + 1];
        for (int i = 0; i < best.Length; i++)
        {
            best[i] = gains.Before(i);
        }

        // Anchor q, counted from 0, can stand from ratio q on and must leave room for those after it.
        var choices = new int[anchorCount][];
        for (int q = 1; q < anchorCount; q++)
        {
            var layer = new AnchorLayer(gains, cancellationToken)
            {
                FirstColumn = q - 1,
                LastRow = ratios.Length - anchorCount + q,
                ColumnGains = best,
            };
            (best, choices[q]) = layer.Solve();
            cancellationToken.ThrowIfCancellationRequested();
        }

        int place = BestLast(gains, best, anchorCount - 1);
        var anchors = new double[anchorCount];
        for (int q = anchorCount - 1; q >= 0; q--)
        {
            anchors[q] = ratios[place];
            place = q == 0 ? 0 : choices[q][place - q];
        }

        return anchors;
    }

    private static int BestLast(IntervalGains gains, double[] best, int first)
    {
        int place = first;
        double most = double.NegativeInfinity;
        for (int i = 0; i < best.Length; i++)
        {
            double gain = best[i] + gains.At(first + i) + gains.After(first + i);
            if (gain > most)
            {
                (most, place) = (gain, first + i);
            }
        }

        return place;
    }
}
