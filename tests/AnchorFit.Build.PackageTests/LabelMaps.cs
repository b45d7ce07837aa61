using System;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Label maps and classes in real builds.</summary>
public class LabelMaps(PackedPackage package)
{
    private const string Generated = "obj/Debug/net10.0/label_map.pbtxt";
    private const string Copied = "bin/Debug/net10.0/models/cats/label_map.pbtxt";
    private const string CatAndDog = "item {\n  id: 1\n  name: 'cat'\n}\nitem {\n  id: 2\n  name: 'dog'\n}\n";

    [Fact]
    public void AGeneratedMapGoesWhereTheConfigGoes()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            "<AnchorFitGenerateLabelMap>true</AnchorFitGenerateLabelMap><AnchorFitOutputSubfolder>models/cats</AnchorFitOutputSubfolder>",
            name: "träning (1) @ 50% 'x'");

        project.Build();
        Assert.Equal(CatAndDog, project.Read(Generated));
        Assert.Equal(CatAndDog, project.Read(Copied));

        Assert.True(project.Build("--no-restore").FitWasSkipped);

        project.Delete(Generated);
        Assert.Equal(["output missing: " + Generated], Generate(project).Reasons);
        Assert.Equal(CatAndDog, project.Read(Generated));

        project.Write("data/e.xml", Voc.Xml("it's", (80, 30)));
        project.Build("--no-restore");
        Assert.Equal(CatAndDog + "item {\n  id: 3\n  name: 'it\\'s'\n}\n", project.Read(Copied));

        Assert.Equal(0, project.TryRun("publish", "--no-build", "-c", "Debug").ExitCode);
        Assert.Equal(project.Read(Copied), project.Read("bin/Debug/net10.0/publish/models/cats/label_map.pbtxt"));
        Directory.Delete(project.PathOf("bin/Debug/net10.0/publish"), recursive: true);

        Assert.Equal(0, project.TryRun("clean").ExitCode);
        Assert.Empty(Directory.EnumerateFiles(project.Folder, "*.pbtxt", SearchOption.AllDirectories));
    }

    [Fact]
    public void AnExistingMapIsCheckedAndWatched()
    {
        const string LabelMap = "<AnchorFitLabelMap>data/map.pbtxt</AnchorFitLabelMap><AnchorFitAspectRatioCount>1</AnchorFitAspectRatioCount>";
        using TrainingProject project = TrainingProject.WithAnnotations(package, LabelMap);
        project.Write("data/map.pbtxt", "item { id: 7 name: 'cat' }\n");

        Error error = Assert.Single(Generate(project).Errors);
        Assert.Equal(("AFB2041", "data/b.xml", 5), (error.Code, error.File.Replace('\\', '/'), error.LineNumber));
        Assert.False(project.Exists("obj/Debug/net10.0/pipeline.config"));

        project.Write("data/map.pbtxt", "item { id: 7 name: 'cat' }\nitem { id: 9 name: 'dog' }\n");
        BuildResult known = Generate(project);
        Assert.Equal(["label-map changed: data/map.pbtxt"], known.Reasons);
        Assert.Contains(", num_classes 9, base ", known.Headline, StringComparison.Ordinal);
        Assert.True(Generate(project).FitWasSkipped);

        Assert.Equal("AFB1003", Assert.Single(Generate(project, "-p:AnchorFitPipelineConfig=data/map.pbtxt").Errors).Code);
        Assert.StartsWith("item { id: 7", project.Read("data/map.pbtxt"), StringComparison.Ordinal);

        // Now the files' names say the class.
        project.Write("Training.csproj", project.ProjectText(
            LabelMap + @"<AnchorFitClassPattern>^(?&lt;breed>[A-Za-z_]+)_\d+$</AnchorFitClassPattern><AnchorFitUnknownClasses>warn</AnchorFitUnknownClasses>",
            """<AnchorAnnotations Include="data/*_*.xml" />"""));
        project.Write("data/great_cat_10.xml", Voc.Xml("dog", (90, 30)));
        project.Write("data/pug_x.xml", Voc.Xml("dog", (90, 30)));
        Assert.Equal(
            ["AFB2040 data/pug_x.xml", "AFB2041 data/great_cat_10.xml"],
            Generate(project).Warnings.Select(w => w.Code + " " + w.File.Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    private static BuildResult Generate(TrainingProject project, params string[] arguments) =>
        project.TryBuild(["--no-restore", "-t:AnchorFitGenerate", .. arguments]);
}
