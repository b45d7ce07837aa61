using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class AtomicFileTests : IDisposable
{
    private static readonly DateTime s_future = new(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "new", "out.txt");

    [Fact]
    public void CreatesFileAndFolder()
    {
        Assert.True(AtomicFile.WriteIfChanged(Target, [1, 2]).IsNew);

        Assert.Equal([1, 2], File.ReadAllBytes(Target));
    }

    [Fact]
    public void LeavesEqualContentAlone()
    {
        AtomicFile.Write(Target, [1, 2]);
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Target, time);

        Assert.Equal(new WrittenFile(false, new FileState(2, time.Ticks)), AtomicFile.WriteIfChanged(Target, [1, 2]));

        Assert.Equal(time, File.GetLastWriteTimeUtc(Target));
    }

    [Fact]
    public void ALinkStaysALink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        AtomicFile.Write(Target, [1, 2]);
        string link = Path.Combine(_folder.Path, "link.txt");
        File.CreateSymbolicLink(link, "new/out.txt");

        AtomicFile.Write(link, [3]);

        Assert.Equal("new/out.txt", new FileInfo(link).LinkTarget);
        Assert.Equal([3], File.ReadAllBytes(Target));
    }

    [Fact]
    public void SeesAChangeOfEqualSize()
    {
        AtomicFile.Write(Target, [1, 2]);

        Assert.True(AtomicFile.WriteIfChanged(Target, [1, 3]).IsNew);

        Assert.Equal([1, 3], File.ReadAllBytes(Target));
    }

    /// <summary>The clock was set back; what copies by times must see that the file changed.</summary>
    [Fact]
    public void IsNewerThanWhatItReplacesAndThanItsCopy()
    {
        string copy = Path.Combine(_folder.Path, "copy.txt");
        AtomicFile.Write(Target, [1]);
        File.Copy(Target, copy);
        File.SetLastWriteTimeUtc(Target, s_future);

        WrittenFile second = AtomicFile.Write(Target, [2], copy);
        Assert.True(File.GetLastWriteTimeUtc(Target) > s_future);
        Assert.Equal(FileState.Of(Target), second.State);

        File.Delete(Target);
        File.SetLastWriteTimeUtc(copy, s_future);
        AtomicFile.Write(Target, [3], copy);
        Assert.True(File.GetLastWriteTimeUtc(Target) > s_future);

        File.SetLastWriteTimeUtc(Target, DateTime.MaxValue.ToUniversalTime().AddDays(-1));
        AtomicFile.Write(Target, [4], copy);
        Assert.Equal([4], File.ReadAllBytes(Target));
    }

    [Fact]
    public void WritesOverNoPipe()
    {
        SpecialFile.Pipe(Path.Combine(_folder.Path, "pipe"));

        Assert.Contains("'pipe'", Assert.Throws<IOException>(() => AtomicFile.WriteIfChanged(Path.Combine(_folder.Path, "pipe"), [1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeavesNoTemporaryFile()
    {
        AtomicFile.Write(Target, [1]);
        AtomicFile.Write(Target, [2]);

        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public void RefusesAReadOnlyFileAndKeepsIt()
    {
        AtomicFile.Write(Target, [1]);
        File.SetAttributes(Target, FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(Target, [2]));

        Assert.Equal([1], File.ReadAllBytes(Target));
        File.SetAttributes(Target, FileAttributes.Normal);
    }

    [Fact]
    public void LeavesNothingBehindWhenTheTargetIsAFolder()
    {
        Directory.CreateDirectory(Target);

        Assert.Contains("'out.txt'", Assert.Throws<IOException>(() => AtomicFile.Write(Target, [1])).Message, StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    public void Dispose() => _folder.Dispose();
}
