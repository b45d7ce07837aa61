using System;
using System.Collections.Generic;
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
    internal static MeanIoUFit Fit(WeightedRatios ratios, int anchorCount, int maxExact, CancellationToken cancellationToken) =>
        FitRange(ratios, anchorCount, anchorCount, maxExact, cancellationToken)[0];

    /// <summary>
    /// The same for 1 anchor, 2, and so on up to <paramref name="maxCount"/>, in one run: the bits that
    /// <see cref="Fit(WeightedRatios, int, CancellationToken)"/> gives.
    /// </summary>
    /// <param name="ratios">The ratios of all boxes.</param>
    /// <param name="maxCount">From 1 to 10, and at most the number of distinct ratios.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not in that range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Time and memory of the fit of the largest count.</remarks>
    public static IReadOnlyList<MeanIoUFit> FitAll(WeightedRatios ratios, int maxCount, CancellationToken cancellationToken = default) =>
        FitAll(ratios, maxCount, MaxExact, cancellationToken);

    /// <summary>The same where at most <paramref name="maxExact"/> distinct ratios, twice the count at least, are searched unmerged.</summary>
    internal static IReadOnlyList<MeanIoUFit> FitAll(WeightedRatios ratios, int maxCount, int maxExact, CancellationToken cancellationToken) =>

        // Up to so many anchors the number of ratios that are searched doesn't depend on theirs.
        maxCount <= MaxExactWork / MaxExact
            ? FitRange(ratios, 1, maxCount, maxExact, cancellationToken)
            : throw new ArgumentOutOfRangeException(nameof(maxCount), maxCount, "Must be 10 or less.");

    private static MeanIoUFit[] FitRange(WeightedRatios ratios, int first, int last, int maxExact, CancellationToken cancellationToken)
    {
        if (last < 1 || last > ratios.Count)
        {
            throw new ArgumentOutOfRangeException(first == last ? "anchorCount" : "maxCount", last, "Must lie from 1 to the number of distinct ratios.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        int limit = Math.Max(2 * last, Math.Min(maxExact, MaxExactWork / last));
        if (ratios.Count <= limit)
        {
            double[][] anchors = Search(ratios.Ratios, ratios.Weights, first, last, cancellationToken);
            return Array.ConvertAll(anchors, a => new MeanIoUFit(a, MeanIoUFit.Measure(ratios.Ratios, ratios.Weights, a), GapBound: 0));
        }

        MergedRatios merged = MergedRatios.Create(ratios, limit);
        double[][] found = Search(merged.Ratios, merged.Weights, first, last, cancellationToken);
        return Array.ConvertAll(found, a => Bound(ratios, merged, a));
    }

    /// <summary>Anchors that were found for merged ratios, as they serve the ratios themselves.</summary>
    private static MeanIoUFit Bound(WeightedRatios ratios, MergedRatios merged, double[] anchors)
    {
        double mean = MeanIoUFit.Measure(ratios.Ratios, ratios.Weights, anchors);
        double bound = MeanIoUFit.Measure(merged.Ratios, merged.Weights, anchors) + merged.MeanShift - mean;
        return new MeanIoUFit(anchors, mean, Math.Max(0, bound));
    }

    /// <summary>
    /// The best anchors for every count from the first to the last. The layer of q anchors holds what they can earn for
    /// every place of the last one, whatever the number of those that follow; so the result for a count has the same bits
    /// in every such range.
    /// </summary>
    private static double[][] Search(
        ReadOnlySpan<double> ratios,
        ReadOnlySpan<double> weights,
        int first,
        int last,
        CancellationToken cancellationToken)
    {
        var gains = new IntervalGains(ratios, weights);
        cancellationToken.ThrowIfCancellationRequested();
        var best = new double[ratios.Length];
        for (int i = 0; i < best.Length; i++)
        {
            best[i] = gains.Before(i);
        }

        // Anchor q, counted from 0, can stand from ratio q on.
        var found = new double[last - first + 1][];
        var choices = new int[last][];
        for (int q = 0; q < last; q++)
        {
            if (q > 0)
            {
                var layer = new AnchorLayer(gains, cancellationToken)
                {
                    FirstColumn = q - 1,
                    LastRow = ratios.Length - 1,
                    ColumnGains = best,
                };
                (best, choices[q]) = layer.Solve();
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (q + 1 >= first)
            {
                found[q + 1 - first] = TraceBack(ratios, choices, q, BestLast(gains, best, q));
            }
        }

        return found;
    }

    private static double[] TraceBack(ReadOnlySpan<double> ratios, int[][] choices, int lastAnchor, int place)
    {
        var anchors = new double[lastAnchor + 1];
        for (int q = lastAnchor; q >= 0; q--)
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
