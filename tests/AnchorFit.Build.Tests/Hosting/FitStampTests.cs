using System;
using System.IO;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class FitStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProjectPaths _paths;

    public FitStampTests()
    {
        _paths = new ProjectPaths(_folder.Path);
        _folder.Write("out put.config", "text");
        _folder.Write("cache", "");
    }

    private string Stamp => _paths.Absolute("stamp");

    [Fact]
    public void KeepsOutputsAndFigures()
    {
        Save();

        FitStamp loaded = FitStamp.TryLoad(Stamp)!;

        Assert.Null(loaded.FindChangedOutput(_paths));
        Assert.Equal([new("AspectRatios", "0.5;1.0"), new("Empty", "")], loaded.Figures);
    }

    [Fact]
    public void SeesAnOutputThatChangedOrWent()
    {
        Save();
        _folder.Write("out put.config", "other");
        Assert.Equal("output changed by something else: out put.config", FitStamp.TryLoad(Stamp)!.FindChangedOutput(_paths));

        File.Delete(_paths.Absolute("out put.config"));
        Assert.Equal("output missing: out put.config", FitStamp.TryLoad(Stamp)!.FindChangedOutput(_paths));
    }

    [Fact]
    public void SeesNoChangeInANewTimeAlone()
    {
        Save();

        File.SetLastWriteTimeUtc(_paths.Absolute("out put.config"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Null(FitStamp.TryLoad(Stamp)!.FindChangedOutput(_paths));
    }

    [Fact]
    public void IsNeverOlderThanTheCache()
    {
        var future = new DateTime(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_paths.Absolute("cache"), future);

        Save();

        Assert.Equal(future, File.GetLastWriteTimeUtc(Stamp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anchorfit-stamp 999\n")]
    [InlineData("\0")]
    [InlineData("anchorfit-stamp 5\ninputs \nkey \n")]
    public void ForeignStampIsNone(string content)
    {
        _folder.Write("stamp", content);

        Assert.Null(FitStamp.TryLoad(Stamp));
    }

    /// <summary>A stamp of three lines names no output, so that whatever is there would be as the fit left it.</summary>
    [Fact]
    public void AStampThatWasCutIsNone()
    {
        Save();
        string[] lines = File.ReadAllLines(Stamp);

        for (int count = 0; count < lines.Length; count++)
        {
            File.WriteAllText(Stamp, string.Concat(lines[..count].Select(line => line + "\n")));

            Assert.Null(FitStamp.TryLoad(Stamp));
        }
    }

    /// <summary>Two builds overlap: what one wrote, the other must not vouch for.</summary>
    [Fact]
    public void VouchesForWhatWasWrittenAndNotForWhatIsThere()
    {
        WrittenFile written = AtomicFile.Write(_paths.Absolute("out put.config"), [1, 2]);
        AtomicFile.Write(_paths.Absolute("out put.config"), [3, 4]);

        Save([1, 2], written.State);

        Assert.Equal("output changed by something else: out put.config", FitStamp.TryLoad(Stamp)!.FindChangedOutput(_paths));
    }

    [Fact]
    public void MissingStampIsNone() => Assert.Null(FitStamp.TryLoad(Stamp));

    public void Dispose() => _folder.Dispose();

    private void Save() => Save("text"u8.ToArray(), FileState.Of(_paths.Absolute("out put.config")));

    private void Save(byte[] content, FileState state)
    {
        var stamp = new FitStamp();
        stamp.AddOutput("out put.config", content, state);
        stamp.AddFigure("AspectRatios", "0.5;1.0");
        stamp.AddFigure("Empty", "");
        stamp.Save(Stamp, _paths.Absolute("cache"));
    }
}
