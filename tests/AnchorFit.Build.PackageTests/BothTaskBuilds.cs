using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>The build of the task for Visual Studio's MSBuild, run under .NET, beside the one for .NET.</summary>
public class BothTaskBuilds(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string FrameworkFolder = "tasks/netstandard2.0/";

    [Fact]
    public void GiveTheSameResultAndTakeTurnsWithoutARefit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);

        BuildResult first = Run(project, forFramework: true);
        Assert.Contains(FrameworkFolder, TaskAssembly(first), StringComparison.Ordinal);
        Assert.Equal(1, first.Fits);
        string config = project.Read(Config);
        string report = project.Read("obj/Debug/net10.0/anchorfit.html");

        Assert.True(Run(project, forFramework: true).FitWasSkipped);
        Assert.True(Run(project, forFramework: false).FitWasSkipped);

        project.Delete(Config);
        BuildResult again = Run(project, forFramework: false);
        Assert.Contains("tasks/net8.0/", TaskAssembly(again), StringComparison.Ordinal);
        Assert.Equal((1, first.SummaryLine), (again.Fits, again.SummaryLine));
        Assert.Equal(config, project.Read(Config));
        Assert.Equal(report, project.Read("obj/Debug/net10.0/anchorfit.html"));
        Assert.True(Run(project, forFramework: true).FitWasSkipped);
    }

    [Fact]
    public void SayTheSameAboutABrokenAnnotation()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Write("data/bad.xml", Voc.Xml("cat", (0, 10)));
        project.Write("data/broken.xml", "<annotation>\n  <object>\n</annotation>");

        BuildResult framework = Run(project, forFramework: true);
        BuildResult core = Run(project, forFramework: false);

        Assert.Equal((1, 1), (framework.ExitCode, core.ExitCode));
        Assert.Contains(FrameworkFolder, TaskAssembly(framework), StringComparison.Ordinal);
        Assert.Equal("data/broken.xml", Assert.Single(core.Errors).File);
        Assert.Equal("data/bad.xml", Assert.Single(core.Warnings).File);
        Assert.Equal(Told(core), Told(framework));
    }

    [Fact]
    public void TheOneForVisualStudioBringsWhatItLoads()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        ZipArchiveEntry[] files = [.. archive.Entries.Where(e => e.FullName.StartsWith(FrameworkFolder, StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal))];
        HashSet<string> there = [.. files.Select(f => Path.GetFileNameWithoutExtension(f.Name))];

        foreach (ZipArchiveEntry file in files)
        {
            using var assembly = new PEReader(Copy(file));
            MetadataReader metadata = assembly.GetMetadataReader();
            IEnumerable<string> missing = metadata.AssemblyReferences
                .Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))
                .Where(name => !there.Contains(name) && !IsTheHosts(name));
            Assert.Empty(missing);
            if (file.Name == "AnchorFit.Build.Tasks.dll")
            {
                TypeDefinition module = metadata.GetTypeDefinition(metadata.TypeDefinitions.First());
                Assert.Contains(".cctor", module.GetMethods().Select(m => metadata.GetString(metadata.GetMethodDefinition(m).Name)));
            }
        }
    }

    private static bool IsTheHosts(string assembly) =>
        assembly is "netstandard" or "mscorlib" or "System" or "System.Core" or "System.Numerics" || assembly.StartsWith("Microsoft.Build.", StringComparison.Ordinal);

    private static MemoryStream Copy(ZipArchiveEntry file)
    {
        var copy = new MemoryStream();
        using Stream content = file.Open();
        content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string TaskAssembly(BuildResult build) =>
        Assert.Single(build.Log.FindChildrenRecursive<Task>(t => t.Name == "FitAnchors")).FromAssembly.Replace('\\', '/');

    private static IEnumerable<(string, string, int, int, string)> Told(BuildResult build) =>
        [.. build.Errors.Select(e => (e.Code, e.File, e.LineNumber, e.ColumnNumber, e.Text)), .. build.Warnings.Select(w => (w.Code, w.File, w.LineNumber, w.ColumnNumber, w.Text))];

    private BuildResult Run(TrainingProject project, bool forFramework) => forFramework
        ? project.TryBuild("-t:AnchorFitGenerate", "-p:_AnchorFitTasksAssembly=" + Path.Combine(package.InstalledFolder, FrameworkFolder, "AnchorFit.Build.Tasks.dll"))
        : project.TryBuild("-t:AnchorFitGenerate");
}
