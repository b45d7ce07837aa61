using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
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
                project.Folder, project.Environment, ["msbuild", "-getProperty:_AnchorFitShowProgress", "-nr:false", .. arguments]);

            Assert.Equal((0, expected), (exitCode, output.Trim()));
        }
    }

    /// <summary>
    /// An annotation is a named pipe: the read begins when the test opens it, and without data it would never end. With
    /// data, the interrupt comes while it is parsed or fitted.
    /// </summary>
    [Fact]
    public async Task EndsTheBuildAndLeavesNothingHalfWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in the file system, and no SIGINT.");
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitAspectRatioCount>4</AnchorFitAspectRatioCount>");
        await Run("mkfifo", project.PathOf("data/pipe.xml"));

        Assert.NotEqual(0, await Interrupt(project, string.Empty, closes: false, "-p:AnchorFitAspectRatioCount=4"));
        AssertNothingHalfWritten(project);
        Assert.False(project.Exists(Config));

        string manyShapes = Voc.Xml("cat", [.. Enumerable.Range(1, 40_000).Select(i => (i, 40_001 - (i / 2)))]).Replace(">400<", ">50000<", StringComparison.Ordinal).Replace(">300<", ">50000<", StringComparison.Ordinal);
        await Interrupt(project, manyShapes, closes: true, "-p:AnchorFitAspectRatioCount=100");
        AssertNothingHalfWritten(project);

        project.Delete("data/pipe.xml");
        Assert.Equal(1, project.Build("-t:AnchorFitGenerate").Fits);
    }

    /// <returns>The exit code of the interrupted build.</returns>
    private static async Task<int> Interrupt(TrainingProject project, string content, bool closes, string setting)
    {
        using Process build = project.Start("build", "-t:AnchorFitGenerate", "--no-restore", "-nr:false", "-tl:off", "-p:UseSharedCompilation=false", setting);
        Task<string> output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<FileStream> opening = Task.Run(() => new FileStream(project.PathOf("data/pipe.xml"), FileMode.Open, FileAccess.Write), TestContext.Current.CancellationToken);
        Task exit = build.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(opening, exit).WaitAsync(s_hangs, TestContext.Current.CancellationToken);
        Assert.True(opening.IsCompleted, "The build ended before it read the pipe.");
        await using FileStream pipe = await opening;
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        if (closes)
        {
            pipe.Close();
        }

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
            Assert.EndsWith("}\n", project.Read(Config), StringComparison.Ordinal);
        }
    }

    private static async Task Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(command, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
