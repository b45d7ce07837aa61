using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class ProjectPathsTests
{
    private static readonly string s_root = Path.Combine(Path.GetPathRoot(Path.GetTempPath())!, "home", "project");

    private readonly ProjectPaths _paths = new(s_root + Path.DirectorySeparatorChar);

    [Fact]
    public void RelativePathsCountFromTheProject() => Assert.Equal(Path.Combine(s_root, "data", "a.xml"), _paths.Absolute("data/a.xml"));

    [Fact]
    public void BackslashesAreSeparatorsEverywhere() => Assert.Equal(Path.Combine(s_root, "data", "a.xml"), _paths.Absolute(@"data\a.xml"));

    [Fact]
    public void BackslashesAreTakenForPartOfANameWhereThereIsSuchAFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There backslashes are separators alone.");
        using var folder = new TemporaryFolder();
        string file = folder.Write("data/a\\b.xml", "");
        var paths = new ProjectPaths(folder.Path);

        Assert.Equal((file, "data/a\\b.xml"), paths.Resolve("data/a\\b.xml"));
        Assert.Equal(file, paths.Absolute(paths.Relative(file)));
        Assert.Equal(Path.Combine(folder.Path, "data/b/c.xml"), paths.Absolute("data\\b\\c.xml"));
    }

    [Fact]
    public void DotsAreResolved() => Assert.Equal(Path.Combine(Path.GetDirectoryName(s_root)!, "a.xml"), _paths.Absolute("data/../../a.xml"));

    [Theory]
    [InlineData("data/a.xml", "data/a.xml")]
    [InlineData("./data/../b.xml", "b.xml")]
    public void PathsInsideAreRelative(string path, string expected)
    {
        Assert.Equal(expected, _paths.Relative(path));
        Assert.Equal(expected, _paths.Relative(_paths.Absolute(path)));
    }

    [Fact]
    public void PathsBesideTheProjectStayRelative()
    {
        Assert.Equal("../project2/a.xml", _paths.Relative(s_root + "2/a.xml"));
        Assert.Equal("../x.config", _paths.Relative("../x.config"));
    }

    [Fact]
    public void PathsWithNothingInCommonStayAbsolute()
    {
        string elsewhere = Path.Combine(Path.GetPathRoot(s_root)!, "data", "a.xml");

        Assert.Equal(elsewhere.Replace('\\', '/'), _paths.Relative(elsewhere));
    }
}
