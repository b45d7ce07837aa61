using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ReadingProgressTests
{
    private readonly List<string> _lines = [];
    private TimeSpan _now;

    private static ReadingProgress Begin(int files, Func<TimeSpan> elapsed, Action<string> report)
    {
        var progress = new ReadingProgress(elapsed, report);
        progress.Begin(files);
        return progress;
    }

    [Fact]
    public void Speaks_after_two_seconds_and_then_at_most_once_a_second()
    {
        var progress = Begin(100_000, () => _now, _lines.Add);
        double[] times = [0.1, 1.99, 2.5, 2.6, 3.4, 3.5, 4.4, 10, 10.5];
        List<double> spoke = [];
        foreach (double time in times)
        {
            _now = TimeSpan.FromSeconds(time);
            int before = _lines.Count;
            progress.FileRead(1);
            if (_lines.Count > before)
            {
                spoke.Add(time);
            }
        }

        Assert.Equal([2.5, 3.5, 10], spoke);
    }

    [Fact]
    public void Says_how_far_and_how_fast()
    {
        var progress = Begin(100_000, () => _now, _lines.Add);
        for (int i = 0; i < 12_000; i++)
        {
            _now = TimeSpan.FromSeconds(i < 11_999 ? 1 : 2.4);
            progress.FileRead(5);
        }

        Assert.Equal(["read 12,000 of 100,000 files, 60,000 boxes (5,000 files a second)"], _lines);
    }

    [Fact]
    public void A_slow_disk_keeps_a_decimal()
    {
        var progress = Begin(900, () => TimeSpan.FromSeconds(4), _lines.Add);

        progress.FileRead(0);

        Assert.Equal(["read 1 of 900 files, 0 boxes (0.3 files a second)"], _lines);
    }

    [Fact]
    public void A_large_file_tells_boxes()
    {
        var progress = Begin(1, () => TimeSpan.FromSeconds(4), _lines.Add);

        progress.BoxesRead(600_000);

        Assert.Equal(["read 0 of 1 files, 600,000 boxes (150,000 boxes a second)"], _lines);
    }

    [Fact]
    public void The_last_file_says_nothing()
    {
        var progress = Begin(1, () => TimeSpan.FromHours(1), _lines.Add);

        progress.FileRead(3);

        Assert.Empty(_lines);
    }

    [Fact]
    public void Threads_lose_no_file()
    {
        var progress = Begin(10_001, () => _now, _lines.Add);
        Parallel.For(0, 9_999, _ => progress.FileRead(2));
        _now = TimeSpan.FromSeconds(2);

        progress.FileRead(2);

        Assert.StartsWith("read 10,000 of 10,001 files, 20,000 boxes", Assert.Single(_lines), StringComparison.Ordinal);
    }
}
