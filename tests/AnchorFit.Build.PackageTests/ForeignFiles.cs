using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Files that are damaged, left over, newer than the clock, or no files at all.</summary>
public class ForeignFiles(PackedPackage package)
{
    private const string Obj = "obj/Debug/net10.0/";
    private const string Config = Obj + "pipeline.config";
    private const string Copy = "bin/Debug/net10.0/pipeline.config";

    [Fact]
    public void DamagedRecordsInObjAreNeitherFatalNorBelieved()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        string fitted = project.Read(Config);

        project.Write(Config, "garbage");
        project.Write(Obj + "anchorfit.stamp", string.Concat(project.Read(Obj + "anchorfit.stamp").Split('\n')[..3].Select(line => line + "\n")));
        BuildResult afterACut = project.Build("-t:AnchorFitGenerate");

        Assert.Equal(["the last fit did not finish"], afterACut.Reasons);
        Assert.Equal(fitted, project.Read(Config));

        project.Write(Config, "garbage");
        foreach (string name in new[] { "anchorfit.cache", "anchorfit.stamp", "anchorfit.manifest" })
        {
            byte[] bytes = File.ReadAllBytes(project.PathOf(Obj + name));
            bytes[bytes.Length * 2 / 3] ^= 0xFF;
            File.WriteAllBytes(project.PathOf(Obj + name), bytes);
        }

        Assert.Equal(1, project.Build("-t:AnchorFitGenerate").Fits);
        Assert.Equal(fitted, project.Read(Config));
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);
    }

    [Fact]
    public void ANewResultReplacesACopyThatTheClockSaysIsNewer()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build();
        var future = new DateTime(2101, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(project.PathOf(Copy), future);
        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));

        project.Build();

        Assert.Equal(project.Read(Config), project.Read(Copy));
        Assert.Contains("2.4375", project.Read(Copy), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatKilledBuildsLeftGoesWithTheNextFitAndWithClean()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>out/pipeline.config</AnchorFitPipelineConfig>");
        string machine = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName)))[..8];
        string gone = "." + machine + "-2147480000-0a1b2c3d.tmp";
        string[] leftovers = ["out/.pipeline.config" + gone, Obj + ".anchorfit.stamp" + gone];
        string[] foreign = ["out/.pipeline.config.notes.tmp", Obj + ".mine" + gone];
        foreach (string[] command in new[] { new[] { "build", "-t:AnchorFitGenerate" }, ["clean"] })
        {
            foreach (string path in leftovers.Concat(foreign))
            {
                project.Write(path, "");
            }

            Assert.Equal(0, project.TryRun(command[0], command[1..]).ExitCode);

            Assert.All(leftovers, path => Assert.False(project.Exists(path), path));
            Assert.All(foreign, path => Assert.True(project.Exists(path), path));
            Assert.True(project.Exists("out/pipeline.config"));
        }
    }

    /// <summary>A build that hangs has failed, too.</summary>
    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void APipeIsAnErrorAndNoReasonToWait(string taskBuild)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files.");
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        string task = "-p:_AnchorFitTasksAssembly=" + Path.Combine(package.InstalledFolder, "tasks", taskBuild, "AnchorFit.Build.Tasks.dll");
        using (var process = Process.Start("mkfifo", [project.PathOf("data/pipe.xml"), project.PathOf("pipe.config")]))
        {
            process.WaitForExit();
        }

        Error annotation = Assert.Single(project.TryBuild("-t:AnchorFitGenerate", task).Errors);
        Error config = Assert.Single(project.TryBuild("-t:AnchorFitGenerate", task, "-p:AnchorFitBaseConfig=pipe.config").Errors);

        Assert.Equal(("AFB2001", "data/pipe.xml"), (annotation.Code, annotation.File));
        Assert.Equal("AFB1005", config.Code);
        Assert.All(new[] { annotation, config }, error => Assert.Contains("not a regular file", error.Text, StringComparison.Ordinal));
    }
}
