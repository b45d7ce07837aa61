using System.IO;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

public class Cleaning(PackedPackage package)
{
    [Fact]
    public void RemovesEverythingThatTheFitWrote()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        foreach (string file in new[] { "obj/Debug/net10.0/pipeline.config", "bin/Debug/net10.0/pipeline.config", "obj/Debug/net10.0/anchorfit.stamp" })
        {
            Assert.True(project.Exists(file));
        }

        Assert.Equal(0, project.TryRun("clean").ExitCode);

        Assert.DoesNotContain(
            Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories),
            f => Path.GetFileName(f) == "pipeline.config" || Path.GetFileName(f).StartsWith("anchorfit.", System.StringComparison.Ordinal));
    }

    [Fact]
    public void RemovesWhatAFailedFitLeft()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/b.xml", "<annotation>");
        project.TryBuild();
        Assert.True(project.Exists("obj/Debug/net10.0/anchorfit.cache"));

        project.TryRun("clean");

        Assert.False(project.Exists("obj/Debug/net10.0/anchorfit.cache"));
    }

    [Fact]
    public void LeavesAConfigThatTheProjectPutElsewhere()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>models/fitted.config</AnchorFitPipelineConfig>");
        project.Build();
        string config = project.Read("models/fitted.config");

        Assert.Equal(0, project.TryRun("clean").ExitCode);

        Assert.Equal(config, project.Read("models/fitted.config"));
        Assert.False(project.Exists("bin/Debug/net10.0/fitted.config"));
    }
}
