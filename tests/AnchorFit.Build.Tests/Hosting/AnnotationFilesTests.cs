using System;
using System.IO;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class AnnotationFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What a pattern of an item finds on Linux comes with a slash in place of the backslash.</summary>
    [Theory]
    [InlineData("data/a\\b.xml", "data/a/b.xml")]
    [InlineData("data/a\\b\\c.xml", "data/a/b/c.xml")]
    public void ANameWithABackslashIsTold(string name, string item)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There no name has one.");
        _folder.Write(name, "");

        Assert.Contains($"'{name["data/".Length..]}'", Assert.Throws<IOException>(() => AnnotationFiles.Open(At(item))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => AnnotationFiles.Open(At("data/c.xml")));
    }

    [Fact]
    public void AFolderIsToldWithTheCure() =>
        Assert.EndsWith("write a pattern such as folder/*.xml", Assert.Throws<IOException>(() => AnnotationFiles.Open(_folder.Path)).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private string At(string name) => Path.Combine(_folder.Path, name);
}
