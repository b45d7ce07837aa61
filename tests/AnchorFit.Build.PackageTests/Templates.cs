using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary><c>dotnet new anchorfit</c>, from the packed templates in a template store of its own.</summary>
public class Templates(PackedPackage package)
{
    [Fact]
    public void ANewProjectFitsAtItsFirstBuild()
    {
        using TrainingProject project = New();

        BuildResult build = project.Build();

        Assert.Equal(1, build.Fits);
        Assert.Empty(build.Warnings);
        Assert.StartsWith("Training -> ", build.SummaryLine, StringComparison.Ordinal);
        Assert.Contains("num_classes: 2", project.Read("bin/Debug/net10.0/pipeline.config"), StringComparison.Ordinal);
        Assert.Equal(0, project.Build("-t:AnchorFitGenerate").Fits);
        int files = Directory.GetFiles(project.PathOf("data/xmls"), "*.xml").Length;
        Assert.Contains($" in {files} files", build.SummaryLine, StringComparison.Ordinal);
        Assert.StartsWith("# Training\n", project.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains($"| {files} PASCAL VOC files", project.Read("README.md"), StringComparison.Ordinal);

        Assert.Equal(0, project.TryRun("run", "--no-build").ExitCode);
        project.Build("-t:AnchorFitWriteBuiltInConfig");
        Assert.True(project.Exists("ssdlite_mobiledet_edgetpu_320x320.config"));
    }

    [Fact]
    public void TheOptionsStandInTheProject()
    {
        using TrainingProject project = New("--base-config", "ssd_mobilenet_v2_300x300", "--Framework", "net8.0");

        Assert.Contains("<AnchorFitBaseConfig>builtin:ssd_mobilenet_v2_300x300<", project.Read("Training.csproj"), StringComparison.Ordinal);
        Assert.Contains("<TargetFramework>net8.0<", project.Read("Training.csproj"), StringComparison.Ordinal);
        Assert.Contains($"Version=\"{package.Version}\"", project.Read("Training.csproj"), StringComparison.Ordinal);
        Assert.Equal(0, project.Read("Training.csproj").Split("AnchorFitTraining").Length - 1);
    }

    [Fact]
    public void OffersTheBuiltInConfigs()
    {
        using JsonDocument template = JsonDocument.Parse(File.ReadAllText(Path.Combine(
            PackedPackage.RepositoryRoot, "src/AnchorFit.Build.Templates/content/anchorfit/.template.config/template.json")));
        JsonElement option = template.RootElement.GetProperty("symbols").GetProperty("base-config");

        Assert.Equal(
            Directory.GetFiles(Path.Combine(PackedPackage.RepositoryRoot, "src/AnchorFit.Build.Tasks/PipelineConfig/BuiltIn"), "*.config").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            option.GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("choice").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ThePackageSaysWhatAFeedShows()
    {
        using var folder = new TemporaryFolder("templates");
        using ZipArchive archive = ZipFile.OpenRead(package.Pack("AnchorFit.Build.Templates", folder.Path));
        using var nuspec = new StreamReader(archive.GetEntry("AnchorFit.Build.Templates.nuspec")!.Open());
        string text = nuspec.ReadToEnd();

        Assert.Contains("<packageType name=\"Template\" />", text, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", text, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(archive.Entries, e => e.FullName.EndsWith(".dll", StringComparison.Ordinal));
    }

    private TrainingProject New(params string[] options)
    {
        TrainingProject project = TrainingProject.Fresh(package);
        project.Delete("Training.csproj");
        project.Delete("Training.cs");
        using var folder = new TemporaryFolder("templates");
        string packed = package.Pack("AnchorFit.Build.Templates", folder.Path);
        string[] store = ["--debug:custom-hive", Path.Combine(folder.Path, "hive")];
        Succeed("new", "install", packed);
        Succeed(["new", "anchorfit", "-n", "Training", "-o", ".", "--skipRestore", .. options]);
        return project;

        void Succeed(params string[] arguments)
        {
            (int exitCode, string output) = DotNet.Run(project.Folder, project.Environment, [.. arguments, .. store]);
            Assert.True(exitCode == 0, output);
        }
    }
}
