using System;
using System.Diagnostics;
using System.IO;
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
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("ANCHORFIT_PYTHON") ?? "python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "tests", "interop", "check_with_python.py"));
        if (folder is not null)
        {
            start.ArgumentList.Add(folder);
        }

        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no " + start.FileName + ".");
        }

        using (process)
        {
            System.Threading.Tasks.Task<string> errors = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(process.ExitCode == Skipped, output.Trim());
            Assert.True(process.ExitCode == 0, output + errors.Result);
        }
    }
}
