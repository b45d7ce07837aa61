using System;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>What Visual Studio compares before it decides to build.</summary>
public class FastUpToDateCheck(PackedPackage package)
{
    private const string InVisualStudio = "-p:BuildingInsideVisualStudio=true";
    private const string Types = "UpToDateCheckInput,UpToDateCheckOutput";

    [Fact]
    public void GetsInputsAndTheStampInASetOfTheirOwn()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig>", """<AnchorAnnotations Include="data/**/*.xml" />""");
        project.Write("my.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Write("data/100%41/sub/it's (1).xml", Voc.Xml("cat", (90, 30)));
        project.Build("-t:AnchorFitGenerate");

        EvaluatedItems files = EvaluatedItems.Of(project, Types, InVisualStudio);
        Assert.Equal(
            ["data/100%41/sub/it's (1).xml", "data/a.xml", "data/b.xml", "data/c.xml", "my.config", "~/data", "~/data/100%41", "~/data/100%41/sub"],
            files.Paths(project, "UpToDateCheckInput").Order(StringComparer.Ordinal));
        Assert.All(files.Metadata("UpToDateCheckInput", "Set"), s => Assert.Equal("AnchorFit", s));
        Assert.Equal(["obj/Debug/net10.0/anchorfit.stamp"], files.Paths(project, "UpToDateCheckOutput"));
        Assert.Equal(["AnchorFit"], files.Metadata("UpToDateCheckOutput", "Set"));
        Assert.True(project.Exists("obj/Debug/net10.0/anchorfit.stamp"));

        EvaluatedItems folders = EvaluatedItems.Of(project, Types, "-p:DesignTimeBuild=true", "-p:AnchorFitUpToDateCheckMode=directories", "-p:AnchorFitBaseConfig=BuiltIn:ssd_mobilenet_v2_300x300", "-p:AnchorAnnotationsDirectory=other", "-p:AnchorFitLabelMap=map.pbtxt");
        Assert.Equal(["map.pbtxt", "other", "~/data", "~/data/100%41", "~/data/100%41/sub"], folders.Paths(project, "UpToDateCheckInput").Order(StringComparer.Ordinal));
        Assert.Single(folders.Paths(project, "UpToDateCheckOutput"));

        foreach (string[] silent in (string[][])[[InVisualStudio, "-p:AnchorFitUpToDateCheckMode=none"], [InVisualStudio, "-p:AnchorFitEnabled=false"], []])
        {
            EvaluatedItems nothing = EvaluatedItems.Of(project, Types, silent);
            Assert.Empty(nothing.Paths(project, "UpToDateCheckInput"));
            Assert.Empty(nothing.Paths(project, "UpToDateCheckOutput"));
        }
    }

    [Fact]
    public void StaysSilentInProjectsWithoutAnnotations()
    {
        using TrainingProject project = TrainingProject.Empty(package, items: "");

        EvaluatedItems items = EvaluatedItems.Of(project, Types + ",Watch,AvailableItemName", InVisualStudio);

        Assert.All(new[] { "UpToDateCheckInput", "UpToDateCheckOutput", "Watch" }, t => Assert.Empty(items.Paths(project, t)));
        Assert.Contains("AnchorAnnotations", items.Paths(project, "AvailableItemName"));
    }

    [Fact]
    public void InnerBuildsNameTheStampOfTheOuterBuild()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, frameworks: MultiTargeting.Frameworks);
        project.Build("-t:AnchorFitGenerate");

        foreach (string framework in new[] { "net10.0", "net10.0-windows" })
        {
            string stamp = Assert.Single(EvaluatedItems.Of(project, Types, InVisualStudio, "-p:TargetFramework=" + framework).Paths(project, "UpToDateCheckOutput"));
            Assert.True(project.Exists(stamp));
        }
    }

    [Fact]
    public void AFolderChangedByAnotherFileIsSettledByOneBuild()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        DateTime past = DateTime.UtcNow.AddHours(-1);
        File.SetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/anchorfit.cache"), past);
        File.SetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/anchorfit.stamp"), past);
        project.Write("data/picture.jpg", "");

        Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore").FitWasSkipped);
        Assert.Equal(past, StampTime(project));

        Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore", InVisualStudio).FitWasSkipped);
        Assert.True(StampTime(project) >= Directory.GetLastWriteTimeUtc(project.PathOf("data")));
        Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore").FitWasSkipped);
    }

    [Fact]
    public void AnUnknownModeIsAnErrorAndAnotherModeIsNoReasonToFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");

        Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore", "-p:AnchorFitUpToDateCheckMode=Directories").FitWasSkipped);

        var error = Assert.Single(project.TryBuild("-t:AnchorFitGenerate", "--no-restore", "-p:AnchorFitUpToDateCheckMode=Folders").Errors);
        Assert.Equal("AFB1001", error.Code);
        Assert.Contains("AnchorFitUpToDateCheckMode is 'Folders'; accepted: Files, Directories, None", error.Text, StringComparison.Ordinal);
    }

    private static DateTime StampTime(TrainingProject project) => File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/anchorfit.stamp"));
}
