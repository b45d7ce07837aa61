using System;
using System.Diagnostics;
using System.Globalization;

namespace AnchorFit.Benchmarks;

/// <summary>Times a piece of work in this process, so that the repository needs no benchmark packages.</summary>
internal static class Stopwatches
{
    private const int WarmUps = 5;
    private const int Runs = 21;

    public static string Header => $"{"",-36}{"median ms",12}{"fastest ms",12}{"allocated MB",14}";

    /// <summary>Runs the work, first unmeasured until the compiler has optimised it, and prints one line.</summary>
    public static void Measure(string name, Action work)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            work();
        }

        double[] milliseconds = new double[Runs];
        long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore) / (Runs * 1e6);
        Array.Sort(milliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-36}{milliseconds[Runs / 2],12:F2}{milliseconds[0],12:F2}{megabytes,14:F2}"));
    }
}
