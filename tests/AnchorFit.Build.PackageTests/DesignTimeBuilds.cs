using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Xunit;
using Project = Microsoft.CodeAnalysis.Project;
using Task = System.Threading.Tasks.Task;

namespace AnchorFit.PackageTests;

/// <summary>What IDEs do while a person types: they learn about the project, and nothing is fitted.</summary>
public class DesignTimeBuilds(PackedPackage package)
{
    /// <summary>The targets that Visual Studio's project system adds, as far as they meet the package: their names, what they run and return.</summary>
    private const string ProjectSystemTargets = """
        <Project>
          <Target Name="CompileDesignTime" DependsOnTargets="Compile" Returns="@(CscCommandLineArgs)" />
          <Target Name="CollectUpToDateCheckInputDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckInput)" />
          <Target Name="CollectUpToDateCheckOutputDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckOutput)" />
          <Target Name="CollectUpToDateCheckBuiltDesignTime" DependsOnTargets="CompileDesignTime" Returns="@(UpToDateCheckBuilt)" />
          <Target Name="CollectCopyToOutputDirectoryItemDesignTime"
                  DependsOnTargets="ResolveAssemblyReferences;CompileDesignTime;_GetCopyToOutputDirectoryItemsFromThisProject"
                  Returns="@(_ThisProjectItemsToCopyToOutputDirectory)" />
        </Project>
        """;

    [Fact]
    public void CollectWithoutAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("../ProjectSystem.targets", ProjectSystemTargets);
        string[] designTime =
        [
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true", "-p:CustomAfterMicrosoftCommonTargets=" + project.PathOf("../ProjectSystem.targets"),
        ];

        BuildResult build = project.Build(
            ["--no-restore", "-t:BeforeBuild;ResolveAssemblyReferencesDesignTime;ResolveProjectReferencesDesignTime;CollectUpToDateCheckBuiltDesignTime;CollectCopyToOutputDirectoryItemDesignTime", .. designTime]);

        Assert.Equal((0, 0), (build.TaskRuns("FingerprintInputs"), build.Fits));
        Assert.NotEmpty(build.Log.FindChildrenRecursive<Target>(t => t.Name == "_AnchorFitAddContent"));
        AssertNothingWritten(project);

        Assert.Equal(4, EvaluatedItems.OfTarget(project, "CollectUpToDateCheckInputDesignTime", designTime).Count(i => Text(i, "Set") == "AnchorFit"));
        Assert.Equal("obj/Debug/net10.0/anchorfit.stamp", Text(Assert.Single(EvaluatedItems.OfTarget(project, "CollectUpToDateCheckOutputDesignTime", designTime)), "Identity"));
        JsonElement copied = Assert.Single(EvaluatedItems.OfTarget(project, "CollectCopyToOutputDirectoryItemDesignTime", designTime));
        Assert.Equal(("pipeline.config", "PreserveNewest"), (Text(copied, "TargetPath"), Text(copied, "CopyToOutputDirectory")));
        AssertNothingWritten(project);
    }

    [Fact]
    public async Task RoslynLoadsTheProjectWithoutAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig>");
        project.Write("my.config", Configs.Ssd("aspect_ratios: [1.0]"));
        using MSBuildWorkspace workspace = MSBuildWorkspace.Create();
        List<string> failures = [];
        using IDisposable listening = workspace.RegisterWorkspaceFailedHandler(e => failures.Add(e.Diagnostic.Message));

        Project opened = await workspace.OpenProjectAsync(project.PathOf("Training.csproj"), cancellationToken: TestContext.Current.CancellationToken);
        Compilation? compilation = await opened.GetCompilationAsync(TestContext.Current.CancellationToken);

        Assert.Empty(failures);
        Assert.NotNull(compilation?.GetTypeByMetadataName("Training"));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        AssertNothingWritten(project);
    }

    [Fact]
    public void SolutionExplorerShowsTheFittedConfigOnce()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        string[] inVisualStudio = ["-p:BuildingInsideVisualStudio=true", "-p:DesignTimeBuild=true"];
        Assert.Empty(Configs(EvaluatedItems.Of(project, "None", inVisualStudio)));

        project.Build("-t:AnchorFitGenerate", "--no-restore");

        EvaluatedItems shown = EvaluatedItems.Of(project, "None", inVisualStudio);
        Assert.Equal(["~/obj/Debug/net10.0/pipeline.config"], Configs(shown));
        Assert.Contains("pipeline.config", shown.Metadata("None", "Link"));
        Assert.Empty(Configs(EvaluatedItems.Of(project, "None")));
        Assert.Single(Configs(EvaluatedItems.Of(project, "None", [.. inVisualStudio, "-t:AssignTargetPaths"])));

        project.Write("models/fitted.config", "");
        Assert.Equal(["models/fitted.config"], Configs(EvaluatedItems.Of(project, "None", [.. inVisualStudio, "-p:AnchorFitPipelineConfig=models/fitted.config"])));

        IEnumerable<string> Configs(EvaluatedItems items) => items.Paths(project, "None").Where(p => p.EndsWith(".config", StringComparison.Ordinal));
    }

    [Fact]
    public void DotnetWatchSeesTheBaseConfigAndAnnotationsWhereAsked()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitBaseConfig>my.config</AnchorFitBaseConfig>");

        Assert.Equal(["my.config"], EvaluatedItems.Of(project, "Watch").Paths(project, "Watch"));
        Assert.Empty(EvaluatedItems.Of(project, "Watch", "-p:AnchorFitBaseConfig=builtin:ssd_mobilenet_v2_300x300").Paths(project, "Watch"));
        project.Write("other/sub/d.xml", "");
        Assert.Equal(
            ["my.config", "data/a.xml", "data/b.xml", "data/c.xml", "other/sub/d.xml"],
            EvaluatedItems.Of(project, "Watch", "-p:AnchorFitWatchAnnotations=true", "-p:AnchorAnnotationsDirectory=other").Paths(project, "Watch"));
    }

    private static string Text(JsonElement item, string metadata) => item.TryGetProperty(metadata, out JsonElement value) ? value.GetString()!.Replace('\\', '/') : "";

    private static void AssertNothingWritten(TrainingProject project)
    {
        Assert.Empty(Directory.GetFiles(project.Folder, "anchorfit.*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(project.Folder, "pipeline.config", SearchOption.AllDirectories));
    }
}
