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
        DateTime written = File.GetLastWriteTimeUtc(project.PathOf(Generated));

        BuildResult second = project.Build();
        Assert.True(second.FitWasSkipped);

        // Another box, the same classes: the map stays as it is.
        project.Write("data/d.xml", Voc.Xml("cat", (90, 30)));
        Assert.Equal(1, project.Build("--no-restore", "-t:AnchorFitGenerate").Fits);
        Assert.Equal(written, File.GetLastWriteTimeUtc(project.PathOf(Generated)));

        project.Write(Generated, "edited");
        project.Write("data/e.xml", Voc.Xml("it's", (80, 30)));
        Assert.Equal(["annotation added: data/e.xml"], project.Build("--no-restore").Reasons);
        Assert.Equal(CatAndDog + "item {\n  id: 3\n  name: 'it\\'s'\n}\n", project.Read(Copied));

        Assert.Equal(0, project.TryRun("publish", "--no-build", "-c", "Debug").ExitCode);
        Assert.Equal(project.Read(Copied), project.Read("bin/Debug/net10.0/publish/models/cats/label_map.pbtxt"));
        Directory.Delete(project.PathOf("bin/Debug/net10.0/publish"), recursive: true);

        project.Delete(Generated);
        Assert.Equal(["output missing: " + Generated], project.Build("--no-restore", "-t:AnchorFitGenerate").Reasons);

        Assert.Equal(0, project.TryRun("clean").ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(project.Folder, "*.pbtxt", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void AnExistingMapIsCheckedAndWatched()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitLabelMap>data/map.pbtxt</AnchorFitLabelMap>");
        project.Write("data/map.pbtxt", "item { id: 7 name: 'cat' }\n");
        project.TryRun("restore");

        BuildResult unknown = Generate(project);
        Error error = Assert.Single(unknown.Errors);
        Assert.Equal(("AFB2041", "data/b.xml", 5), (error.Code, error.File.Replace('\\', '/'), error.LineNumber));
        Assert.False(project.Exists("obj/Debug/net10.0/pipeline.config"));

        project.Write("data/map.pbtxt", "item { id: 7 name: 'cat' }\nitem { id: 9 name: 'dog' }\n");
        BuildResult known = Generate(project);
        Assert.Equal(["label-map changed: data/map.pbtxt"], known.Reasons);
        Assert.EndsWith("num_classes 9 -> obj/Debug/net10.0/pipeline.config", known.SummaryLine, StringComparison.Ordinal);
        Assert.True(Generate(project).FitWasSkipped);

        BuildResult overwriting = Generate(project, "-p:AnchorFitPipelineConfig=data/map.pbtxt");
        Assert.Equal("AFB1003", Assert.Single(overwriting.Errors).Code);
        BuildResult both = Generate(project, "-p:AnchorFitGenerateLabelMap=true");
        Assert.Equal("AFB1042", Assert.Single(both.Errors).Code);
        Assert.StartsWith("item { id: 7", project.Read("data/map.pbtxt"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFilesNameCanSayTheClass()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(
            package,
            """<AnchorFitClassPattern>^(?&lt;breed>[A-Za-z_]+)_\d+$</AnchorFitClassPattern><AnchorFitAspectRatioCount>1</AnchorFitAspectRatioCount>""",
            """<AnchorAnnotations Include="data/*_*.xml" />""");
        project.Write("data/american_bulldog_10.xml", Voc.Xml("dog", (90, 30)));
        project.Write("data/pug_1.xml", Voc.Xml("dog", (90, 30)));
        project.Write("data/pug_x.xml", Voc.Xml("dog", (90, 30)));
        project.TryRun("restore");

        BuildResult build = Generate(project);

        Assert.EndsWith("num_classes 2 -> obj/Debug/net10.0/pipeline.config", build.SummaryLine, StringComparison.Ordinal);
        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal(("AFB2040", "data/pug_x.xml"), (warning.Code, warning.File.Replace('\\', '/')));
    }

    private static BuildResult Generate(TrainingProject project, params string[] arguments) =>
        project.TryBuild(["--no-restore", "-t:AnchorFitGenerate", .. arguments]);
}
