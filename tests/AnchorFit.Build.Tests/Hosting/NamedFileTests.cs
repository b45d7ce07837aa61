using System;
using System.IO;
using System.Threading;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class NamedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(NamedFile.MaxLength, "")]
    [InlineData(NamedFile.MaxLength + 1, "it is larger than 4 MiB, which no pipeline.config or label map is")]
    public void TheLengthIsLimited(int length, string reason)
    {
        string path = Path.Combine(_folder.Path, "a.config");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(length);
        }

        Assert.Equal(reason.Length == 0, NamedFile.TryRead(path, out string found, TestContext.Current.CancellationToken) is not null);
        Assert.Equal(reason, found);
    }

    [Fact]
    public void ACancelledBuildWaitsForNoDisk()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => NamedFile.TryRead(Path.Combine(_folder.Path, "a.config"), out _, cancellation.Token));
    }

    public void Dispose() => _folder.Dispose();
}
