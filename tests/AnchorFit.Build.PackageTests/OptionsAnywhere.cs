using System;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>It doesn't matter where an option stands, and what has no effect is told.</summary>
public class OptionsAnywhere(PackedPackage package)
{
    private const string Generate = "-t:AnchorFitGenerate";

    /// <summary>Directory.Build.targets comes after the package's targets.</summary>
    [Fact]
    public void OptionsOfDirectoryBuildTargetsCount()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        void Set(string properties) => project.Write("Directory.Build.targets", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>");
        const string Options = "<AnchorFitBaseConfig>base.config</AnchorFitBaseConfig><AnchorFitPipelineConfig>models/fitted.config</AnchorFitPipelineConfig><AnchorFitGenerateLabelMap>true</AnchorFitGenerateLabelMap><AnchorFitOutputSubfolder>sub</AnchorFitOutputSubfolder>";
        project.Write("base.config", Configs.Ssd("aspect_ratios: [1.0]"));

        Set(Options + "<AnchorFitVerify>true</AnchorFitVerify>");
        Assert.Equal(["AFB9021", "AFB9021"], project.TryBuild().Errors.Select(e => e.Code));
        Assert.False(project.Exists("models/fitted.config"));

        Set("<AnchorFitEnabled>false</AnchorFitEnabled>");
        Assert.Equal(0, project.Build().Fits);
        Assert.False(project.Exists("bin/Debug/net10.0/pipeline.config"));

        Set(Options);
        Assert.Equal(1, project.Build().Fits);
        Assert.Equal(project.Read("models/fitted.config"), project.Read("bin/Debug/net10.0/sub/fitted.config"));
        Assert.Equal(project.Read("models/label_map.pbtxt"), project.Read("bin/Debug/net10.0/sub/label_map.pbtxt"));
        Assert.True(project.Build().FitWasSkipped);
        Assert.Equal(0, project.TryRun("clean").ExitCode);
        Assert.True(project.Exists("models/fitted.config"));
    }

