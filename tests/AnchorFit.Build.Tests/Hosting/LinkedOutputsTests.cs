using System;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Hosting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>What a link hides: that the result would be written over what it is made from.</summary>
public sealed class LinkedOutputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinkedOutputsTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        _folder.Write("data/a.xml", "annotation");
        _folder.Write("base.config", "config");
        Directory.CreateDirectory(At("out"));
    }

    [Theory]
    [InlineData("out/pipeline.config", "../base.config", "base.config")]
    [InlineData("out/pipeline.config", "../data/a.xml", "data/a.xml")]
    [InlineData("out/pipeline.config", "../none", null)]
    public void AnOutputThatIsALinkToAnInput(string link, string target, string? victim)
    {
        File.CreateSymbolicLink(At(link), target);

        Assert.Equal(victim, Find(link, "data/a.xml"));
    }

    [Fact]
    public void AnInputThatIsALinkToTheOutput()
    {
        _folder.Write("out/pipeline.config", "an output of the last fit");
        File.CreateSymbolicLink(At("data/b.xml"), "../out/pipeline.config");

        Assert.Equal("data/b.xml", Find("out/pipeline.config", "data/a.xml", "data/b.xml"));
        Assert.Null(Find("out/pipeline.config", "data/a.xml"));
    }

    [Fact]
    public void AFolderThatIsALink()
    {
        Directory.CreateSymbolicLink(At("linked"), "data");

        Assert.Equal("data/a.xml", Find("linked/a.xml", "data/a.xml"));
        Assert.Equal("linked/a.xml", Find("data/a.xml", "linked/a.xml"));
    }

    public void Dispose() => _folder.Dispose();

    private string? Find(string output, params string[] annotations) => LinkedOutputs.FindVictim(
        new FitOutputs(output, "anchorfit.json", []),
        [.. annotations.Select(path => new AnnotationSource(path, () => throw new NotSupportedException()) { State = FileState.Text(At(path), hashContents: false) })],
        ["base.config"],
        new ProjectPaths(_folder.Path));

    private string At(string path) => Path.Combine(_folder.Path, path);
}
