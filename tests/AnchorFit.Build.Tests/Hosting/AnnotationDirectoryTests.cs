using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public sealed class AnnotationDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = [];

    [Fact]
    public void FindsXmlFilesAtEveryDepth()
    {
        _folder.Write("project/data/a.xml", "");
        _folder.Write("project/data/deep/er/b.XML", "");
        _folder.Write("project/data/image.jpg", "");

        Assert.Equal(["data/a.xml", "data/deep/er/b.XML"], Files("data"));
        Assert.Equal(["data/a.xml", "data/deep/er/b.XML"], Files(" data/ "));
        Assert.Equal(["./data/a.xml", "./data/deep/er/b.XML"], Files("./data"));
    }

    [Fact]
    public void FollowsLinksToFilesAndNotToFolders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        _folder.Write("project/data/a.xml", "");
        _folder.Write("elsewhere/b.xml", "");
        File.CreateSymbolicLink(At("project/data/linked.xml"), At("elsewhere/b.xml"));
        Directory.CreateSymbolicLink(At("project/data/circle"), At("project/data"));

        Assert.Equal(["data/a.xml", "data/linked.xml"], Files("data"));
    }

    [Fact]
    public void PassesOverWhatIsHidden()
    {
        foreach (string path in new[] { "a.xml", ".hidden.xml", "__MACOSX/._a.xml", ".git/b.xml", "deep/.ipynb_checkpoints/a-checkpoint.xml", "deep/c.d.xml" })
        {
            _folder.Write("project/.data/" + path, "");
        }

        Assert.Equal([".data/a.xml", ".data/deep/c.d.xml"], Files(".data"));
    }

    [Theory]
    [InlineData("b.xml", "a.xml deep/b.xml deep/er/b.xml")]
    [InlineData("**/b.xml", "a.xml")]
    [InlineData("deep/**", "a.xml b.xml")]
    [InlineData(" deep/ ; ;b.xml", "a.xml")]
    [InlineData("deep\\**\\?.xml", "a.xml b.xml")]
    [InlineData("deep/*.xml", "a.xml b.xml deep/er/b.xml")]
    [InlineData("**/er/**;./a.*", "b.xml deep/b.xml")]
    [InlineData("**", "")]
    [InlineData("*", "deep/b.xml deep/er/b.xml")]
    [InlineData("b.xm;b.xmll;b[.]xml;er/**", "a.xml b.xml deep/b.xml deep/er/b.xml")]
    public void PassesOverWhatAPatternExcludes(string exclude, string left)
    {
        foreach (string path in new[] { "a.xml", "b.xml", "deep/b.xml", "deep/er/b.xml" })
        {
            _folder.Write("project/data/" + path, "");
        }

        Assert.Equal(left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => "data/" + path), Files("data/", exclude));
        Assert.Empty(_diagnostics);
    }

    [Theory]
    [InlineData("/data/a.xml")]
    [InlineData("../a.xml")]
    [InlineData("C:/data/*.xml")]
    [InlineData("a**/b.xml")]
    public void APatternThatCanMatchNothingIsRefused(string exclude)
    {
        _folder.Write("project/data/a.xml", "");

        Assert.Empty(Files("data", "b.xml;" + exclude));

        Diagnostic told = Assert.Single(_diagnostics);
        Assert.Equal("AFB1001", told.Code);
        Assert.Contains($"'{exclude}'", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../project")]
    [InlineData("data/..")]
    [InlineData("/")]
    public void TheProjectsOwnFolderAndThoseAboveAreRefused(string directory)
    {
        _folder.Write("project/data/a.xml", "");

        Assert.Empty(Files(directory));

        Assert.Equal(["AFB1007"], _diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void AFolderBesideTheProjectIsFine()
    {
        _folder.Write("project2/a.xml", "");

        Assert.Equal(["../project2/a.xml"], Files("../project2"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("file")]
    public void WhatIsNoFolderIsAnError(string directory)
    {
        _folder.Write("project/file", "");

        Assert.Empty(Files(directory));

        Assert.Equal(["AFB1006"], _diagnostics.Select(d => d.Code));
    }

    public void Dispose() => _folder.Dispose();

    private string At(string path) => Path.Combine(_folder.Path, path);

    private IEnumerable<string> Files(string directory, string exclude = "") =>
        AnnotationDirectory.Files(directory, new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorAnnotationsExclude", exclude)), new ProjectPaths(At("project")), _diagnostics).Order(StringComparer.Ordinal);
}
