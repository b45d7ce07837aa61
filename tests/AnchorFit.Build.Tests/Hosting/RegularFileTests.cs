using System;
using System.IO;
using System.Net.Sockets;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>A test that hangs has failed, too.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void OpensFilesEmptyOnesAndThoseBehindLinks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        string file = _folder.Write("a b\\ü.xml", "12");
        string empty = _folder.Write("empty", "");
        File.CreateSymbolicLink(At("link"), file);

        foreach ((string path, long length) in new[] { (file, 2L), (empty, 0L), (At("link"), 2L) })
        {
            using FileStream stream = RegularFile.Open(path);
            Assert.Equal(length, stream.Length);
        }
    }

    [Fact]
    public void RefusesPipesDevicesAndSockets()
    {
        SpecialFile.Pipe(At("pipe"));
        File.CreateSymbolicLink(At("link"), At("pipe"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("s")));

        foreach (string path in new[] { At("pipe"), At("link"), At("s"), "/dev/zero", "/dev/null" })
        {
            Assert.Contains("not a regular file", Assert.Throws<IOException>(() => RegularFile.Open(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TellsFoldersAndWhatIsMissing()
    {
        Assert.Equal(RegularFile.Folder, Assert.Throws<IOException>(() => RegularFile.Open(_folder.Path)).Message);
        Assert.Throws<FileNotFoundException>(() => RegularFile.Open(At("none")));
        Assert.Null(NamedFile.TryRead(_folder.Path, out string reason, TestContext.Current.CancellationToken));
        Assert.Equal("it is a folder", reason);
    }

    public void Dispose() => _folder.Dispose();

    private string At(string name) => Path.Combine(_folder.Path, name);
}
