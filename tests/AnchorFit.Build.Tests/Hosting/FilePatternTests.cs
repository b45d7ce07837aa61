using System;
using System.Collections.Generic;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class FilePatternTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FilePatternTests()
    {
        foreach (string file in new[] { "data/train.record-00000-of-00002", "data/train.record-00001-of-00002", "data/train.record", "other/train.record", "data/a[1].record", "data/deep/x.record" })
        {
            _folder.Write(file, string.Empty);
        }
    }

    [Theory]
    [InlineData("data/train.record", "data/train.record")]
    [InlineData("data/train.record-?????-of-00002", "data/train.record-00000-of-00002|data/train.record-00001-of-00002")]
    [InlineData("data/train.record-*", "data/train.record-00000-of-00002|data/train.record-00001-of-00002")]
    [InlineData("data/train.record-0000[1-9]-of-00002", "data/train.record-00001-of-00002")]
    [InlineData("data/train.record-0000[!1]-of-00002", "data/train.record-00000-of-00002")]
    [InlineData("*/train.record", "data/train.record|other/train.record")]
    [InlineData("./o*/train.rec?rd", "./other/train.record")]
    [InlineData("data/a[1].record", "data/a[1].record")]
    [InlineData("data/*.record", "data/a[1].record|data/train.record")]
    [InlineData("data", "")]
    [InlineData("data/*/nothing", "")]
    [InlineData("nowhere/*", "")]
    [InlineData("data/[", "")]
    [InlineData("data/[z-a]*", "")]
    public void MatchesAsTheTrainersFileSystemDoes(string pattern, string expected) =>
        Assert.Equal(expected, string.Join("|", Matches(pattern)));

    [Fact]
    public void AnAbsolutePatternGivesAbsolutePaths() =>
        Assert.Equal([_folder.Path + "/data/a[1].record"], Matches(_folder.Path + "/data/a*"));

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Matches(string pattern) => FilePattern.Matches(pattern, new ProjectPaths(_folder.Path));
}
