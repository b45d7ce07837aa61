using System;
using System.IO;
using System.Linq;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>Annotations of every format, in real builds.</summary>
public class EveryFormat(PackedPackage package)
{
    private const string Properties = "<AnchorFitAspectRatioCount>1</AnchorFitAspectRatioCount><AnchorFitBaseConfig>base.config</AnchorFitBaseConfig>";
    private const string Items = """<AnchorAnnotations Include="data/**/*.*" Exclude="data/**/*.png" />""";

    // Images of 400×300 stay as they are.
    private const string FixedShape = "model { ssd { num_classes: 9 image_resizer { fixed_shape_resizer { height: 300 width: 400 } } anchor_generator { ssd_anchor_generator { aspect_ratios: 1.0 } } } }\n";

    // Images of 400×300 become 800×600.
    private const string KeepsShape = "model { ssd { num_classes: 9 image_resizer { keep_aspect_ratio_resizer { min_dimension: 600 max_dimension: 1024 } } anchor_generator { ssd_anchor_generator { aspect_ratios: 1.0 } } } }\n";

    [Fact]
    public void OneFitReadsThemAll()
    {
        using TrainingProject project = WithEveryFormat();

        BuildResult build = project.Build("-v:n");

        Assert.Empty(build.Warnings);
        Assert.Equal("AnchorFit: 16 boxes in 8 files, aspect ratios 2.00, average IoU 100.00 %, num_classes 8 (1 without objects), base base.config", build.Headline);
        Assert.Contains("classes: /m/01 (1), bird (3), car (1), cat (7), dog (1), fish (1), owl (2)", build.Output, StringComparison.Ordinal);
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);

