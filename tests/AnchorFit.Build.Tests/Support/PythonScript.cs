using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace AnchorFit.Tests.Support;

/// <summary>Scripts of the repository; ANCHORFIT_PYTHON names the interpreter, python3 without it.</summary>
internal static class PythonScript
{
    /// <summary>What a script exits with that lacks a module.</summary>
    private const int Skipped = 77;

    /// <summary>Runs a script that must succeed; skips the test where there is no Python with what it needs.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string script, params string[] arguments)
    {
        string? named = Environment.GetEnvironmentVariable("ANCHORFIT_PYTHON");
        string[] interpreters = named is null ? ["python3", "/usr/bin/python3"] : [named];
        string reason = "There is no Python.";
        foreach (string interpreter in interpreters)
        {
            if (Run(interpreter, script, arguments) is not var (exitCode, output))
            {
                continue;
            }

            if (exitCode != Skipped)
            {
                Assert.True(exitCode == 0, output);
                return output;
            }

            reason = output.Trim();
        }

        Assert.Skip(reason);
        return reason;
    }

    /// <summary>Exit code and what was printed; null when there is no such interpreter.</summary>
    private static (int ExitCode, string Output)? Run(string interpreter, string script, string[] arguments)
    {
        var start = new ProcessStartInfo(interpreter, ["-B", Path.Combine(Repository.Root, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
