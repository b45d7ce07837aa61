using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Builds that take long: what is told meanwhile, and Ctrl-C.</summary>
public class Interrupting(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";

    // Beyond what any machine needs: it ends a test that hangs.
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(20);

    [Fact]
    public void ProgressIsForPeopleWhoWait()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        foreach ((string[] arguments, string expected) in new (string[], string)[] { ([], "true"), (["-p:ContinuousIntegrationBuild=true"], ""), (["-p:CI=true"], "") })
        {
            (int exitCode, string output) = DotNet.Run(
                project.Folder, project.Environment, ["msbuild", "-t:_AnchorFitPrepare", "-getProperty:_AnchorFitShowProgress", "-nr:false", .. arguments]);

            Assert.Equal((0, expected), (exitCode, output.Trim()));
        }
    }

    /// <summary>While it reads: the inputs are listed, and there are many. While it fits: the manifest is there, and the search has a budget of hours.</summary>
    [Fact]
    public async Task EndsTheBuildAndLeavesNothingHalfWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT.");
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        string shapes = Voc.Xml("cat", [.. Enumerable.Range(1, 2000).Select(i => (i, 2001 - (i / 2)))]).Replace(">400<", ">5000<", StringComparison.Ordinal).Replace(">300<", ">5000<", StringComparison.Ordinal);
        for (int i = 0; i < 200; i++)
        {
            project.Write($"data/many{i}.xml", shapes);
        }

        await Interrupt(project, "obj/Debug/net10.0/anchorfit.cache");
        AssertNothingHalfWritten(project);

        Assert.NotEqual(0, await Interrupt(project, "obj/Debug/net10.0/anchorfit.manifest", "-p:AnchorFitObjective=DrawnAnchors", "-p:AnchorFitBudget=100000000"));
        AssertNothingHalfWritten(project);

        Assert.Equal(1, project.Build("-t:AnchorFitGenerate").Fits);
    }

    /// <returns>The exit code of the interrupted build.</returns>
    private static async Task<int> Interrupt(TrainingProject project, string awaited, params string[] settings)
    {
        project.Delete(awaited);
        using Process build = project.Start(["build", "-t:AnchorFitGenerate", "--no-restore", "-nr:false", "-tl:off", "-p:UseSharedCompilation=false", .. settings]);
        Task<string> output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task exit = build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => project.Exists(awaited) || build.HasExited, s_hangs));
        await Run("kill", "-INT", build.Id.ToString(CultureInfo.InvariantCulture));
        try
        {
            await exit.WaitAsync(s_hangs, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(await output);
        return build.ExitCode;
    }

    /// <summary>Nothing temporary; and where one file of a fit is, the others are too.</summary>
    private static void AssertNothingHalfWritten(TrainingProject project)
    {
        Assert.Empty(Directory.GetFiles(project.Folder, "*.tmp", SearchOption.AllDirectories));
        Assert.Equal(project.Exists(Config), project.Exists("obj/Debug/net10.0/anchorfit.json"));
        Assert.Equal(project.Exists(Config), project.Exists("obj/Debug/net10.0/anchorfit.stamp"));
        if (project.Exists(Config))
        {
            string config = project.Read(Config);
            Assert.EndsWith("\n", config, StringComparison.Ordinal);
            Assert.Equal(config.Count(c => c == '{'), config.Count(c => c == '}'));
        }
    }

    private static async Task Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(command, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
