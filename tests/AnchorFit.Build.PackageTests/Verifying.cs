using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>AnchorFitVerify: the committed config against a fit from scratch, without a trace.</summary>
public class Verifying(PackedPackage package)
{
    private const string Committed = "<AnchorFitBaseConfig>base.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>pipeline.config</AnchorFitPipelineConfig>";
    private const string Verify = "-p:AnchorFitVerify=true";
    private const string Generate = "-t:AnchorFitGenerate";

    [Fact]
    public void PassesWhenUpToDateAndFailsReadablyWhenStale()
    {
        using TrainingProject project = Create();

        Error missing = Assert.Single(Verified(project).Errors);
        Assert.Equal(("AFB9021", "pipeline.config"), (missing.Code, missing.File));
        Assert.Contains("there is no such file", missing.Text, StringComparison.Ordinal);

        // The message's own command. The file is committed, and checked out with other newlines; obj is gone.
        Assert.Contains("'dotnet build Training.csproj -t:AnchorFitGenerate -p:AnchorFitVerify=false'", missing.Text, StringComparison.Ordinal);
        project.Build("Training.csproj", Generate, "-p:AnchorFitVerify=false");
        string fitted = project.Read("pipeline.config");
        project.Write("pipeline.config", fitted.Replace("\n", "\r\n", StringComparison.Ordinal));
        foreach (string file in Directory.GetFiles(project.PathOf("obj"), "anchorfit.*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        BuildResult passed = Verified(project, "-question");
        Assert.Equal((0, 1, 0, 0), (passed.ExitCode, passed.TaskRuns("VerifyFit"), passed.TaskRuns("FingerprintInputs"), passed.Fits));
        Assert.Contains(
            "AnchorFit: Training: pipeline.config is up to date (4 boxes in 3 files, aspect ratios 0.50, 1.00, 2.00, 3.00, average IoU 100.00 %, num_classes 2, base base.config)",
            passed.Output, StringComparison.Ordinal);

        // A whole build copies the committed file; the other build of the task agrees.
        project.Build(Verify, "--no-restore", "-p:_AnchorFitTasksAssembly=" + Path.Combine(package.InstalledFolder, "tasks/netstandard2.0/AnchorFit.Build.Tasks.dll"));
        Assert.Equal(project.Read("pipeline.config"), project.Read("bin/Debug/net10.0/pipeline.config"));
        Assert.Empty(Directory.GetFiles(project.PathOf("obj"), "anchorfit.*", SearchOption.AllDirectories));

        // What a fit has recorded is not believed.
        project.Build(Generate, "--no-restore");
        Assert.Equal(fitted, project.Read("pipeline.config"));
        DateTime time = File.GetLastWriteTimeUtc(project.PathOf("data/c.xml"));
        project.Write("data/c.xml", Voc.Xml("cat", (160, 40)));
        File.SetLastWriteTimeUtc(project.PathOf("data/c.xml"), time);
        Assert.True(project.Build(Generate, "--no-restore").FitWasSkipped);

        BuildResult stale = Verified(project);
        Error error = Assert.Single(stale.Errors);
        Assert.Equal(("AFB9022", "pipeline.config", 10, 40), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
        Assert.Contains(
            "model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios is 0.5, 1.0, 2.0, 3.0 where a fit gives 0.5, 1.0, 2.0, 4.0;",
            error.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "--- pipeline.config (committed)", "+++ what a fit gives now", "@@ -8,5 +8,5 @@",
                "     anchor_generator {", "       ssd_anchor_generator {",
                "-        aspect_ratios: [0.5, 1.0, 2.0, 3.0]", "+        aspect_ratios: [0.5, 1.0, 2.0, 4.0]",
                "       }", "     }",
            ],
            stale.Log.FindChildrenRecursive<Message>().Select(m => m.Text).SkipWhile(t => !t.StartsWith("---", StringComparison.Ordinal)).Take(9));
        Assert.Contains("+        aspect_ratios: [0.5, 1.0, 2.0, 4.0]", stale.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWhatItCanNotVerify()
    {
        using TrainingProject project = Create();

        Error noPath = Assert.Single(Verified(project, "-p:AnchorFitPipelineConfig=").Errors);
        Assert.Equal(("AFB9020", "Training.csproj"), (noPath.Code, Path.GetFileName(noPath.File)));
        Assert.Equal("AFB1001", Assert.Single(project.TryBuild(Generate, "--no-restore", "-p:AnchorFitVerify=maybe").Errors).Code);
        Assert.Equal("AFB9021", Assert.Single(Verified(project, "-p:AnchorFitPipelineConfig=data").Errors).Code);
        project.Write("data/a.xml", "<annotation>");
        Assert.Equal("AFB2006", Assert.Single(Verified(project).Errors).Code);
        Assert.False(project.Exists("pipeline.config"));
        Assert.Equal(1, project.TryBuild(Generate, "--no-restore", "-p:AnchorFitVerify=False").Fits);
    }

    [Fact]
    public void FolderOverridesAndLabelMapCountAsInAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            Committed + "<AnchorAnnotationsDirectory>data</AnchorAnnotationsDirectory><AnchorFitGenerateLabelMap>true</AnchorFitGenerateLabelMap>",
            """<PipelineConfigOverride Include="train_config.batch_size" Value="64" />""");
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Build(Generate);
        string map = project.Read("label_map.pbtxt");
        Assert.Equal(0, Verified(project).ExitCode);

        project.Write("label_map.pbtxt", map.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal(0, Verified(project).ExitCode);

        project.Write("label_map.pbtxt", map.Replace("'dog'", "'wolf'", StringComparison.Ordinal));
        Error stale = Assert.Single(Verified(project).Errors);
        Assert.Equal(("AFB9022", "label_map.pbtxt"), (stale.Code, stale.File));

        project.Write("label_map.pbtxt", map + "# ours\n");
        Assert.Equal("AFB1045", Assert.Single(Verified(project).Errors).Code);

        project.Write("label_map.pbtxt", map);
        project.Write("Training.csproj", project.Read("Training.csproj").Replace("\"64\"", "\"32\"", StringComparison.Ordinal));
        Assert.Contains("train_config.batch_size is 64 where a fit gives 32", Assert.Single(Verified(project).Errors).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void VerifiesOnceForAllFrameworksAndGivesTheFigures()
    {
        using TrainingProject project = Create("<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>");
        project.Build(Generate);

        BuildResult build = project.Build(Verify, "-m");

        Assert.Equal((1, 0), (build.TaskRuns("VerifyFit"), build.Fits));
        Assert.Equal(project.Read("pipeline.config"), project.Read("bin/Debug/net10.0-windows/pipeline.config"));

        (int exitCode, string output) = DotNet.Run(project.Folder, project.Environment, "build", "--no-restore", "-getTargetResult:AnchorFitGenerate", Verify, "-nr:false");
        Assert.Equal(0, exitCode);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement item = json.RootElement.GetProperty("TargetResults").GetProperty("AnchorFitGenerate").GetProperty("Items")[0];
        Assert.Equal(
            (Path.GetFullPath(project.PathOf("pipeline.config")), "0.5;1.0;2.0;3.0", "100"),
            (item.GetProperty("Identity").GetString(), item.GetProperty("AspectRatios").GetString(), item.GetProperty("MeanIoU").GetString()));
    }

    private TrainingProject Create(string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        TrainingProject project = TrainingProject.WithAnnotations(package, Committed, frameworks: frameworks);
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        return project;
    }

    /// <summary>Verifies, and that no file and no folder came, went or changed.</summary>
    private static BuildResult Verified(TrainingProject project, params string[] arguments)
    {
        IReadOnlyList<string> before = Listing(project.Folder);
        BuildResult build = project.TryBuild([Generate, Verify, "--no-restore", .. arguments]);
        Assert.Equal(before, Listing(project.Folder));
        return build;
    }

    private static List<string> Listing(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(f => $"{f.FullName} {f.LastWriteTimeUtc.Ticks} {(f is FileInfo file ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))) : "folder")}")
            .Order(StringComparer.Ordinal)];
}
