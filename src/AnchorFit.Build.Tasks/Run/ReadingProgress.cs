using System;
using System.Globalization;
using AnchorFit.Annotations.Reading;

namespace AnchorFit.Run;

/// <summary>
/// Tells how far a long read is: after two seconds for the first time, then at most once a second. The clock decides
/// when something is said and nothing else. Safe for several threads.
/// </summary>
/// <param name="elapsed">The time since the read began.</param>
/// <param name="report">Receives a line; called by one thread at a time.</param>
internal sealed class ReadingProgress(Func<TimeSpan> elapsed, Action<string> report) : IReadingProgress
{
    // Below it the rate of boxes says more than that of files.
    private const int FewFiles = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private TimeSpan _due = TimeSpan.FromSeconds(2);
    private int _fileCount;
    private int _files;
    private long _boxes;

    public void Begin(int fileCount) => _fileCount = fileCount;

    public void BoxesRead(int boxes) => Count(0, boxes);

    /// <summary>One more file was read. The last one gives no line: what follows speaks for itself.</summary>
    public void FileRead(int boxes) => Count(1, boxes);

    private void Count(int files, int boxes)
    {
        lock (_gate)
        {
            _files += files;
            _boxes += boxes;
            TimeSpan now = elapsed();
            if (now >= _due && _files < _fileCount)
            {
                _due = now + Interval;
                report(Line(now.TotalSeconds));
            }
        }
    }

    private string Line(double seconds) => string.Format(
        CultureInfo.InvariantCulture, "read {0:N0} of {1:N0} files, {2:N0} boxes ({3} a second)",
        _files, _fileCount, _boxes, _fileCount < FewFiles ? Rate(_boxes / seconds) + " boxes" : Rate(_files / seconds) + " files");

    private static string Rate(double perSecond) => perSecond.ToString(perSecond < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
