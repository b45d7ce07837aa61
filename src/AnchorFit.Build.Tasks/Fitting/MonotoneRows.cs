using System;
using System.Threading;
using System.Threading.Tasks;

namespace AnchorFit.Fitting;

/// <summary>
/// Visits the rows of a recurrence whose best column never falls as the row rises: the middle row first, which bounds the
/// columns of both halves, and large halves at once.
/// </summary>
/// <param name="solveRow">Finds the best column of a row, between a first and a last one.</param>
/// <param name="rowsWorthAThread">Below so many rows a range isn't divided among threads.</param>
/// <param name="cancellationToken">Looked at between rows; the result is worthless after.</param>
internal sealed class MonotoneRows(Func<int, int, int, int> solveRow, int rowsWorthAThread, CancellationToken cancellationToken)
{
    /// <summary>Solves the rows of a range over the columns of another; both ends included.</summary>
    public void Solve(int firstRow, int lastRow, int firstColumn, int lastColumn)
    {
        while (firstRow <= lastRow && !cancellationToken.IsCancellationRequested)
        {
            int middle = firstRow + ((lastRow - firstRow) / 2);
            int best = solveRow(middle, firstColumn, lastColumn);
            if (lastRow - firstRow >= rowsWorthAThread)
            {
                (int low, int high, int from, int to) = (firstRow, lastRow, firstColumn, lastColumn);
                Parallel.Invoke(() => Solve(low, middle - 1, from, best), () => Solve(middle + 1, high, best, to));
                return;
            }

            Solve(firstRow, middle - 1, firstColumn, best);
            (firstRow, firstColumn) = (middle + 1, best);
        }
    }
}
