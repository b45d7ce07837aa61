using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>The package among everything else that a build does.</summary>
public class Integration(PackedPackage package)
{
    [Fact]
    public void AnAppThatReferencesTheProjectGetsTheConfig()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("../app/App.cs", "internal static class App;");
        project.Write("../app/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../training/Training.csproj" /></ItemGroup>
            </Project>
            """);

        BuildResult build = project.Build("../app/App.csproj", "-m");

        Assert.Equal(1, build.Fits);
        Assert.Equal(project.Read("bin/Debug/net10.0/pipeline.config"), project.Read("../app/bin/Debug/net10.0/pipeline.config"));
        Assert.Equal(0, project.Build("../app/App.csproj", "-m", "-graph").Fits);
    }

    [Fact]
    public void PackingTheProjectIsUnaffected()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        Assert.Equal(0, project.TryRun("pack", "-o", project.PathOf("out")).ExitCode);

        using var archive = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(project.PathOf("out"), "*.nupkg").Single());
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("pipeline.config", StringComparison.Ordinal));
        using var nuspec = new StreamReader(archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        Assert.DoesNotContain("AnchorFit.Build", nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>
    /// Of the project's folder, annotations, base config and result. (A folder such as <c>50%41</c> is too much for
    /// the SDK's own restore.)
    /// </summary>
    [Fact]
    public void UnusualPathsWork()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            """
            <AnchorFitBaseConfig>my %40base; (1)'ä 50%2541.config</AnchorFitBaseConfig>
            <AnchorFitPipelineConfig>out %40 (2)/the; 'result' ä 漢 50%2541.config</AnchorFitPipelineConfig>
            """,
            name: "träning (1) @ 50% ; 'x'");
        project.Write("my @base; (1)'ä 50%41.config", Configs.Ssd("aspect_ratios: [1.0]"));
        foreach (string name in new[] { "a b", "50%41", "x;y", "@(z)", "it's (1)", "漢字" })
        {
            project.Write($"data/{name}.xml", Voc.Xml("cat", (90, 30)));
        }

        BuildResult first = project.Build();

        Assert.StartsWith("AnchorFit: 10 boxes in 9 files", first.Headline, StringComparison.Ordinal);
        Assert.Contains("/out @ (2)/the; 'result' ä 漢 50%41.config (AnchorFit: ", first.SummaryLine, StringComparison.Ordinal);
        Assert.Equal(project.Read("out @ (2)/the; 'result' ä 漢 50%41.config"), project.Read("bin/Debug/net10.0/the; 'result' ä 漢 50%41.config"));
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);
        Assert.Equal(1, project.Build("-t:AnchorFitGenerate", "-p:AnchorFitVerify=true").TaskRuns("VerifyFit"));
        project.Delete("data/x;y.xml");
        Assert.Equal(["annotation removed: data/x;y.xml"], project.Build("-t:AnchorFitGenerate").Reasons);
    }

    [Fact]
    public void PathsLongerThan260CharactersWork()
    {
        string deep = string.Join('/', Enumerable.Repeat(new string('d', 100), 4));
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            $"<AnchorFitBaseConfig>{deep}/base.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>{deep}/fitted.config</AnchorFitPipelineConfig>",
            """<AnchorAnnotations Include="**/*.xml" />""");
        project.Write(deep + "/base.config", Configs.Ssd("aspect_ratios: [1.0]"));
        project.Write(deep + "/d.xml", Voc.Xml("cat", (90, 30)));
        project.Write(deep + "/bad.xml", Voc.Xml("cat", (0, 30)));

        BuildResult build = project.Build();

        Assert.StartsWith("AnchorFit: 5 boxes in 5 files", build.Headline, StringComparison.Ordinal);
        Assert.Equal(deep + "/bad.xml", Assert.Single(build.Warnings).File);
        Assert.Equal(project.Read(deep + "/fitted.config"), project.Read("bin/Debug/net10.0/fitted.config"));
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);
    }

    [Fact]
    public void WarningsObeyTheProject()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", (0, 10), (-5, 10)));

        Assert.Equal(["AFB2015", "AFB2016"], Warnings());
        Assert.Equal(["AFB2016"], Errors("-p:MSBuildWarningsAsErrors=AFB2016"));
        Assert.Equal(["AFB2016"], Errors("-p:MSBuildWarningsAsErrors=AFB2016"));
        Assert.Equal(["AFB2016"], Errors("-p:WarningsAsErrors=AFB2016"));
        Assert.Equal(["AFB2015", "AFB2016"], Errors("-p:MSBuildTreatWarningsAsErrors=true"));
        Assert.Equal(["AFB2015"], Errors("-p:MSBuildTreatWarningsAsErrors=true", "-p:MSBuildWarningsNotAsErrors=AFB2016"));
        Assert.Equal(["AFB2015"], Warnings("-p:NoWarn=AFB2016"));
        Assert.Equal(["AFB2016"], Warnings("-p:MSBuildWarningsAsMessages=AFB2015"));

        // The command line's switches are no properties: only a new fit tells again.
        Assert.Equal(["AFB2016"], Errors("-t:Clean;AnchorFitGenerate", "-warnaserror:AFB2016"));
        Assert.Equal(["AFB2015", "AFB2016"], Errors("-t:Clean;AnchorFitGenerate", "-warnaserror"));
        Assert.Equal(["AFB2015"], Warnings("-t:Clean;AnchorFitGenerate", "-nowarn:AFB2016"));

        IEnumerable<string> Warnings(params string[] arguments) =>
            project.Build(["-t:AnchorFitGenerate", .. arguments]).Warnings.Select(w => w.Code).Order(StringComparer.Ordinal);
        IEnumerable<string> Errors(params string[] arguments) =>
            project.TryBuild(["-t:AnchorFitGenerate", .. arguments]).Errors.Select(e => e.Code).Order(StringComparer.Ordinal);
    }

    /// <summary>The terminal logger makes the link of a diagnostic a hyperlink; binary logs don't keep it.</summary>
    [Fact]
    public void ADiagnosticLinksToItsHelp()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, items: """<AnchorAnnotations Include="data/*.xml;data/none.xml" />""");
        project.Write("data/bad.xml", Voc.Xml("cat", (0, 10)));
        string page = Path.Combine(package.InstalledFolder, "docs", "diagnostics.md");

        (_, string output) = DotNet.Run(project.Folder, project.Environment, "build", "-t:AnchorFitGenerate", "--no-restore", "-tl:on", "-nr:false");

        Assert.All(["afb2001", "afb2016"], code =>
        {
            Assert.Contains(new Uri(page).AbsoluteUri + "#" + code, output, StringComparison.Ordinal);
            Assert.Contains($"id=\"{code}\"", File.ReadAllText(page), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TheResultNeverOverwritesAnotherFileOfTheProject()
    {
        string[] outputs = ["Training.csproj", "Training.cs", "data/a.xml", "obj/Debug/net10.0/anchorfit.json", "obj/Debug/net10.0/anchorfit.cache"];
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        string[] before = [.. outputs[..^1].Select(project.Read)];

        BuildResult build = project.FitEach([.. outputs.Select(output => "AnchorFitPipelineConfig=" + output)]);

        Assert.Equal(outputs.Select(_ => "AFB1003"), build.Errors.Select(e => e.Code));
        Assert.Equal(before, outputs[..^1].Select(project.Read));
    }

    [Fact]
    public void AWrongSettingNamesTheProject()
    {
        (string Setting, string Code)[] wrong =
        [
            ("AnchorFitContentHash=maybe", "AFB1001"),
            ("AnchorFitOutputSubfolder=../up", "AFB1001"),
            ("AnchorFitPipelineConfig=out/", "AFB1001"),
            ("AnchorFitAspectRatioCount=0", "AFB1001"),
            ("AnchorFitAspectRatioCount=100", "AFB5002"),
            ("AnchorFitBaseConfig=builtin:none", "AFB1004"),
            ("AnchorFitBaseConfig=none.config", "AFB1005"),
        ];
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        BuildResult build = project.FitEach([.. wrong.Select(w => w.Setting)]);

        Assert.Equal(wrong.Select(w => (w.Code, "Training.csproj")), build.Errors.Select(e => (e.Code, Path.GetFileName(e.File))));
        Assert.False(Directory.Exists(project.PathOf("out")));
    }

    [Fact]
    public void AWrongGlobIsToldWhereTheProjectSetsAnOption()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount>", """<AnchorAnnotations Include="dta/*.xml" />""");

        Error error = Assert.Single(project.TryBuild("-t:AnchorFitGenerate").Errors);

        Assert.Equal(("AFB1002", "Training.csproj"), (error.Code, Path.GetFileName(error.File)));
    }

    [Fact]
    public void TheCopyGoesIntoTheSubfolder()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitOutputSubfolder>models/cats</AnchorFitOutputSubfolder>");

        project.Build();

        Assert.Equal(project.Read("obj/Debug/net10.0/pipeline.config"), project.Read("bin/Debug/net10.0/models/cats/pipeline.config"));
        Assert.False(project.Exists("bin/Debug/net10.0/pipeline.config"));
    }

    [Fact]
    public void AReadOnlyResultGivesACodeAndStays()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>fitted.config</AnchorFitPipelineConfig>");
        project.Write("fitted.config", string.Empty);
        File.SetAttributes(project.PathOf("fitted.config"), FileAttributes.ReadOnly);

        BuildResult build = project.TryBuild("-t:AnchorFitGenerate");

        Assert.Equal("AFB9003", Assert.Single(build.Errors).Code);
        Assert.Empty(project.Read("fitted.config"));
        Assert.False(project.Exists("obj/Debug/net10.0/anchorfit.json"));
        File.SetAttributes(project.PathOf("fitted.config"), FileAttributes.Normal);
        Assert.Equal(1, project.Build("-t:AnchorFitGenerate").Fits);
    }

    [Fact]
    public void TheResultNeverOverwritesAnInput()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>./my.config</AnchorFitPipelineConfig>");
        project.Write("my.config", Configs.Ssd("aspect_ratios: [1.0]"));

        Assert.Equal("AFB1003", Assert.Single(project.TryBuild("-t:AnchorFitGenerate").Errors).Code);
        Assert.Equal(Configs.Ssd("aspect_ratios: [1.0]"), project.Read("my.config"));
    }

    [Fact]
    public void ABrokenConfigNamesThePlace()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig>");
        project.Write("my.config", Configs.Ssd("aspect_ratios = 1.0"));

        Error error = Assert.Single(project.TryBuild("-t:AnchorFitGenerate").Errors);

        Assert.Equal(("AFB3012", "my.config", 10, 23), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
    }
}
