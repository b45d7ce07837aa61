using System;
using System.Threading;
using System.Threading.Tasks;

namespace AnchorFit.Fitting;

/// <summary>
/// The global optimum of k-means over aspect ratios, by dynamic programming.
/// </summary>
/// <remarks>
/// <para>
/// Points (√r, 1/√r), clusters around their weighted means, squared Euclidean distances: what the notebook gives to
/// sklearn's KMeans, which finds a local optimum that depends on seed and file order. Here there is neither.
/// </para>
/// <para>
/// 1. Clusters of an optimum are contiguous in r. A line separates any two, and meets the curve at most twice, so at
///    worst they lie as A B A; going along the curve x rises and y falls, hence |a₁a₂|² ≥ |a₁b|² + |ba₂|² for the means
///    of the three parts, and joining B with one part of A instead costs no more.
/// 2. So best(q, j), the least cost of the first j ratios in q clusters, is the minimum over i of
///    best(q − 1, i) + cost(i, j).
/// 3. The cost satisfies the quadrangle inequality (in each coordinate, and sums keep it), so the best i never falls as
///    j rises: the middle j of a range is solved first and bounds i for both halves. O(k·m·log m) for m ratios.
/// </para>
/// Source: H. Wang and M. Song, "Ckmeans.1d.dp" (The R Journal 3/2, 2011), for the recurrence in one dimension;
/// X. Wu, "Optimal quantization by matrix searching" (J. Algorithms 12, 1991), for the inequality.
/// </remarks>
internal static class OptimalKMeans
{
    /// <summary>Finds the k clusters of least inertia.</summary>
    /// <param name="ratios">The ratios of all boxes.</param>
    /// <param name="clusterCount">How many clusters, exactly; each gets one distinct ratio at least.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    /// <returns>The clusters, ascending. Of equal optima the one whose last cluster begins first, and so on downwards.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above the number of distinct ratios.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>O(k·m·log m) time on all cores, the same result on any number; 80 + 4·(k − 2) bytes a distinct ratio.</remarks>
    public static KMeansFit Fit(WeightedRatios ratios, int clusterCount, CancellationToken cancellationToken = default)
    {
        if (clusterCount < 1 || clusterCount > ratios.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(clusterCount),
                clusterCount,
                "Must lie from 1 to the number of distinct ratios.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        int[] starts = new ClusterSearch(new IntervalCosts(ratios), clusterCount, cancellationToken).FindStarts();
        return KMeansFit.Create(ratios, starts);
    }

    /// <summary>One run of the recurrence, layer by layer.</summary>
    private sealed class ClusterSearch(IntervalCosts costs, int clusterCount, CancellationToken cancellationToken)
    {
        private const int RowsWorthAThread = 1 << 14;

        /// <summary>How many ratios may stand before the last cluster of a layer, beside the least possible number.</summary>
        private readonly int _slack = costs.Count - clusterCount;

        /// <summary>best(q − 1, ·) and best(q, ·); entry d is that of q + d ratios, the least and d more.</summary>
        private double[] _previous = [];
        private double[] _current = [];

        /// <summary>The index of the first ratio of each cluster.</summary>
        public int[] FindStarts()
        {
            int[] starts = new int[clusterCount];
            if (clusterCount == 1)
            {
                return starts;
            }

            int[][] best = new int[clusterCount + 1][];
            _current = new double[_slack + 1];
            for (int d = 0; d <= _slack; d++)
            {
                _current[d] = costs.Of(0, 1 + d);
            }

            _previous = clusterCount == 2 ? [] : new double[_slack + 1];
            for (int q = 2; q < clusterCount; q++)
            {
                (_previous, _current) = (_current, _previous);
                best[q] = new int[_slack + 1];
                SolveRows(q, best[q], 0, _slack, 0, _slack);
                cancellationToken.ThrowIfCancellationRequested();
            }

            // Of the last layer only the cell with every ratio counts.
            (_previous, _current) = (_current, _previous);
            int d2 = FindBestSplit(clusterCount, _slack, 0, _slack, out _);
            starts[clusterCount - 1] = clusterCount - 1 + d2;
            for (int q = clusterCount - 1; q > 1; q--)
            {
                d2 = best[q][d2];
                starts[q - 1] = q - 1 + d2;
            }

            return starts;
        }

        /// <summary>Solves best(q, q + d) for d in first..last, whose best splits are known to lie in low..high.</summary>
        private void SolveRows(int q, int[] best, int first, int last, int low, int high)
        {
            while (first <= last && !cancellationToken.IsCancellationRequested)
            {
                int middle = first + ((last - first) / 2);
                int split = FindBestSplit(q, middle, low, high, out _current[middle]);
                best[middle] = split;
                if (last - first >= RowsWorthAThread)
                {
                    (int f, int l, int lo, int hi) = (first, last, low, high);
                    Parallel.Invoke(
                        () => SolveRows(q, best, f, middle - 1, lo, split),
                        () => SolveRows(q, best, middle + 1, l, split, hi));
                    return;
                }

                SolveRows(q, best, first, middle - 1, low, split);
                (first, low) = (middle + 1, split);
            }
        }

        /// <summary>The first of the splits low..high that is best for the first q + d ratios.</summary>
        private int FindBestSplit(int q, int d, int low, int high, out double leastCost)
        {
            leastCost = double.PositiveInfinity;
            int best = low;
            int end = Math.Min(high, d);
            for (int split = low; split <= end; split++)
            {
                double cost = _previous[split] + costs.Of(q - 1 + split, q + d);
                if (cost < leastCost)
                {
                    (leastCost, best) = (cost, split);
                }
            }

            return best;
        }
    }
}
