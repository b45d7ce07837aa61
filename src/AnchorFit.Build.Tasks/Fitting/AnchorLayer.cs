using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace AnchorFit.Fitting;

/// <summary>
/// One step of the recurrence for mean IoU: for every place of an anchor (a row) the best place of the one before it
/// (a column). The best column never falls as the row rises, so the middle row is solved first and bounds the columns of
/// both halves.
/// </summary>
/// <param name="Gains">What anchors earn between them.</param>
/// <param name="CancellationToken">Looked at between rows; the result is worthless after.</param>
internal sealed record AnchorLayer(IntervalGains Gains, CancellationToken CancellationToken)
{
    private double[] _rowGains = [];
    private int[] _choices = [];

    /// <summary>The first place of the anchor before; that of this anchor is one further.</summary>
    public required int FirstColumn { get; init; }

    /// <summary>The last place of this anchor.</summary>
    public required int LastRow { get; init; }

    /// <summary>What can be earned from all ratios below each place of the anchor before, from <see cref="FirstColumn"/> on.</summary>
    public required double[] ColumnGains { get; init; }

    /// <summary>Below so many rows a range isn't divided among threads.</summary>
    public int RowsWorthAThread { get; init; } = 1 << 10;

    private int FirstRow => FirstColumn + 1;

    /// <summary>What can be earned from all ratios below each row, and each row's best column. Of equal ones the first is chosen.</summary>
    public (double[] Gains, int[] Choices) Solve()
    {
        _rowGains = new double[LastRow - FirstRow + 1];
        _choices = new int[_rowGains.Length];
        new MonotoneRows(SolveRow, RowsWorthAThread, CancellationToken).Solve(FirstRow, LastRow, FirstColumn, LastRow - 1);
        return (_rowGains, _choices);
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private int SolveRow(int row, int firstColumn, int lastColumn)
    {
        int best = firstColumn;
        double most = double.NegativeInfinity;
        int middle = firstColumn;
        int last = Math.Min(lastColumn, row - 1);
        for (int column = firstColumn; column <= last; column++)
        {
            middle = Gains.Middle(column, row, middle);
            double gain = ColumnGains[column - FirstColumn] + Gains.At(column) + Gains.After(column) - Gains.Beyond(column, row, middle);
            if (gain > most)
            {
                (most, best) = (gain, column);
            }
        }

        _rowGains[row - FirstRow] = most + Gains.Before(row);
        _choices[row - FirstRow] = best;
        return best;
    }
}
