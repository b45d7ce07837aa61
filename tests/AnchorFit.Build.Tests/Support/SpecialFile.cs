using System;
using System.Diagnostics;
using Xunit;

namespace AnchorFit.Tests.Support;

/// <summary>Makes what only Unix has among its files.</summary>
internal static class SpecialFile
{
    public static void Pipe(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files.");
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
