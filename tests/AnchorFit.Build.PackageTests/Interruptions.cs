using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Builds that are killed, and builds that meet each other.</summary>
public class Interruptions(PackedPackage package)
{
    private const string Obj = "obj/Debug/net10.0/";
    private const string Config = Obj + "pipeline.config";
    private static readonly string[] s_generate = ["build", "-t:AnchorFitGenerate", "--no-restore", "-nr:false", "-tl:off"];

    /// <summary>What a kill leaves, step by step: the order in which a build takes away and writes its files.</summary>
    [Fact]
    public void WhateverAKillLeavesTheNextBuildIsRight()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        Dictionary<string, byte[]> before = Files(project);
        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));
        project.Build("-t:AnchorFitGenerate");
        Dictionary<string, byte[]> after = Files(project);
        string fitted = project.Read(Config);
        string[] order = ["anchorfit.stamp.old", "anchorfit.names", "anchorfit.cache", "anchorfit.manifest", "pipeline.config", "anchorfit.json", "anchorfit.html"];
        Assert.Equal([.. order.Append("anchorfit.stamp").Order(StringComparer.Ordinal)], after.Keys.Order(StringComparer.Ordinal));

        for (int written = 1; written <= order.Length; written++)
        {
            Restore(project, before);
            project.Delete(Obj + "anchorfit.stamp");
            foreach (string name in order[..written])
            {
                File.WriteAllBytes(project.PathOf(Obj + name), after[name]);
            }

            BuildResult build = project.Build("-t:AnchorFitGenerate", "--no-restore");

            Assert.Equal(1, build.Fits);
            Assert.Equal(fitted, project.Read(Config));
            Assert.Equal(after["anchorfit.json"], File.ReadAllBytes(project.PathOf(Obj + "anchorfit.json")));
        }

        Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore").FitWasSkipped);
    }

    [Fact]
    public void AKilledBuildIsMadeUpFor()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount>");
        for (int i = 0; i < 2000; i++)
        {
            project.Write($"data/many{i}.xml", Voc.Xml("cat", (100 + (i % 150), 60)));
        }

        project.Build("-t:AnchorFitGenerate");
        string fitted = project.Read(Config);
        foreach (string awaited in new[] { "anchorfit.cache", "anchorfit.manifest", "pipeline.config" })
        {
            Directory.Delete(project.PathOf(Obj), recursive: true);
            using (Process build = project.Start(s_generate))
            {
                while (!project.Exists(Obj + awaited) && !build.WaitForExit(TimeSpan.FromMilliseconds(1)))
                {
                }

                build.Kill(entireProcessTree: true);
                build.WaitForExit();
            }

            project.Build("-t:AnchorFitGenerate", "--no-restore");

            Assert.Equal(fitted, project.Read(Config));
            Assert.True(project.Build("-t:AnchorFitGenerate", "--no-restore").FitWasSkipped);
        }
    }

    /// <summary>Of one project, and of another that reads the same annotations.</summary>
    [Fact]
    public void BuildsAtTheSameTimeAgree()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("../other/Other.csproj", project.ProjectText("<AnchorFitAspectRatioCount>2</AnchorFitAspectRatioCount>", """<AnchorAnnotations Include="../training/data/*.xml" />"""));
        project.Write("../other/Other.cs", "internal static class Other;");
        string[] projects = ["Training.csproj", "../other/Other.csproj"];
        foreach (string name in projects)
        {
            project.Build(name, "-t:AnchorFitGenerate");
        }

        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));
        Process[] builds = [.. projects.Concat(projects).Concat(projects).Select(name => project.Start([.. s_generate, name]))];
        Task<string>[] outputs = [.. builds.Select(b => b.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))];
        foreach (Process build in builds)
        {
            build.WaitForExit();
        }

        Assert.All(builds.Zip(outputs), b => Assert.True(b.First.ExitCode == 0, b.Second.Result));
        foreach (string name in projects)
        {
            string obj = Path.Combine(Path.GetDirectoryName(project.PathOf(name))!, Obj);
            Assert.Contains("2.4375", File.ReadAllText(obj + "anchorfit.json"), StringComparison.Ordinal);
            Assert.DoesNotContain(Directory.GetFiles(obj), f => f.EndsWith(".tmp", StringComparison.Ordinal));
            project.Build(name, "-t:AnchorFitGenerate", "--no-restore");
            Assert.True(project.Build(name, "-t:AnchorFitGenerate", "--no-restore").FitWasSkipped);
        }

        foreach (Process build in builds)
        {
            build.Dispose();
        }
    }

    /// <summary>The slower of two builds must not vouch for what it didn't see.</summary>
    [Fact]
    public void AStampOfOtherInputsIsNotBelieved()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        byte[] slow = File.ReadAllBytes(project.PathOf(Obj + "anchorfit.stamp"));
        byte[] config = File.ReadAllBytes(project.PathOf(Config));
        byte[] summary = File.ReadAllBytes(project.PathOf(Obj + "anchorfit.json"));
        project.Write("data/c.xml", Voc.Xml("zebra", (130, 40)));
        project.Build("-t:AnchorFitGenerate", "--no-restore");
        string fitted = project.Read(Config);

        // The first build writes last: its outputs, and its stamp.
        File.WriteAllBytes(project.PathOf(Config), config);
        File.WriteAllBytes(project.PathOf(Obj + "anchorfit.json"), summary);
        File.WriteAllBytes(project.PathOf(Obj + "anchorfit.stamp"), slow);
        BuildResult next = project.Build("-t:AnchorFitGenerate", "--no-restore");

        Assert.Equal(["another build at the same time fitted other inputs"], next.Reasons);
        Assert.Equal(fitted, project.Read(Config));
    }

    private static Dictionary<string, byte[]> Files(TrainingProject project) =>
        Directory.GetFiles(project.PathOf(Obj)).Select(f => Path.GetFileName(f))
            .Where(n => n.StartsWith("anchorfit.", StringComparison.Ordinal) || n == "pipeline.config")
            .ToDictionary(n => n, n => File.ReadAllBytes(project.PathOf(Obj + n)), StringComparer.Ordinal);

    private static void Restore(TrainingProject project, Dictionary<string, byte[]> files)
    {
        foreach (string name in Files(project).Keys.Except(files.Keys, StringComparer.Ordinal))
        {
            project.Delete(Obj + name);
        }

        foreach (KeyValuePair<string, byte[]> file in files)
        {
            File.WriteAllBytes(project.PathOf(Obj + file.Key), file.Value);
        }
    }
}
