using System;

namespace AnchorFit.Annotations.Tables;

/// <summary>Looks at cancellation, and tells of what was read, once in many rows.</summary>
internal struct RowProgress(ReadingOptions options)
{
    /// <summary>So many rows are read in some milliseconds.</summary>
    public const int Step = 1 << 16;

    private int _rows;
    private int _boxes;

    /// <summary>A row was read.</summary>
    /// <param name="boxes">1 when it was good, else 0.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Add(int boxes)
    {
        _boxes += boxes;
        if (++_rows == Step)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            End();
        }
    }

    /// <summary>Tells the rest.</summary>
    public void End()
    {
        if (_boxes > 0)
        {
            options.BoxesRead(_boxes);
        }

        _rows = _boxes = 0;
    }
}
