using System;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

/// <summary>What files beside the labels say of classes, keypoints and sizes.</summary>
public sealed class YoloDatasetTests
{
    private const string Line = "1 0.5 0.5 0.5 0.5";

    [Theory]
    [InlineData("d/labels/train/classes.txt", "cat\ndog\n")]
    [InlineData("d/labels/train/classes.txt", "\uFEFF cat \r\n\tdog\t\r\n\r\n")]
    [InlineData("d/labels/train/obj.names", "cat\rdog")]
    [InlineData("d/labels/obj.names", "\ndog")]
    [InlineData("obj.names", "cat\ndog")]
    [InlineData("d/labels/train/_darknet.labels", "cat\ndog")]
    [InlineData("d/labels/classes.txt", "cat\ndog")]
    [InlineData("d/labels/train/data.yaml", "names: [cat, dog]")]
    [InlineData("d/data.yml", "Names: [cat, dog]")]
    [InlineData("d/labels/dataset.yaml", "names: {1: dog}")]
    [InlineData("d/data.yaml", "names:\n- cat\n- dog\n")]
    [InlineData("dataset.yaml", "names:\n  0: cat\n  1: dog\n")]
    public void NamesStandBesideTheLabelsOrAbove(string path, string content)
    {
        AnnotationFile file = YoloText.Read(Line, new Beside().Add(path, content), "d/labels/train/a.txt");

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["dog"], file.ClassNames);
        Assert.Equal(new Companion(path, "there"), file.Companions[^1]);
        Assert.All(file.Companions.SkipLast(1), c => Assert.Equal("absent", c.State));
    }

    [Fact]
    public void EveryPlaceIsTriedInOrderAndRemembered()
    {
        var beside = new Beside();
        AnnotationFile file = YoloText.Read(Line, beside, "d/labels/train/a.txt");

        string[] places =
        [
            "d/labels/train/classes.txt", "d/labels/train/data.yaml", "d/labels/train/data.yml", "d/labels/train/dataset.yaml", "d/labels/train/obj.names", "d/labels/train/_darknet.labels",
            "d/labels/classes.txt", "d/labels/data.yaml", "d/labels/data.yml", "d/labels/dataset.yaml", "d/labels/obj.names",
            "d/data.yaml", "d/data.yml", "d/dataset.yaml", "d/obj.names", "data.yaml", "data.yml", "dataset.yaml", "obj.names",
        ];
        Assert.Equal(places, beside.Asked);
        Assert.Equal(places.Select(p => new Companion(p, "absent")), file.Companions);
        Assert.Equal(["2"], file.ClassNames);
    }

    [Fact]
    public void NamesBelowAnotherKeyAreTold()
    {
        AnnotationFile file = YoloText.Read(Line, new Beside().Add("d/data.yaml", "dataset:\n  nc: 2\n  names: [cat, dog]\n"), "d/labels/a.txt");

        Assert.Equal(
            "d/data.yaml(3,3): warning AFB2221: the class names are not understood, so classes are called by their numbers: 'names' stands below another key; write them as names: [cat, dog], or a name a line",
            Assert.Single(file.Diagnostics).ToString());
        Assert.Equal(["2"], file.ClassNames);
    }

    [Fact]
    public void AFolderIsLookedThroughOnceAndAFileReadOnce()
    {
        Beside beside = new Beside().Add("d/data.yaml", "names: [cat, dog]");
        var reader = new YoloReader();
        ReadingOptions options = beside.Options;
        AnnotationFile Read(string path) =>
            reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Line)), new AnnotationSource(path, () => Stream.Null), options);

        AnnotationFile[] files = [Read("d/labels/train/a.txt"), Read("d/labels/train/b.txt"), Read("d/labels/val/a.txt")];

        Assert.All(files, f => Assert.Equal(["dog"], f.ClassNames));
        Assert.Same(files[0].Companions, files[1].Companions);
        Assert.Equal(["d/data.yaml"], beside.Opened);
        Assert.Equal(beside.Asked.Distinct(), beside.Asked);

        // Another run looks anew.
        options = new Beside().Add("d/data.yaml", "names: [bird, fish]").Options;
        Assert.Equal(["fish"], Read("d/labels/train/a.txt").ClassNames);
    }

    [Fact]
    public void TheNearestNamesCount()
    {
        Beside beside = new Beside().Add("labels/train/classes.txt", "a\nb").Add("labels/train/data.yaml", "names: [c, d]").Add("classes.txt", "e\nf");
        Assert.Equal(["b"], YoloText.Read(Line, beside, "labels/train/a.txt").ClassNames);
        Assert.Equal(["labels/train/classes.txt"], beside.Asked);
    }

    [Fact]
    public void ADescriptionWithoutNamesLeavesThemToOthers()
    {
        Beside beside = new Beside().Add("labels/classes.txt", "\n \n").Add("labels/data.yaml", "kpt_shape: [1, 2]").Add("data.yaml", "names: [a, b]\nkpt_shape: [2, 2]");
        AnnotationFile file = YoloText.Read("1 0.5 0.5 0.5 0.5 0.1 0.1", beside);
        Assert.Equal(["b"], file.ClassNames);
        Assert.Equal(0.25, file.Boxes[0].Edges.XMin);
    }

    [Theory]
    [InlineData("names.txt", "cat\ndog")]
    [InlineData("C:/sets/all.yaml", "names: [cat, dog]")]
    [InlineData("x.YML", "names:\n  1: dog")]
    public void TheUserMayNameTheFile(string path, string content)
    {
        Beside beside = new Beside().Add(path, content).Add("labels/classes.txt", "a\nb");
        var source = new AnnotationSource("labels/a.txt", () => Stream.Null) { NamesFile = path };
        AnnotationFile file = new YoloReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Line)), source, beside.Options);
        Assert.Equal(["dog"], file.ClassNames);
        Assert.Equal([new Companion(path, "there")], file.Companions);
        Assert.Empty(file.Diagnostics);
    }

    [Theory]
    [InlineData(null, "x.names: error AFB2220: the file of class names can't be read: it does not exist; correct the metadata ClassNames, or the file")]
    [InlineData("\n", "x.names(1,1): error AFB2221: the class names are not understood, so classes are called by their numbers: there are none in the file; write them as names: [cat, dog], or a name a line")]
    [InlineData("a\n\0", "x.names(2,1): error AFB2221: the class names are not understood, so classes are called by their numbers: the file is not UTF-8 text; write them as names: [cat, dog], or a name a line")]
    public void ANamedFileHasToSayTheNames(string? content, string expected)
    {
        var beside = new Beside();
        _ = content is null ? beside : beside.Add("x.names", content);
        var source = new AnnotationSource("labels/a.txt", () => Stream.Null) { NamesFile = "x.names" };
        AnnotationFile file = new YoloReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Line)), source, beside.Options);

        YoloText.AssertSays(expected, file);
        Assert.Empty(file.Boxes);
        Assert.Equal("x.names", Assert.Single(file.Companions).Path);
    }

    [Fact]
    public void NamesThatCanNotBeReadAreTold()
    {
        Beside beside = new Beside().Add("labels/classes.txt", () => throw new UnauthorizedAccessException("no")).Add("labels/data.yaml", "names: [a, b]");
        AnnotationFile file = YoloText.Read(Line, beside);
        YoloText.AssertSays("labels/classes.txt: warning AFB2220: the file of class names can't be read: access is denied; correct the metadata ClassNames, or the file", file);
        Assert.Equal(["b"], file.ClassNames);

        beside.Add("labels/classes.txt", new byte[(4 << 20) + 1]);
        YoloText.AssertSays("labels/classes.txt: warning AFB2220: the file of class names can't be read: it is larger than 4 MiB; correct the metadata ClassNames, or the file", YoloText.Read(Line, beside));
    }

    [Fact]
    public void NamesThatAreNotUnderstoodLeaveTheNumbers()
    {
        AnnotationFile file = YoloText.Read(Line, new Beside().Add("labels/data.yaml", "nc: 2\nnames: two.txt\n").Add("data.yaml", "names: [a, b]"));
        YoloText.AssertSays("labels/data.yaml(2,8): warning AFB2221: the class names are not understood, so classes are called by their numbers: they are neither a list nor names by number; write them as names: [cat, dog], or a name a line", file);
        Assert.Equal(["2"], file.ClassNames);
        Assert.Single(file.Boxes);
    }

    [Fact]
    public void TheSameNameTwiceIsOneClass()
    {
        AnnotationFile file = YoloText.Read("2 0.5 0.5 0.5 0.5\n0 0.5 0.5 0.5 0.5\n1 0.5 0.5 0.5 0.5\n0 0.5 0.5 0.5 0.5", new Beside().Add("labels/classes.txt", "a\nb\na"));
        Assert.Equal(["a", "b"], file.ClassNames);
        Assert.Equal([0, 0, 1, 0], file.Boxes.Select(b => b.ClassIndex));
    }

    [Fact]
    public void TheSizeComesFromTheUserThenTheDescriptionThenTheImage()
    {
        byte[] image = Images.TinyImages.Png(30, 20);
        Beside beside = new Beside().Add("labels/data.yaml", "image_width: 640\nimage_height: 480\nnames: [a, b]").Add("images/a.jpg", image);
        var source = new AnnotationSource("labels/a.txt", () => Stream.Null);

        Assert.Equal(new ImageSize(8, 9), YoloText.ReadForSize(beside, source with { ImageSize = new ImageSize(8, 9) }).Images[0].Size);
        Assert.Equal(new ImageSize(640, 480), YoloText.ReadForSize(beside, source).Images[0].Size);
        Assert.DoesNotContain("images/a.jpg", beside.Asked);

        beside.Add("labels/data.yaml", "names: [a, b]");
        AnnotationFile file = YoloText.ReadForSize(beside, source);
        Assert.Equal(new ImageSize(30, 20), file.Images[0].Size);
        Assert.Equal(["labels/classes.txt", "labels/data.yaml", "images/a.jpg"], file.Companions.Select(c => c.Path));
        Assert.Null(YoloText.Read(Line, beside).Images[0].Size);
    }

    [Fact]
    public void AMissingImageIsAFaultOfTheSizeAlone()
    {
        AnnotationFile file = YoloText.ReadForSize(new Beside().Add("labels/classes.txt", "a"), new AnnotationSource("labels/a.txt", () => Stream.Null));
        Assert.Empty(file.Diagnostics);
        Assert.Single(file.Boxes);
        Assert.Null(file.Images[0].Size);
        Assert.Equal("there is no image 'images/a.jpg' (nor .jpeg, .png, .bmp, .gif, .webp, nor one in 'labels/')", file.Images[0].SizeFault);
        Assert.Contains(new Companion("images/a.jpg", "absent"), file.Companions);
        Assert.Contains(new Companion("labels/a.png", "absent"), file.Companions);
    }
}
