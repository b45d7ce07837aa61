using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Two training projects, two apps that reference both, and a solution of all: each model is fitted once.</summary>
public class SeveralProjects(PackedPackage package)
{
    [Fact]
    public void EachModelIsFittedOnceHoweverTheyAreBuilt()
    {
        using TrainingProject project = Create();
        string solution = project.PathOf("../All.sln");

        // Isolated on one node: on several it depends on their scheduling whether MSBuild finds a multi-targeted project's own
        // GetTargetFrameworks (MSB4252, github.com/dotnet/msbuild issue 14225).
        foreach (string[] kind in new[] { new[] { "-m:4" }, ["-graph", "-m:4", "--no-restore"], ["-graph", "-isolate", "-m:1", "--no-restore"], ["-mt", "-m:4", "--no-restore"] })
        {
            ForgetFits(project);

            BuildResult build = project.Build([solution, .. kind]);

            Assert.Equal((string.Join(' ', kind), 2), (string.Join(' ', kind), build.Fits));
            foreach (string app in new[] { "app1", "app2" })
            {
                Assert.Equal(project.Read("obj/Debug/pipeline.config"), project.Read($"../{app}/bin/Debug/net10.0/models/dogs/pipeline.config"));
                Assert.Equal(project.Read("../cats/obj/Debug/net10.0/pipeline.config"), project.Read($"../{app}/bin/Debug/net10.0/models/cats/pipeline.config"));
            }
        }

        Assert.NotEqual(project.Read("obj/Debug/pipeline.config"), project.Read("../cats/obj/Debug/net10.0/pipeline.config"));
        Assert.Equal(0, project.Build(solution, "-m:4").Fits);
    }

    [Fact]
    public void AnAppPublishesBothForARuntimeFromAnotherCurrentDirectory()
    {
        using TrainingProject project = Create();
        string elsewhere = project.PathOf("../else where");
        Directory.CreateDirectory(elsewhere);

        (int exitCode, string output) = DotNet.Run(
            elsewhere, project.Environment, "publish", "../app1/App1.csproj", "-c", "Debug", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", "../published", "-nr:false", "-p:UseSharedCompilation=false");

        Assert.True(exitCode == 0, output);
        Assert.Equal(2, output.Split('\n').Count(l => l.Contains("AnchorFit: ", StringComparison.Ordinal) && l.Contains("pipeline.config", StringComparison.Ordinal)));
        Assert.Equal(project.Read("obj/Debug/pipeline.config"), project.Read("../published/models/dogs/pipeline.config").Replace("\r", string.Empty, StringComparison.Ordinal));
        Assert.True(project.Exists("../published/models/cats/pipeline.config"));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
    }

    [Fact]
    public void AProjectWithoutACompilerFitsAndPublishes()
    {
        using TrainingProject project = TrainingProject.Fresh(package).AddAnnotations();
        project.Delete("Training.cs");
        project.Write("NuGet.config", $"""<configuration><packageSources><add key="downloaded" value="{PackedPackage.DownloadedPackages}" /></packageSources></configuration>""");
        project.Write("Training.csproj", project.Read("Training.csproj").Replace("Sdk=\"Microsoft.NET.Sdk\"", "Sdk=\"Microsoft.Build.NoTargets/3.7.0\"", StringComparison.Ordinal));

        Assert.Equal(1, project.Build().Fits);
        Assert.True(project.Build().FitWasSkipped);
        Assert.True(project.Exists("bin/Debug/net10.0/pipeline.config"));
        Assert.Equal(0, project.TryRun("publish", "-o", project.PathOf("out")).ExitCode);
        Assert.Equal(project.Read("obj/Debug/net10.0/pipeline.config"), project.Read("out/pipeline.config"));
    }

    private TrainingProject Create()
    {
        TrainingProject project = TrainingProject.WithAnnotations(
            package, "<AnchorFitOutputSubfolder>models/dogs</AnchorFitOutputSubfolder>", frameworks: MultiTargeting.Frameworks);
        project.Write("../cats/Cats.cs", "internal static class Cats;");
        project.Write("../cats/Cats.csproj", project.ProjectText("<AnchorFitOutputSubfolder>models/cats</AnchorFitOutputSubfolder>", TrainingProject.DefaultItems)
            .Replace("<AssemblyName>Training</AssemblyName>", string.Empty, StringComparison.Ordinal));
        foreach ((string name, int width) in new[] { ("a", 50), ("b", 90), ("c", 130), ("d", 170) })
        {
            project.Write($"../cats/data/{name}.xml", Voc.Xml("cat", (width, 60)));
        }

        foreach (string app in new[] { "1", "2" })
        {
            project.Write($"../app{app}/Program.cs", "System.Console.WriteLine();");
            project.Write($"../app{app}/App{app}.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup><ProjectReference Include="../training/Training.csproj;../cats/Cats.csproj" /></ItemGroup>
                </Project>
                """);
        }

        (int exitCode, string output) = DotNet.Run(project.PathOf(".."), project.Environment, "new", "sln", "-n", "All", "--format", "sln");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = DotNet.Run(project.PathOf(".."), project.Environment, "sln", "All.sln", "add", "training", "cats", "app1", "app2");
        Assert.True(exitCode == 0, output);
        return project;
    }

    private static void ForgetFits(TrainingProject project)
    {
        foreach (string file in new[] { "training", "cats" }
            .Select(p => project.PathOf("../" + p + "/obj"))
            .Where(Directory.Exists)
            .SelectMany(obj => Directory.GetFiles(obj, "anchorfit.*", SearchOption.AllDirectories)))
        {
            File.Delete(file);
        }
    }
}
