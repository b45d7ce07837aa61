using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => Path.Combine(_folder.Path, "new", "out.txt");

    [Fact]
    public void CreatesFileAndFolder()
    {
        Assert.True(AtomicFile.WriteIfChanged(Target, [1, 2]));

        Assert.Equal([1, 2], File.ReadAllBytes(Target));
    }

    [Fact]
    public void LeavesEqualContentAlone()
    {
        AtomicFile.Write(Target, [1, 2]);
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Target, time);

        Assert.False(AtomicFile.WriteIfChanged(Target, [1, 2]));

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

        Assert.True(AtomicFile.WriteIfChanged(Target, [1, 3]));

        Assert.Equal([1, 3], File.ReadAllBytes(Target));
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

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(Target, [1]));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    public void Dispose() => _folder.Dispose();
}
