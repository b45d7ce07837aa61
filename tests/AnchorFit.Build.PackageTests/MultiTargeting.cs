using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

public class MultiTargeting(PackedPackage package)
{
    internal const string Frameworks = "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>";

    [Fact]
    public void FitsOnceForAllFrameworks()
    {
        using TrainingProject project = Create();

        BuildResult first = project.Build("-m");
        BuildResult second = project.Build("-m");

        Assert.Equal(1, first.Fits);
        Assert.Equal(0, second.Fits);
        Assert.True(project.Exists("bin/Debug/net10.0/pipeline.config"));
        Assert.Equal(project.Read("bin/Debug/net10.0/pipeline.config"), project.Read("bin/Debug/net10.0-windows/pipeline.config"));
    }

    [Fact]
    public void FitsForOneFrameworkAlone()
    {
        using TrainingProject project = Create();

        Assert.Equal(1, project.Build("-f", "net10.0").Fits);
        Assert.True(project.Exists("bin/Debug/net10.0/pipeline.config"));
        Assert.Equal(0, project.Build("-f", "net10.0-windows").Fits);
    }

    [Fact]
    public void OneFrameworkAloneAnswersForTheFit()
    {
        using TrainingProject project = Create();
        project.Build("-f", "net10.0", "-t:AnchorFitGenerate");
        Assert.Equal("4", EvaluatedItems.OfTarget(project, "AnchorFitGenerate", "-p:TargetFramework=net10.0").Single().GetProperty("Boxes").GetString());

        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));

        Assert.NotEqual(0, project.TryRun("build", "-f", "net10.0", "-t:AnchorFitGenerate", "--no-restore", "-question").ExitCode);
        Assert.Equal(1, project.TryRun("build", "-f", "net10.0", "-t:AnchorFitGenerate", "--no-restore", "-p:AnchorFitVerify=true", "-p:AnchorFitPipelineConfig=none.config").Errors.Count(e => e.Code == "AFB9021"));
    }

    [Fact]
    public void CleansAndRebuilds()
    {
        using TrainingProject project = Create();
        project.Build();

        Assert.Equal(1, project.Build("-t:Rebuild").Fits);

        Assert.Equal(0, project.Build().Fits);
        Assert.Equal(1, project.Build("--no-incremental", "-f", "net10.0").Fits);
        Assert.Equal(0, project.Build().Fits);

        Assert.Equal(0, project.TryRun("clean").ExitCode);
        Assert.Empty(Directory.GetFiles(project.PathOf("obj"), "anchorfit.*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(project.Folder, "pipeline.config", SearchOption.AllDirectories));
    }

    private TrainingProject Create() => TrainingProject.WithAnnotations(package, frameworks: Frameworks);
}
