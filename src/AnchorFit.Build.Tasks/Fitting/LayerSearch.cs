using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>
/// One step of the recurrence: for every cell of a boundary (a row) the best cell of its neighbour (a column). The best
/// column never falls as the row rises, so the middle row is solved first and bounds the columns of both halves.
/// </summary>
/// <remarks>
/// Cell t holds the boundaries from t·stride to before the next cell. With <see cref="Reach"/> 1 a cluster between two
/// cells has only the ratios that lie outside both; with 0 it reaches from the beginning of one to that of the other.
/// </remarks>
internal sealed record LayerSearch(IntervalCosts Costs, int Stride, CancellationToken CancellationToken)
{
    private const int RowsWorthAThread = 1 << 11;

    private double[] _rowCosts = [];

    public required int FirstRow { get; init; }

    public required int LastRow { get; init; }

    public required int FirstColumn { get; init; }

    /// <summary>What the clusters on the far side of each column cost.</summary>
    public required double[] ColumnCosts { get; init; }

    /// <summary>How many cells further the boundary that opens a cluster lies.</summary>
    public required int Reach { get; init; }

    /// <summary>The columns are cells of the next boundary, not of the one before.</summary>
    public bool Backwards { get; init; }

    /// <summary>How many cells must lie between the two boundaries; 1 keeps clusters from being empty.</summary>
    public int Gap { get; init; }

    /// <summary>Costs are wanted to within <see cref="IntervalCosts.RoughError"/> alone.</summary>
    public bool IsRough { get; init; }

    /// <summary>Where to note the best column of each row.</summary>
    public int[]? Choices { get; init; }

    /// <summary>The least cost of each row; infinite where no column is possible. Of equal columns the first is chosen.</summary>
    public double[] Solve()
    {
        _rowCosts = new double[LastRow - FirstRow + 1];
        new MonotoneRows(SolveRow, RowsWorthAThread, CancellationToken).Solve(FirstRow, LastRow, FirstColumn, FirstColumn + ColumnCosts.Length - 1);
        return _rowCosts;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private int SolveRow(int row, int firstColumn, int lastColumn)
    {
        // Without any possible column the rows beyond have none either, and this keeps the others' range whole.
        int best = Backwards ? lastColumn : firstColumn;
        double least = double.PositiveInfinity;
        int from = Backwards ? Math.Max(firstColumn, row + Gap) : firstColumn;
        int to = Backwards ? lastColumn : Math.Min(lastColumn, row - Gap);
        int boundary = PositionOf(Backwards ? row + Reach : row);
        for (int column = from; column <= to; column++)
        {
            (int start, int end) = Backwards ? (boundary, PositionOf(column)) : (PositionOf(column + Reach), boundary);
            double cost = ColumnCosts[column - FirstColumn] + (IsRough ? Costs.Roughly(start, end) : Costs.Of(start, end));
            if (cost < least)
            {
                (least, best) = (cost, column);
            }
        }

        _rowCosts[row - FirstRow] = least;
        if (Choices is not null)
        {
            Choices[row - FirstRow] = best;
        }

        return best;
    }

    private int PositionOf(int cell) => (int)Math.Min((long)cell * Stride, Costs.Count);
}
