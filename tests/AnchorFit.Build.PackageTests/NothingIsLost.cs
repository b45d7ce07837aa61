using System;
using System.IO;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>A result never replaces a file of somebody's own, nor a change without a word.</summary>
public class NothingIsLost(PackedPackage package)
{
    private const string Generate = "-t:AnchorFitGenerate";
    private const string Override = """<PipelineConfigOverride Include="train_config.batch_size" Value="64" />""";

    [Fact]
    public void AFileThatNoFitWroteIsRefused()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("README.md", "# Mine\n");
        project.Write("NuGet.config", "<configuration />");
        project.Write("my.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.TryRun("restore");

        foreach (string file in new[] { "README.md", "NuGet.config", "my.config" })
        {
            string before = project.Read(file);
            Error error = Assert.Single(project.TryBuild(Generate, "--no-restore", "-p:AnchorFitPipelineConfig=" + file).Errors);
            Assert.Equal(("AFB9024", "Training.csproj"), (error.Code, error.File));
            Assert.Equal(before, project.Read(file));
        }

        Assert.False(project.Exists("obj/Debug/net10.0/anchorfit.html"));
    }

    [Fact]
    public void ACommittedResultIsKnownAndAChangedOneIsToldAndKept()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitBaseConfig>base.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>pipeline.config</AnchorFitPipelineConfig>", TrainingProject.DefaultItems + Override);
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Build(Generate);
        string fitted = project.Read("pipeline.config");

        // A fresh clone, with other newlines; then one whose annotations changed and nobody built.
        Clone(project);
        project.Write("pipeline.config", fitted.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(project.Build(Generate).Warnings);
        Clone(project);
        project.Write("data/c.xml", Voc.Xml("cat", (160, 40)));
        Warning stale = Assert.Single(project.Build(Generate).Warnings);
        Assert.Equal("AFB9023", stale.Code);
        Assert.Contains("aspect_ratios 0.5, 1.0, 2.0, 3.0 (now 0.5, 1.0, 2.0, 4.0)", stale.Text, StringComparison.Ordinal);

        // An edit by hand, while an annotation changes too: told with its line, and kept.
        fitted = project.Read("pipeline.config");
        string edited = fitted.Replace("batch_size: 64", "batch_size: 7", StringComparison.Ordinal);
        Assert.NotEqual(fitted, edited);
        project.Write("pipeline.config", edited);
        project.Write("data/c.xml", Voc.Xml("cat", (200, 40)));
        BuildResult replaced = project.Build(Generate);
        Warning warning = Assert.Single(replaced.Warnings);
        Assert.Equal(("AFB9023", "pipeline.config"), (warning.Code, warning.File));
        Assert.Contains("Include=\"train_config.batch_size\" Value=\"7\"", warning.Text, StringComparison.Ordinal);
        Assert.Contains("pipeline.config(", replaced.Output, StringComparison.Ordinal);
        Assert.Equal(edited, project.Read("obj/Debug/net10.0/pipeline.config.replaced"));
        Assert.Contains("batch_size: 64", project.Read("pipeline.config"), StringComparison.Ordinal);
        Assert.Empty(project.Build(Generate, "-p:AnchorFitAspectRatioCount=2").Warnings);

        // Where warnings are errors it stays.
        edited = project.Read("pipeline.config").Replace("batch_size: 64", "batch_size: 7", StringComparison.Ordinal);
        project.Write("pipeline.config", edited);
        Assert.Equal("AFB9023", Assert.Single(project.TryBuild(Generate, "-warnaserror:AFB9023").Errors).Code);
        Assert.Equal(edited, project.Read("pipeline.config"));

        // A file of one's own in its place is no changed result.
        project.Write("pipeline.config", Configs.Ssd("aspect_ratios: [7.0]").Replace("400", "640", StringComparison.Ordinal));
        Assert.Equal("AFB9024", Assert.Single(project.TryBuild(Generate).Errors).Code);
    }

    [Fact]
    public void AFileThatGoesToTheResultsPlaceInTheOutputIsTold()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, items: TrainingProject.DefaultItems + """<None Update="pipeline.config" CopyToOutputDirectory="PreserveNewest" />""");
        project.Write("pipeline.config", "mine");

        Assert.Equal("AFB9029", Assert.Single(project.Build().Warnings).Code);
        Assert.Empty(project.Build("--no-incremental", "-p:AnchorFitOutputSubfolder=fitted").Warnings);
        Assert.Equal("mine", project.Read("bin/Debug/net10.0/pipeline.config"));
    }

    [Fact]
    public void ThePristineBuiltInConfigIsWrittenOnce()
    {
        using TrainingProject project = TrainingProject.Empty(package);
        const string Target = "-t:AnchorFitWriteBuiltInConfig";

        project.Build(Target);
        string pristine = project.Read("ssdlite_mobiledet_edgetpu_320x320.config");
        Assert.Contains("num_classes: 90", pristine, StringComparison.Ordinal);
        project.Write("ssdlite_mobiledet_edgetpu_320x320.config", "mine");
        Assert.Equal("AFB9025", Assert.Single(project.TryBuild(Target).Errors).Code);
        Assert.Equal("mine", project.Read("ssdlite_mobiledet_edgetpu_320x320.config"));

        project.Build(Target, "-p:AnchorFitBaseConfig=builtin:ssd_mobilenet_v2_300x300");
        Assert.True(project.Exists("ssd_mobilenet_v2_300x300.config"));
        Assert.Equal("AFB9028", Assert.Single(project.TryBuild(Target, "-p:AnchorFitBaseConfig=my.config").Errors).Code);
        Assert.Equal("AFB1004", Assert.Single(project.TryBuild(Target, "-p:AnchorFitBaseConfig=builtin:none").Errors).Code);
    }

    private static void Clone(TrainingProject project)
    {
        foreach (string file in Directory.GetFiles(project.PathOf("obj"), "anchorfit.*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }
}
