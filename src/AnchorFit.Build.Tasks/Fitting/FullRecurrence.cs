using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>
/// The recurrence of k-means over all ratios, nothing left out: one run gives the optimum for every number of clusters.
/// </summary>
/// <remarks>
/// The layer of q clusters holds the least cost of the first j ratios for every j, whatever the number of clusters that
/// follow, so the optimum for q is its last row. That row is solved by itself: a run up to k clusters and one up to more
/// then do the same operations for k, and give the same bits. O(k·m·log m) for m ratios, 4·k bytes a ratio.
/// </remarks>
internal static class FullRecurrence
{
    /// <summary>The index of the first ratio of each cluster, for 1 cluster, 2, and so on.</summary>
    /// <param name="costs">What clusters cost.</param>
    /// <param name="maxCount">From 1 to the number of ratios.</param>
    /// <param name="cancellationToken">Checked throughout.</param>
    public static int[][] FindStarts(IntervalCosts costs, int maxCount, CancellationToken cancellationToken)
    {
        var starts = new int[maxCount][];
        var choices = new int[maxCount][];
        double[] best = [0];
        for (int q = 1; q <= maxCount; q++)
        {
            // The end of cluster q lies at ratio q at least.
            var last = new int[1];
            var layer = new LayerSearch(costs, 1, cancellationToken)
            {
                FirstRow = costs.Count,
                LastRow = costs.Count,
                FirstColumn = q - 1,
                ColumnCosts = best,
                Reach = 0,
                Gap = 1,
                Choices = last,
            };
            layer.Solve();
            starts[q - 1] = TraceBack(choices, q, last[0]);
            if (q < maxCount)
            {
                choices[q] = new int[costs.Count - q];
                best = (layer with { FirstRow = q, LastRow = costs.Count - 1, Choices = choices[q] }).Solve();
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        return starts;
    }

    /// <param name="choices">For each boundary but the last, from its first place on, where the one before it lies.</param>
    /// <param name="count">How many clusters there are.</param>
    /// <param name="boundary">Where the last one begins.</param>
    private static int[] TraceBack(int[][] choices, int count, int boundary)
    {
        int[] starts = new int[count];
        for (int q = count - 1; q >= 0; q--)
        {
            starts[q] = boundary;
            boundary = q == 0 ? 0 : choices[q][boundary - q];
        }

        return starts;
    }
}
