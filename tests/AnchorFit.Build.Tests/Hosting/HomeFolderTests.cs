using System;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>Paths that begin with <c>~</c>, which MSBuild doesn't expand.</summary>
public sealed class HomeFolderTests : IDisposable
{
    private static readonly string s_home = Path.DirectorySeparatorChar == '\\' ? "$(USERPROFILE)" : "$(HOME)";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AFileThatIsNotThereSaysWhy()
    {
        DiagnosticBag diagnostics = [];
        var project = new ProjectPaths(_folder.Path);

        Assert.Null(BaseConfigFile.Load(new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitBaseConfig", "~/a.config")), project, diagnostics, TestContext.Current.CancellationToken));
        Assert.Null(LabelMapFile.Load(new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitLabelMap", "~/a.pbtxt")), project, diagnostics, TestContext.Current.CancellationToken));
        Assert.Empty(AnnotationDirectory.Files("~/data", new RawSettings { ProjectFile = "x.csproj" }, project, diagnostics));

        Assert.Equal(
            [s_home + "/a.config", s_home + "/a.pbtxt", s_home + "/data"],
            diagnostics.Select(d => d.Message.Split("write ")[1].Split(',')[0]));
    }

    [Fact]
    public void NoResultGoesToAFolderOfThatName()
    {
        DiagnosticBag diagnostics = [];
        var outputs = new FitOutputs(Path.Combine(_folder.Path, "~", "fitted.config"), "obj/anchorfit.json", []);

        Assert.Null(FitInputs.Load(
            new RawSettings { ProjectFile = "x.csproj" }, ["a.xml"], AnnotationDetails.None, outputs, AnnotationMemory.None, new CompanionFiles(new ProjectPaths(_folder.Path)), new ProjectPaths(_folder.Path), diagnostics, TestContext.Current.CancellationToken));

        Assert.Equal($"AFB1049: AnchorFitPipelineConfig is '~/fitted.config', and '~' is no folder to MSBuild: write {s_home}/fitted.config, or the whole path", Assert.Single(diagnostics).Code + ": " + diagnostics[0].Message);
    }

    [Theory]
    [InlineData("<AnchorAnnotations Include=\"~/data/*.xml\" />", "~/data/*.xml")]
    [InlineData("<AnchorAnnotations Exclude='x' Include='data/a.xml; ~/data/*.xml' />", "~/data/*.xml")]
    [InlineData("<AnchorAnnotations Include=\"data/*.xml\" /><Compile Include=\"~/x.cs\" />", null)]
    [InlineData("<AnchorAnnotations Include=\"a~/b\" />", null)]
    public void AnIncludeIsFoundInTheProject(string items, string? expected)
    {
        _folder.Write("x.csproj", $"<Project><ItemGroup>{items}</ItemGroup></Project>");

        Assert.Equal(expected, HomeInclude.Find(Path.Combine(_folder.Path, "x.csproj")));
    }

    [Fact]
    public void AFileForAFolderIsNamed()
    {
        _folder.Write("a.xml", "<annotation/>");
        DiagnosticBag diagnostics = [];

        AnnotationDirectory.Files("a.xml", new RawSettings { ProjectFile = "x.csproj" }, new ProjectPaths(_folder.Path), diagnostics);

        Assert.Equal(
            "AnchorAnnotationsDirectory 'a.xml' can't be read: it is a file: name the folder that holds it, or name the file as an item, <AnchorAnnotations Include=\"a.xml\" />",
            Assert.Single(diagnostics).Message);
    }

    [Theory]
    [InlineData("~", true)]
    [InlineData("~/a", true)]
    [InlineData("~\\a", true)]
    [InlineData("~a", false)]
    [InlineData("a/~", false)]
    public void OnlyAWholeNameIsMeant(string path, bool expected) => Assert.Equal(expected, HomePath.Is(path));

    public void Dispose() => _folder.Dispose();
}
