using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

public class FirstBuild(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string Generate = "-t:AnchorFitGenerate";

    [Fact]
    public void FitsSaysSoInFourLinesAndPutsTheConfigBesideTheOutput()
    {
        using TrainingProject project = TrainingProject.Fresh(package).AddAnnotations();

        BuildResult build = project.Build();

        Assert.Equal(1, build.Fits);
        Assert.Empty(build.Warnings);
        Assert.Equal(
            $"Training -> {Path.GetFullPath(project.PathOf("obj/Debug/net10.0/pipeline.config"))} (AnchorFit: 4 boxes in 3 files, aspect ratios 0.38, 0.75, 1.50, 2.25, average IoU 100.00 %, num_classes 2, base builtin:ssdlite_mobiledet_edgetpu_320x320)",
            build.SummaryLine);
        Assert.Contains(build.SummaryLine, build.Output, StringComparison.Ordinal);
        Assert.Equal("AnchorFit: Training: drawn anchors: mean best IoU 64.53 % -> 64.53 %, anchors 2034 -> 1895", build.ClosingLines[0]);
        Assert.StartsWith("AnchorFit: Training: recall at 0.5: ", build.ClosingLines[1], StringComparison.Ordinal);
        Assert.EndsWith(" of advice in the report", build.ClosingLines[1], StringComparison.Ordinal);
        Assert.Equal(
            [build.SummaryLine, "AnchorFit: report in " + Path.GetFullPath(project.PathOf("obj/Debug/net10.0/anchorfit.html")), .. build.ClosingLines],
            build.Output.Split('\n').Select(l => l.Trim()).Where(l => l.Contains("AnchorFit:", StringComparison.Ordinal)));

        string config = project.Read("bin/Debug/net10.0/pipeline.config");
        Assert.Equal(project.Read(Config), config);
        Assert.Contains("num_classes: 2", config, StringComparison.Ordinal);
    }

    [Fact]
    public void PublishesTheConfig()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        BuildResult publish = project.TryRun("publish");

        Assert.Equal(0, publish.ExitCode);
        Assert.True(project.Exists("bin/Release/net10.0/publish/pipeline.config"));
    }

    [Fact]
    public void WritesTheSummaryForPrograms()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        project.Build(Generate);

        using JsonDocument json = JsonDocument.Parse(project.Read("obj/Debug/net10.0/anchorfit.json"));
        Assert.Equal(1, json.RootElement.GetProperty("schema_version").GetInt32());
        Assert.Equal(4, json.RootElement.GetProperty("annotations").GetProperty("boxes").GetInt32());
        Assert.Equal([0.375, 0.75, 1.5, 2.25], json.RootElement.GetProperty("aspect_ratios").EnumerateArray().Select(e => e.GetDouble()));

        Assert.Equal("KMeans", json.RootElement.GetProperty("objective").GetString());

        Assert.Equal(1, project.Build(Generate, "-p:AnchorFitObjective=MeanIoU").Fits);

        using JsonDocument ofMeanIoU = JsonDocument.Parse(project.Read("obj/Debug/net10.0/anchorfit.json"));
        Assert.Equal("MeanIoU", ofMeanIoU.RootElement.GetProperty("objective").GetString());
        Assert.Equal(0, ofMeanIoU.RootElement.GetProperty("objective_gap_bound_percent").GetDouble());
        Assert.Equal(JsonValueKind.Null, ofMeanIoU.RootElement.GetProperty("inertia").ValueKind);
    }

    [Fact]
    public void GivesTheResultToWhoeverAsksTheTarget()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitPipelineConfig>models/50%2541 %3B é.config</AnchorFitPipelineConfig>", name: "a;x");

        JsonElement fitting = Ask();
        DateTime fittedAt = File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/anchorfit.stamp"));
        JsonElement skipped = Ask();

        Assert.Equal(fitting.GetRawText(), skipped.GetRawText());
        Assert.Equal(fittedAt, File.GetLastWriteTimeUtc(project.PathOf("obj/Debug/net10.0/anchorfit.stamp")));
        string[] names = ["AspectRatios", "MeanIoU", "MinimumIoU", "P5IoU", "MedianIoU", "MeanIoUOfCentroids", "Inertia", "NumClasses", "Boxes", "Files"];
        Assert.Equal(["0.375;0.75;1.5;2.25", "100", "100", "100", "100", "100", "0.0", "2", "4", "3"], names.Select(n => skipped.GetProperty(n).GetString()));
        Assert.Equal(["64.5", "64.5", "1895"], ((string[])["DrawnMeanIoUBefore", "DrawnMeanIoU", "Anchors"]).Select(n => skipped.GetProperty(n).GetString()![..4]));
        Assert.Equal(Path.GetFullPath(project.PathOf("models/50%41 ; é.config")), skipped.GetProperty("Identity").GetString());
        Assert.True(File.Exists(skipped.GetProperty("Summary").GetString()));

        JsonElement Ask()
        {
            (int exitCode, string output) = DotNet.Run(project.Folder, project.Environment, "build", "-getTargetResult:AnchorFitGenerate", "-nr:false");
            Assert.True(exitCode == 0, output);
            using JsonDocument json = JsonDocument.Parse(output);
            JsonElement result = json.RootElement.GetProperty("TargetResults").GetProperty("AnchorFitGenerate");
            Assert.Equal("Success", result.GetProperty("Result").GetString());
            return result.GetProperty("Items")[0].Clone();
        }
    }

    [Fact]
    public void UsesTheProjectsOwnBaseConfig()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig><AnchorFitAspectRatioCount>1</AnchorFitAspectRatioCount>");
        project.Write("my.config", Configs.Ssd("aspect_ratios: [1.0]"));

        project.Build(Generate);

        Assert.Equal(
            Configs.Ssd("aspect_ratios: [1.3121934]").Replace("num_classes: 90", "num_classes: 2", StringComparison.Ordinal),
            project.Read(Config));
    }

    [Fact]
    public void WritesWhereTheProjectSays()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>models/fitted.config</AnchorFitPipelineConfig>");

        project.Build();

        Assert.Equal(project.Read("models/fitted.config"), project.Read("bin/Debug/net10.0/fitted.config"));
        Assert.False(project.Exists(Config));
    }

    [Fact]
    public void StaysOutOfProjectsWithoutAnnotations()
    {
        using TrainingProject project = TrainingProject.Empty(package, items: "");

        BuildResult build = project.Build();

        Assert.Equal(0, build.TaskRuns("FingerprintInputs"));
        Assert.False(project.Exists("bin/Debug/net10.0/pipeline.config"));
        Assert.DoesNotContain("AnchorFit", build.Output.Replace(project.Folder, "", StringComparison.Ordinal).Replace("anchorfit-tests", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ASwitchForAWholeSolutionTouchesNoProjectWithoutAnnotations()
    {
        using TrainingProject project = TrainingProject.Empty(package, items: "");

        Assert.Equal(0, project.Build(Generate, "-p:AnchorFitContentHash=true").TaskRuns("FingerprintInputs"));
        Assert.Equal(0, project.Build(Generate, "-p:AnchorFitAspectRatioCount=3").Fits);
        Assert.Equal(0, project.Build(Generate).TaskRuns("FingerprintInputs"));
        Assert.Equal("AFB1002", Assert.Single(project.TryBuild(Generate, "-p:AnchorFitVerify=true", "-p:AnchorFitPipelineConfig=x.config").Errors).Code);
        Assert.Equal("AFB9020", project.TryBuild(Generate, "-p:AnchorFitVerify=true").Errors[0].Code);
    }

    [Fact]
    public void CanBeSwitchedOff()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitEnabled>false</AnchorFitEnabled>");

        BuildResult build = project.Build();

        Assert.Equal(0, build.Fits);
        Assert.False(project.Exists("bin/Debug/net10.0/pipeline.config"));
    }
}
