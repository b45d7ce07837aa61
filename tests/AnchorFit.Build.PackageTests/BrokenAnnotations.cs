using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A broken label gives one line with file, line, column, value and cure, and costs nothing else.</summary>
public class BrokenAnnotations(PackedPackage package)
{
    private const string Generate = "-t:AnchorFitGenerate";

    [Fact]
    public void OneBadBoxIsSkippedWithAWarning()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", (10, 10), (-5, 10), (20, 10)));

        BuildResult build = project.Build(Generate);

        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal("data/bad.xml", warning.File);
        Assert.Equal(9, warning.LineNumber);
        Assert.StartsWith("AnchorFit: 6 boxes in 4 files", build.Headline, System.StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatedFaultsAreCountedAfterTwenty()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", [.. Enumerable.Repeat((0, 10), 50)]));

        BuildResult build = project.Build(Generate);

        Assert.Equal(21, build.Warnings.Count);
        Assert.Contains("30 more warnings", build.Warnings[^1].Text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void PolicyDecides()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", (0, 10)));

        foreach ((string Policy, int ExitCode, int Errors, int Warnings) expected in new[] { ("error", 1, 1, 0), ("ignore", 0, 0, 0), ("warn", 0, 0, 1) })
        {
            BuildResult build = project.TryBuild(Generate, "-p:AnchorFitInvalidBoxes=" + expected.Policy);

            Assert.Equal(expected, (expected.Policy, build.ExitCode, build.Errors.Count, build.Warnings.Count));
        }
    }

    [Fact]
    public void MissingFileIsNamed()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, items: """<AnchorAnnotations Include="data/a.xml;data/none.xml" />""");

        Error error = Assert.Single(project.TryBuild(Generate).Errors);

        Assert.Equal("data/none.xml", error.File);
        Assert.Contains("does not exist", error.Text, System.StringComparison.Ordinal);
    }
}