        // The image's size is needed where it wasn't before: YOLO's is in the head of the picture, Open Images' isn't there.
        project.Write("base.config", KeepsShape);
        BuildResult keeps = project.Build("-t:AnchorFitGenerate");
        Assert.Equal(["data/oi.csv AFB2020"], keeps.Warnings.Select(w => $"{w.File} {w.Code}"));
        Assert.Contains("15 boxes", keeps.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesBesideTheAnnotationsAreInputsToo()
    {
        using TrainingProject project = TrainingProject.Empty(package, Properties, """<AnchorAnnotations Include="data/labels/*.txt" />""");
        project.Write("base.config", KeepsShape);
        project.Write("data/labels/a.txt", "0 0.5 0.5 0.5 0.5\n");
        File.WriteAllBytes(WithFolder(project, "data/images/a.png"), Png(400, 200));
        Assert.Contains("classes: 1 (1)", project.Build("-t:AnchorFitGenerate", "-v:n").Output, StringComparison.Ordinal);
        string fitted = project.Read("obj/Debug/net10.0/pipeline.config");
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);

        // A list of names that wasn't there, another picture, a list that is gone again.
        project.Write("data/classes.txt", "wolf\n");
        project.Write("data/labels/classes.txt", "owl\n");
        BuildResult named = project.Build("-t:AnchorFitGenerate", "-v:n");
        Assert.Contains("annotation added: data/labels/classes.txt", named.Reasons);
        Assert.Contains("classes: owl (1)", named.Output, StringComparison.Ordinal);
        File.WriteAllBytes(project.PathOf("data/images/a.png"), Png(400, 100));
        Assert.Equal(["changed beside the annotations: data/images/a.png"], project.Build("-t:AnchorFitGenerate").Reasons);
        Assert.NotEqual(fitted, project.Read("obj/Debug/net10.0/pipeline.config"));
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);
    }

    [Fact]
    public void MetadataSayWhatNamesDoNot()
    {
        using TrainingProject project = TrainingProject.Empty(package, Properties, """
            <AnchorAnnotations Include="data/a.dat" Format="Kitti" ImageSize="400x300" />
            <AnchorAnnotations Include="data/b.dat" Format="Yolo" ClassNames="names.txt" Weight="3" />
            """);
        project.Write("base.config", FixedShape);
        project.Write("names.txt", "cat\ndog\n");
        project.Write("data/a.dat", "Car 0.00 0 -1.5 0 0 100 50 1.5 1.6 3.9 1.0 1.5 8.4 0.01\n");
        project.Write("data/b.dat", "1 0.5 0.5 0.5 0.5\n");

        BuildResult build = project.Build("-t:AnchorFitGenerate", "-v:n");
        Assert.Empty(build.Warnings);
        Assert.Contains("classes: car (1), dog (1)", build.Output, StringComparison.Ordinal);
        string weighted = project.Read("obj/Debug/net10.0/pipeline.config");

        project.Write("Training.csproj", project.Read("Training.csproj").Replace(" Weight=\"3\"", "", StringComparison.Ordinal));
        Assert.Equal(["setting changed: annotation metadata"], project.Build("-t:AnchorFitGenerate").Reasons);
        Assert.NotEqual(weighted, project.Read("obj/Debug/net10.0/pipeline.config"));

        project.Write("Training.csproj", project.Read("Training.csproj").Replace("\"Yolo\"", "\"Yollo\"", StringComparison.Ordinal));
        Error error = Assert.Single(project.TryBuild("-t:AnchorFitGenerate").Errors);
        Assert.Equal("AFB1009", error.Code);
    }

    [Fact]
    public void RecordsThatTheConfigNamesAreRead()
    {
        using TrainingProject project = TrainingProject.Empty(
            package, Properties + "<AnchorFitFromInputReader>true</AnchorFitFromInputReader><AnchorFitCheckRecords>true</AnchorFitCheckRecords>", string.Empty);
        project.Write("base.config", FixedShape + "train_input_reader { tf_record_input_reader { input_path: 'records/train-?????-of-00002' } }\n");
        BuildResult none = project.TryBuild("-t:AnchorFitGenerate");
        Assert.Equal("AFB4029", Assert.Single(none.Errors).Code);

        byte[] record = ExampleRecord.File("cat", (0.5f, 0.5f));
        File.WriteAllBytes(WithFolder(project, "records/train-00000-of-00002"), record);
        Assert.Contains("1 box in 1 file,", project.Build("-t:AnchorFitGenerate").Headline, StringComparison.Ordinal);
        Assert.True(project.Build("-t:AnchorFitGenerate").FitWasSkipped);

        File.WriteAllBytes(project.PathOf("records/train-00001-of-00002"), ExampleRecord.File("dog", (0.25f, 0.5f), (0.5f, 1f)));
        BuildResult added = project.Build("-t:AnchorFitGenerate");
        Assert.Equal(["changed beside the annotations: records/train-?????-of-00002"], added.Reasons);
        Assert.Contains("3 boxes in 2 files,", added.Headline, StringComparison.Ordinal);

        record[100] ^= 1;
        File.WriteAllBytes(project.PathOf("records/train-00000-of-00002"), record);
        BuildResult broken = project.Build("-t:AnchorFitGenerate");
        Assert.Equal("records/train-00000-of-00002", Assert.Single(broken.Warnings).File);
        Assert.Contains("2 boxes in 2 files,", broken.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void EachBadFileGetsItsOwnLineAndCostsNothingElse()
    {
        using TrainingProject project = WithEveryFormat();
        project.Write("data/bad.json", """{"images":[{"id":1,"file_name":"a","width":400,"height":300}],"categories":[{"id":1,"name":"cat"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[0,0,"x",5]},{"id":2,"image_id":1,"category_id":1,"bbox":[0,0,10,5]}]}""");
        project.Write("data/bad.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\na,400,300,cat,0,0,10,5\na,400,300,cat,10,0,0,5\n");
        project.Write("data/bad.txt", "0 0.5 0.5 0.3 0.2\n0 0.5 0.5 0,3 0.2\n");
        project.Write("data/badkitti.txt", "Car 0.00 0 -1.5 0 0 100 50 1.5 1.6 3.9 1.0 1.5 8.4 0.01\nCar 0.00 0 -1.5 0 0\n");
        File.WriteAllBytes(project.PathOf("data/badkitti.png"), Png(400, 300));
        project.Write("data/bad.xml", "<annotation><size><width>400</width><height>300</height></size>\n<object><name>cat</name></object></annotation>");
        project.Write("data/badshapes.csv", "box_width,box_height,count\n20,10,2\n20,-1,2\n");

        BuildResult build = project.Build("-t:AnchorFitGenerate");

        Assert.Equal(
            ["data/bad.csv 3", "data/bad.json 1", "data/bad.txt 2", "data/bad.xml 2", "data/badkitti.txt 2", "data/badshapes.csv 3"],
            build.Warnings.Select(w => $"{w.File} {w.LineNumber}").Order(StringComparer.Ordinal));
        Assert.All(build.Warnings, w => Assert.True(w.ColumnNumber > 0, w.Text));
        Assert.StartsWith("AnchorFit: 22 boxes in 14 files", build.Headline, StringComparison.Ordinal);

        string config = project.Read("obj/Debug/net10.0/pipeline.config");
        project.Write("data/bad.json", """{"images":[""");
        File.WriteAllBytes(project.PathOf("data/bad.record"), ExampleRecord.File("cat", (0.5f, 0.5f)).AsSpan(0, 100).ToArray());
        project.Write("data/bad.csv", "a,b\n1,2\n");
        BuildResult broken = project.TryBuild("-t:AnchorFitGenerate");
        Assert.Equal(["data/bad.csv", "data/bad.json", "data/bad.record"], broken.Errors.Select(e => e.File).Order(StringComparer.Ordinal));
        Assert.Equal(config, project.Read("obj/Debug/net10.0/pipeline.config"));
    }

    /// <summary>Boxes of the ratio 2 in every format, in images of 400×300.</summary>
    private TrainingProject WithEveryFormat()
    {
        TrainingProject project = TrainingProject.Empty(package, Properties, Items);
        project.Write("base.config", FixedShape);
        project.Write("data/a.xml", Voc.Xml("cat", (100, 50), (40, 20)));
        project.Write("data/coco.json", """
            {"annotations":[{"id":7,"image_id":1,"category_id":5,"bbox":[10,10,100,50],"segmentation":[[10,10,110,60]],"iscrowd":0},
                            {"id":8,"image_id":1,"category_id":6,"bbox":[10,10,20,10]}],
             "images":[{"id":1,"file_name":"a.jpg","width":400,"height":300}],
             "categories":[{"id":5,"name":"cat"},{"id":6,"name":"dog"},{"id":7,"name":"unused"}]}
            """);
        project.Write("data/yolo/labels/a.txt", "0 0.5 0.5 0.25 0.16666666666666666\n1 0.5 0.5 0.5 0.3333333333333333\n");
        project.Write("data/yolo/labels/classes.txt", "owl\nfish\n");
        File.WriteAllBytes(WithFolder(project, "data/yolo/images/a.png"), Png(400, 300));
        project.Write("data/boxes.csv", "class,filename,xmax,xmin,ymax,ymin,width,height\ncat,a.jpg,110,10,60,10,400,300\nowl,b.jpg,30,10,20,10,400,300\n");
        project.Write("data/shapes.csv", "box_width,box_height,count,class\n20,10,3,bird\n40,20,2,cat\n");
        project.Write("data/kitti.txt", "Car 0.00 0 -1.5 0 0 100 50 1.5 1.6 3.9 1.0 1.5 8.4 0.01\nDontCare -1 -1 -10 200 200 300 220 -1 -1 -1 -1000 -1000 -1000 -10\n");
        File.WriteAllBytes(WithFolder(project, "data/kitti.png"), Png(400, 300));
        project.Write("data/oi.csv", "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n0001,xclick,/m/01,1,0,0.25,0,0.16666666666666666,0,0,0,0,0\n");
        File.WriteAllBytes(WithFolder(project, "data/train.record"), ExampleRecord.File("cat", (0.5f, 1 / 3f)));
        return project;
    }

    private static string WithFolder(TrainingProject project, string relative)
    {
        string path = project.PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The head of a picture, as far as its size.</summary>
    private static byte[] Png(int width, int height) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R',
        0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8, 2, 0, 0, 0, 0, 0, 0, 0,
    ];
}
