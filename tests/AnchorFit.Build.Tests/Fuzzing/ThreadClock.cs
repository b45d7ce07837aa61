using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AnchorFit.Tests.Fuzzing;

/// <summary>The processor time of the current thread, which says the same on a busy machine.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>On systems other than Linux time as such.</summary>
    public static TimeSpan Now
    {
        get
        {
            long[] time = new long[2];
            return OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuTime, time) == 0
                ? TimeSpan.FromSeconds(time[0]) + TimeSpan.FromTicks(time[1] / 100)
                : Stopwatch.GetElapsedTime(0);
        }
    }

#pragma warning disable SYSLIB1054 // Generated code needs unsafe blocks, which the tests do without.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, long[] time);
#pragma warning restore SYSLIB1054
}