    [Fact]
    public void AnnotationsMadeByATargetAreFitted()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, items: string.Empty);
        string before = project.Read("Training.csproj");
        void Add(string target) => project.Write("Training.csproj", before.Replace("</Project>", target + "</Project>", StringComparison.Ordinal));
        const string Items = """<ItemGroup><AnchorAnnotations Include="data/*.xml" /></ItemGroup>""";

        Add($"""<Target Name="Unpack" BeforeTargets="AnchorFitGenerate">{Items}</Target>""");
        Assert.Equal(1, project.Build().Fits);
        Assert.True(project.Exists("bin/Debug/net10.0/pipeline.config"));
        Assert.True(project.Build(Generate).FitWasSkipped);

        // A property of a project's own targets, wherever it stands, and once for all frameworks.
        Add($"""<Target Name="Unpack">{Items}<WriteLinesToFile File="unpacked.txt" Lines="once" /></Target>""");
        project.Write("Training.csproj", project.Read("Training.csproj").Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>", StringComparison.Ordinal));
        project.Write("Directory.Build.targets", "<Project><PropertyGroup><AnchorFitGenerateDependsOn>$(AnchorFitGenerateDependsOn);Unpack</AnchorFitGenerateDependsOn></PropertyGroup></Project>");
        BuildResult both = project.Build("-m");
        Assert.Equal((1, "once"), (both.Fits, project.Read("unpacked.txt").Trim()));
        Assert.True(project.Exists("bin/Debug/net10.0-windows/pipeline.config"));
        Assert.True(project.Build(Generate).FitWasSkipped);
    }

    [Fact]
    public void NamesThatNothingReadsAreToldOnceWithWhatWasMeant()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitAspectRatiosCount>3</AnchorFitAspectRatiosCount>", TrainingProject.DefaultItems + """<AnchorAnnotation Include="x.xml" />""");
        project.Write("Directory.Build.props", """<Project><PropertyGroup><AnchorFitBaseConfg>x</AnchorFitBaseConfg></PropertyGroup></Project>""");

        Assert.Equal(
            ["AFB1010 'AnchorFitAspectRatioCount' Training.csproj", "AFB1010 'AnchorFitBaseConfig' Directory.Build.props", "AFB1010 'AnchorFitVerify' Training.csproj", "AFB1011 'AnchorAnnotations' Training.csproj"],
            Told(project.Build("-p:AnchorFitVerfy=true")));
        Assert.Equal(3, project.Build(Generate).Warnings.Count);
        BuildResult again = project.Build(Generate);
        Assert.True(again.FitWasSkipped);
        Assert.Empty(again.Warnings);
        Assert.Equal(["AFB1011 'AnchorAnnotations' Training.csproj"], Told(project.Build(Generate, "-p:NoWarn=AFB1010", "-p:AnchorFitAspectRatioCount=2")));
    }

    /// <summary>Nothing but the misspelt names asks for a fit.</summary>
    [Theory]
    [InlineData("""<AchorAnnotations Include="data/*.xml" />""", "AFB1011 'AnchorAnnotations' Training.csproj")]
    [InlineData("""<PiplineConfigOverride Include="train_config.batch_size" Value="1" />""", "AFB1011 'PipelineConfigOverride' Training.csproj")]
    public void ASlipAtTheBeginningOfANameIsTold(string item, string expected)
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, items: item);

        Assert.Equal([expected], Told(project.TryBuild(Generate)));
    }

    /// <summary>What a whole tree is told makes no project without annotations an error; what the project itself says does.</summary>
    [Fact]
    public void OnlyWhatTheProjectItselfSaysAsksForAFit()
    {
        using TrainingProject project = TrainingProject.Empty(package, items: string.Empty);
        const string Inherited = """
            <Project>
              <PropertyGroup><AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount><AnchorFitPipelineConfig>pipeline.config</AnchorFitPipelineConfig><AnchorAnnotationsDirectory>data</AnchorAnnotationsDirectory></PropertyGroup>
              <ItemGroup><PipelineConfigOverride Include="train_config.batch_size" Value="64" /></ItemGroup>
            </Project>
            """;
        project.Write("Directory.Build.props", Inherited);
        BuildResult silent = project.Build();
        Assert.Empty(silent.Warnings);
        Assert.Equal(0, silent.Fits);
        Assert.False(project.Exists("obj/Debug/net10.0/anchorfit.cache"));

        // The item alone, with a pattern that matches nothing; a misspelt one.
        string before = project.Read("Training.csproj");
        project.Write("Directory.Build.props", "<Project />");
        project.Write("Training.csproj", before.Replace("</Project>", """<ItemGroup><AnchorAnnotations Include="dta/*.xml" /></ItemGroup></Project>""", StringComparison.Ordinal));
        Assert.Equal("AFB1002", Assert.Single(project.TryBuild(Generate).Errors).Code);
        project.Write("Training.csproj", before.Replace("</Project>", """<ItemGroup><AnchorAnotations Include="dta/*.xml" /></ItemGroup></Project>""", StringComparison.Ordinal));
        BuildResult misspelt = project.TryBuild(Generate);
        Assert.Equal(("AFB1002", "AFB1011"), (Assert.Single(misspelt.Errors).Code, Assert.Single(misspelt.Warnings).Code));

        // MSBuild makes nothing of an override with a wildcard, wherever it stands.
        project.Write("Training.csproj", before);
        project.Write("data/a.xml", Voc.Xml("cat", (100, 50)));
        project.Write("Directory.Build.props", Inherited.Replace("train_config.batch_size", "train_config.*", StringComparison.Ordinal));
        Error wildcard = Assert.Single(project.TryBuild(Generate).Errors);
        Assert.Equal(("AFB1023", "Directory.Build.props", 3), (wildcard.Code, wildcard.File, wildcard.LineNumber));
    }

    [Fact]
    public void SwitchesRefuseWhatTheyDoNotTake()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.TryRun("restore");

        foreach (string name in new[] { "AnchorFitWatchAnnotations", "AnchorFitEnabled", "AnchorFitContentHash", "AnchorFitReport", "AnchorFitGenerateLabelMap", "AnchorFitVerify" })
        {
            Error error = project.TryBuild(Generate, "--no-restore", $"-p:{name}=yes").Errors[0];
            Assert.Equal(("AFB1001", name + " is 'yes'; accepted: true, false"), (error.Code, error.Text));
        }
    }

    private static string[] Told(BuildResult build) =>
        [.. build.Warnings.Select(w => $"{w.Code} '{w.Text.Split('\'')[^2]}' {w.File}").Order(StringComparer.Ordinal)];
}
