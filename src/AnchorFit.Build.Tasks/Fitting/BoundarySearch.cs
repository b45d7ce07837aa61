using System;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>
/// Finds where the clusters of an optimum begin. Boundary q, the end of cluster q, lies in a window that shrinks.
/// </summary>
/// <remarks>
/// A coarse grid cuts each window into cells. A partition with its boundaries in given cells costs at least what remains
/// when the ratios inside those cells are left out. The least such cost through a cell comes from a pass forwards and one
/// backwards; where it is above the cost of a partition already known, no optimum has its boundary in that cell. What is
/// left is cut finer, and solved ratio by ratio in the end: the result is that of the full recurrence.
/// </remarks>
/// <param name="costs">What clusters cost.</param>
/// <param name="clusterCount">From 1 to the number of ratios.</param>
/// <param name="cancellationToken">Checked throughout.</param>
/// <param name="coarseCells">Up to so many ratios, and cells of the first grid, there is no coarser one.</param>
internal sealed class BoundarySearch(
    IntervalCosts costs,
    int clusterCount,
    CancellationToken cancellationToken,
    int coarseCells = BoundarySearch.CoarseCells)
{
    /// <summary>Up to so many ratios nothing is searched coarsely first.</summary>
    public const int CoarseCells = 1 << 10;

    private const int Refinement = 16;

    /// <summary>The window of each boundary, in cells, both ends included; boundaries 0 and k are the ends of the ratios.</summary>
    private readonly int[] _first = new int[clusterCount + 1];
    private readonly int[] _last = new int[clusterCount + 1];

    /// <summary>The index of the first ratio of each cluster.</summary>
    public int[] FindStarts()
    {
        if (costs.Count <= coarseCells)
        {
            return FullRecurrence.FindStarts(costs, clusterCount, cancellationToken)[clusterCount - 1];
        }

        int stride = 1;
        while (costs.Count / stride > coarseCells)
        {
            stride *= Refinement;
        }

        SetWindows(stride, q => (0, int.MaxValue));
        while (stride > 1)
        {
            Narrow(stride);
            stride /= Refinement;
            SetWindows(stride, q => (_first[q] * Refinement, (_last[q] * Refinement) + Refinement - 1));
        }

        return SolveExactly();
    }

    private void SetWindows(int stride, Func<int, (int First, int Last)> window)
    {
        for (int q = 1; q < clusterCount; q++)
        {
            (int first, int last) = window(q);
            _first[q] = Math.Max(first, q / stride);
            _last[q] = Math.Min(last, (costs.Count - clusterCount + q) / stride);
        }

        _first[clusterCount] = _last[clusterCount] = (costs.Count + stride - 1) / stride;
    }

    /// <summary>Takes from both ends of every window the cells that no optimum can have its boundary in.</summary>
    private void Narrow(int stride)
    {
        double[] known = [0];
        double[][] before = new double[clusterCount][];
        before[0] = known;
        for (int q = 1; q <= clusterCount; q++)
        {
            known = Solve(Forwards(q, known, stride, 0));
            if (q < clusterCount)
            {
                before[q] = Solve(Forwards(q, before[q - 1], stride, q == 1 ? 0 : 1));
            }
        }

        double limit = (known[0] * (1 + 1e-9)) + costs.Resolution;
        double[] after = [0];
        (int[] first, int[] last) = ((int[])_first.Clone(), (int[])_last.Clone());
        for (int q = clusterCount - 1; q > 0; q--)
        {
            after = Solve(Backwards(q, after, stride));
            int low = 0;
            int high = after.Length - 1;
            while (low < high && before[q][low] + after[low] > limit)
            {
                low++;
            }

            while (high > low && before[q][high] + after[high] > limit)
            {
                high--;
            }

            (first[q], last[q]) = (_first[q] + low, _first[q] + high);
        }

        first.CopyTo(_first, 0);
        last.CopyTo(_last, 0);
    }

    /// <summary>The recurrence over every boundary that is left, then back along its choices.</summary>
    private int[] SolveExactly()
    {
        int[][] choices = new int[clusterCount + 1][];
        double[] best = [0];
        for (int q = 1; q <= clusterCount; q++)
        {
            choices[q] = new int[_last[q] - _first[q] + 1];
            best = Solve(Forwards(q, best, 1, 0) with { Gap = 1, Choices = choices[q] });
        }

        int[] starts = new int[clusterCount];
        int boundary = costs.Count;
        for (int q = clusterCount; q > 0; q--)
        {
            boundary = choices[q][boundary - _first[q]];
            starts[q - 1] = boundary;
        }

        return starts;
    }

    /// <summary>The least cost up to each cell of boundary q, from that up to each cell of the boundary before.</summary>
    private LayerSearch Forwards(int q, double[] previous, int stride, int reach) => new(costs, stride, cancellationToken)
    {
        FirstRow = _first[q],
        LastRow = _last[q],
        FirstColumn = _first[q - 1],
        ColumnCosts = previous,
        Reach = reach,
    };

    /// <summary>The least cost from each cell of boundary q to the end, its own ratios left out.</summary>
    private LayerSearch Backwards(int q, double[] next, int stride) => new(costs, stride, cancellationToken)
    {
        FirstRow = _first[q],
        LastRow = _last[q],
        FirstColumn = _first[q + 1],
        ColumnCosts = next,
        Reach = 1,
        Backwards = true,
    };

    private double[] Solve(LayerSearch layer)
    {
        double[] result = layer.Solve();
        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }
}
