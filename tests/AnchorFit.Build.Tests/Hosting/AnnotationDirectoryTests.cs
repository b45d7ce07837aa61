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

    private IEnumerable<string> Files(string directory) =>
        AnnotationDirectory.Files(directory, new RawSettings { ProjectFile = "x.csproj" }, new ProjectPaths(At("project")), _diagnostics).Order(StringComparer.Ordinal);
}
