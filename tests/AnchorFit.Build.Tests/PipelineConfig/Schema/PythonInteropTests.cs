using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Protos;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>Runs tests/interop/check_with_python.py; ANCHORFIT_PYTHON names the interpreter, python3 without it.</summary>
public sealed class PythonInteropTests
{
    private const int Skipped = 77;

    [Fact]
    public void GoldenFilesAreWhatPythonPrints() => Check(null);

    [Fact]
    public void CanonicalOutputOfEveryCorpusConfigIsWhatPythonPrints()
    {
        using var folder = new TemporaryFolder();
        foreach (string path in Corpus.Configs())
        {
            string text = File.ReadAllText(path);
            string name = Path.GetFileNameWithoutExtension(path);
            File.WriteAllText(Path.Combine(folder.Path, name + ".config"), text);
            File.WriteAllText(Path.Combine(folder.Path, name + ".canonical"), CanonicalPrinter.Print(Binding.Clean<TrainEvalPipelineConfig>(text)));
        }

        Check(folder.Path);
    }

    private static void Check(string? folder)
    {
        string? named = Environment.GetEnvironmentVariable("ANCHORFIT_PYTHON");
        string[] interpreters = named is null ? ["python3", "/usr/bin/python3"] : [named];
        string reason = "There is no Python.";
        foreach (string interpreter in interpreters)
        {
            if (Run(interpreter, folder) is not var (exitCode, output))
            {
                continue;
            }

            if (exitCode != Skipped)
            {
                Assert.True(exitCode == 0, output);
                return;
            }

            reason = output.Trim();
        }

        Assert.Skip(reason);
    }

    /// <summary>Exit code and what was printed; null when there is no such interpreter.</summary>
    private static (int ExitCode, string Output)? Run(string interpreter, string? folder)
    {
        var start = new ProcessStartInfo(interpreter)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-B");
        start.ArgumentList.Add(Path.Combine(Repository.Root, "tests", "interop", "check_with_python.py"));
        if (folder is not null)
        {
            start.ArgumentList.Add(folder);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
