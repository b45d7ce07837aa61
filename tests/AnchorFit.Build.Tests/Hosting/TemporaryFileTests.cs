using System;
using System.IO;
using System.Linq;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class TemporaryFileTests : IDisposable
{
    // Numbers of processes end far below.
    private const string NoProcess = "2147480000";

    private readonly TemporaryFolder _folder = new();

    private string Config => Path.Combine(_folder.Path, "pipeline.config");

    [Fact]
    public void LeftoversOfProcessesThatAreGoneAreRemovedAndNothingElse()
    {
        string ours = TemporaryFile.For(Config);
        string gone = ours.Replace("-" + Environment.ProcessId + "-", "-" + NoProcess + "-", StringComparison.Ordinal);
        string[] others =
        [
            ours,
            gone.Replace("pipeline.config", "other.config", StringComparison.Ordinal),
            gone[..^".tmp".Length],
            gone.Replace(NoProcess, "x" + NoProcess, StringComparison.Ordinal),
            Path.Combine(_folder.Path, ".pipeline.config.tmp"),
            Path.Combine(_folder.Path, ".pipeline.config.my notes.tmp"),
            Path.Combine(_folder.Path, ".pipeline.config.00000000-" + NoProcess + "-00000000.tmp"),
        ];
        foreach (string path in others.Append(gone))
        {
            File.WriteAllText(path, "");
        }

        TemporaryFile.RemoveLeftovers("pipeline.config", new ProjectPaths(_folder.Path));

        Assert.Equal(others.Order(StringComparer.Ordinal), Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ThoseOfAnotherMachineAndOfRunningProcessesGoAfterADay()
    {
        string[] old = [TemporaryFile.For(Config), Path.Combine(_folder.Path, ".pipeline.config.00000000-1-00000000.tmp")];
        string foreign = Path.Combine(_folder.Path, ".pipeline.config.notes.tmp");
        foreach (string path in old.Append(foreign))
        {
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        TemporaryFile.RemoveLeftovers(Config, new ProjectPaths(_folder.Path));

        Assert.Equal([foreign], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AFolderThatIsNotThereIsNoFault() => TemporaryFile.RemoveLeftovers("none/pipeline.config", new ProjectPaths(_folder.Path));

    public void Dispose() => _folder.Dispose();
}
