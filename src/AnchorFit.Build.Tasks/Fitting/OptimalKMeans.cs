using System;
using System.Collections.Generic;
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
/// 4. Large sets are searched coarsely first, to learn where a boundary can't be: see <see cref="BoundarySearch"/>.
/// </para>
/// Source: H. Wang and M. Song, "Ckmeans.1d.dp" (The R Journal 3/2, 2011), for the recurrence in one dimension;
/// X. Wu, "Optimal quantization by matrix searching" (Journal of Algorithms 12, 1991), for the inequality.
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
    /// <remarks>
    /// O(k·m·log m) time at worst, on all cores, with the same result on any number of them; 64 bytes a distinct ratio
    /// beside the ratios themselves, at worst 4·k + 16 more.
    /// </remarks>
    public static KMeansFit Fit(WeightedRatios ratios, int clusterCount, CancellationToken cancellationToken = default)
    {
        Require(ratios, clusterCount, nameof(clusterCount), cancellationToken);
        var search = new BoundarySearch(new IntervalCosts(ratios), clusterCount, cancellationToken);
        return KMeansFit.Create(ratios, search.FindStarts());
    }

    /// <summary>The same for 1 cluster, 2, and so on up to <paramref name="maxCount"/>: the bits that <see cref="Fit"/> gives.</summary>
    /// <param name="ratios">The ratios of all boxes.</param>
    /// <param name="maxCount">From 1 to the number of distinct ratios.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above the number of distinct ratios.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// Up to <see cref="BoundarySearch.CoarseCells"/> distinct ratios one run of the recurrence, at 4·k bytes a ratio.
    /// Beyond, one search a count over the same running sums: each looks at its own neighbourhood of its own optimum
    /// alone, which is less work than a recurrence that leaves nothing out; as many at a time as there are cores, each with
    /// the memory that <see cref="Fit"/> has beside the sums.
    /// </remarks>
    public static IReadOnlyList<KMeansFit> FitAll(WeightedRatios ratios, int maxCount, CancellationToken cancellationToken = default)
    {
        Require(ratios, maxCount, nameof(maxCount), cancellationToken);
        var costs = new IntervalCosts(ratios);
        var fits = new KMeansFit[maxCount];
        if (costs.Count <= BoundarySearch.CoarseCells)
        {
            return Array.ConvertAll(FullRecurrence.FindStarts(costs, maxCount, cancellationToken), starts => KMeansFit.Create(ratios, starts));
        }

        // The largest count, which takes longest, begins.
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, maxCount, options, i =>
        {
            int count = maxCount - i;
            fits[count - 1] = KMeansFit.Create(ratios, new BoundarySearch(costs, count, cancellationToken).FindStarts());
        });
        return fits;
    }

    private static void Require(WeightedRatios ratios, int count, string name, CancellationToken cancellationToken)
    {
        if (count < 1 || count > ratios.Count)
        {
            throw new ArgumentOutOfRangeException(name, count, "Must lie from 1 to the number of distinct ratios.");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
