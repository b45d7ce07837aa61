using System;
using System.Globalization;

namespace AnchorFit.Run;

/// <summary>
/// Tells how far a long read is: after two seconds for the first time, then at most once a second. The clock decides
/// when something is said and nothing else. Safe for several threads.
/// </summary>
/// <param name="fileCount">How many files there are.</param>
/// <param name="elapsed">The time since the read began.</param>
/// <param name="report">Receives a line; called by one thread at a time.</param>
internal sealed class ReadingProgress(int fileCount, Func<TimeSpan> elapsed, Action<string> report)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private TimeSpan _due = TimeSpan.FromSeconds(2);
    private int _files;
    private long _boxes;

    /// <summary>One more file was read. The last one gives no line: what follows speaks for itself.</summary>
    public void FileRead(int boxes)
    {
        lock (_gate)
        {
            _files++;
            _boxes += boxes;
            TimeSpan now = elapsed();
            if (now >= _due && _files < fileCount)
            {
                _due = now + Interval;
                report(Line(_files / now.TotalSeconds));
            }
        }
    }

    private string Line(double filesASecond) => string.Format(
        CultureInfo.InvariantCulture, "read {0:N0} of {1:N0} files, {2:N0} boxes ({3} files a second)",
        _files, fileCount, _boxes, filesASecond.ToString(filesASecond < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture));
}
