using System;
using System.IO;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>anchorfit.html as an output of the build, through its states in one project.</summary>
public class Reports(PackedPackage package)
{
    private const string Report = "obj/Debug/net10.0/anchorfit.html";
    private const string Generate = "-t:AnchorFitGenerate";

    [Fact]
    public void IsThereWhileAFitWantsIt()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        project.Build(Generate);
        string page = project.Read(Report);
        Assert.Contains("4 boxes in 3 files", page, StringComparison.Ordinal);
        Assert.Contains(">data/a.xml:", page, StringComparison.Ordinal);
        DateTime written = File.GetLastWriteTimeUtc(project.PathOf(Report));

        Assert.True(project.Build(Generate).FitWasSkipped);
        Assert.Equal(written, File.GetLastWriteTimeUtc(project.PathOf(Report)));

        project.Delete(Report);
        BuildResult again = project.Build(Generate, "-getTargetResult:AnchorFitGenerate");
        Assert.Equal(["output missing: " + Report], again.Reasons);
        Assert.Equal(page, project.Read(Report));
        Assert.Contains("anchorfit.html", again.Output, StringComparison.Ordinal);

        // One that tells of another result must not stay behind; nothing else goes.
        BuildResult without = project.Build(Generate, "-p:AnchorFitReport=false", "-getTargetResult:AnchorFitGenerate");
        Assert.Equal(1, without.Fits);
        Assert.False(project.Exists(Report));
        Assert.True(project.Exists("obj/Debug/net10.0/pipeline.config") && project.Exists("obj/Debug/net10.0/anchorfit.json"));
        Assert.DoesNotContain("anchorfit.html", without.Output, StringComparison.Ordinal);
    }
}
