using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Disks that refuse: a code and the last good output, never a stack trace or a part of a file.</summary>
public class DiskFaults(PackedPackage package)
{
    [Fact]
    public void AFullDiskGivesACodeAndLeavesTheLastResult()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitPipelineConfig>out/pipeline.config</AnchorFitPipelineConfig>");
        project.Build("-t:AnchorFitGenerate");
        string last = project.Read("out/pipeline.config");
        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));

        // A disk of one page, in a mount namespace of its own; another file has it.
        (int exitCode, string output) = InNamespace(project, $"""
            mount -t tmpfs -o size=4k tmpfs out && printf x > out/other &&
            {Generate}; code=$?; echo "LEFT $(ls -A out)."; exit $code
            """);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error AFB9003", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Contains("LEFT other.", output, StringComparison.Ordinal);
        Assert.Equal(last, project.Read("out/pipeline.config"));
        Assert.Equal(1, project.Build("-t:AnchorFitGenerate").Fits);
    }

    [Fact]
    public void AReadOnlyDiskGivesACode()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package);
        project.Build("-t:AnchorFitGenerate");
        string last = project.Read("obj/Debug/net10.0/pipeline.config");
        project.Write("data/c.xml", Voc.Xml("cat", (130, 40)));

        (int exitCode, string output) = InNamespace(project, $"mount --bind obj obj && mount -o remount,ro,bind obj && {Generate}");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error AFB9001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Equal(last, project.Read("obj/Debug/net10.0/pipeline.config"));
    }

    private const string Generate = "dotnet build -t:AnchorFitGenerate --no-restore -nr:false -tl:off";

    private static (int ExitCode, string Output) InNamespace(TrainingProject project, string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && MayMount(), "Needs a Linux that lets this user mount in a namespace of its own.");
        return Run(project.Folder, script);
    }

    private static bool MayMount() => Run(Path.GetTempPath(), "mount -t tmpfs tmpfs /mnt").ExitCode == 0;

    private static (int ExitCode, string Output) Run(string folder, string script)
    {
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "bash", "-c", script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        try
        {
            using Process process = Process.Start(start)!;
            System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, "unshare is not there");
        }
    }
}
