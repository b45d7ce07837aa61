using System;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Where annotations lie, and what the SDK's own globs make of them.</summary>
public class AnnotationFolders(PackedPackage package)
{
    private const string Config = "obj/Debug/net10.0/pipeline.config";
    private const string Folder = "<AnchorAnnotationsDirectory>data</AnchorAnnotationsDirectory>";

    [Fact]
    public void AFolderStandsForItems()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, Folder, items: string.Empty);
        BuildResult first = project.Build();
        string fitted = project.Read(Config);
        Assert.Equal(1, first.Fits);
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);
        Assert.DoesNotContain(EvaluatedItems.Of(project, "None").Paths(project, "None"), i => i.Contains("xml", StringComparison.Ordinal));

        project.Write("data/deep/d.xml", Voc.Xml("cat", (90, 20)));
        Assert.Equal(["annotation added: data/deep/d.xml"], project.Build("-t:AnchorFitGenerate").Reasons);
        Assert.NotEqual(fitted, project.Read(Config));

        project.Delete("data/deep/d.xml");
        Assert.Equal(["annotation removed: data/deep/d.xml"], project.Build("-t:AnchorFitGenerate").Reasons);
        Assert.Equal(fitted, project.Read(Config));

        // Items of the same files are the same files.
        project.Write("Training.csproj", project.ProjectText(Folder, TrainingProject.DefaultItems));
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);

        project.Write("data/a.xml", "<annotation>");
        Assert.Equal("data/a.xml", project.TryBuild("-t:AnchorFitGenerate").Errors.Single().File);
    }

    [Theory]
    [InlineData(".", "AFB1007")]
    [InlineData("..", "AFB1007")]
    [InlineData("none", "AFB1006")]
    public void AFolderThatCanNotBeTakenIsAnErrorAndHidesNoSource(string directory, string code)
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package, $"<AnchorAnnotationsDirectory>{directory}</AnchorAnnotationsDirectory>", items: string.Empty);

        BuildResult build = project.TryBuild("-t:AnchorFitGenerate");

        Assert.Equal(code, Assert.Single(build.Errors).Code);
        Assert.Equal("Training.csproj", Path.GetFileName(build.Errors.Single().File));
        Assert.Contains("Training.cs", EvaluatedItems.Of(project, "Compile").Paths(project, "Compile"));
    }

    [Fact]
    public void ManyAnnotationsAmongTheSdksItemsAreToldWithTheCure()
    {
        using TrainingProject project = TrainingProject.Empty(package, "<AnchorFitAspectRatioCount>1</AnchorFitAspectRatioCount>", """<AnchorAnnotations Include="data/set/*.xml" />""");
        for (int i = 0; i < 1000; i++)
        {
            project.Write($"data/set/{i}.xml", Voc.Xml("cat", (100, 50)));
        }

        BuildResult told = project.Build("-t:AnchorFitGenerate");
        project.Delete("data/set/0.xml");
        BuildResult fewer = project.Build("-t:AnchorFitGenerate");
        project.Write("data/set/0.xml", Voc.Xml("cat", (100, 50)));
        project.Write("Training.csproj", project.Read("Training.csproj").Replace(
            "</PropertyGroup>", "<DefaultItemExcludes>$(DefaultItemExcludes);data/set/**</DefaultItemExcludes></PropertyGroup>", StringComparison.Ordinal));
        BuildResult cured = project.Build("-t:AnchorFitGenerate");

        Assert.Equal("AFB1008", Assert.Single(told.Warnings).Code);
        Assert.Contains("<DefaultItemExcludes>$(DefaultItemExcludes);data/set/**</DefaultItemExcludes>", told.Warnings[0].Text, StringComparison.Ordinal);
        Assert.Empty(fewer.Warnings);
        Assert.Empty(cured.Warnings);
        Assert.Equal([1, 1, 1], new[] { told.Fits, fewer.Fits, cured.Fits });
    }
}
