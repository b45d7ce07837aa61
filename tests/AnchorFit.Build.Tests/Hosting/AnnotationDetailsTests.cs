using System;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xunit;

namespace AnchorFit.Tests.Hosting;

public class AnnotationDetailsTests
{
    private readonly DiagnosticBag _diagnostics = [];

    private static ProjectPaths Project { get; } = new("/project");

    [Fact]
    public void WithoutMetadataNothingIsKept()
    {
        AnnotationDetails details = Read("", Item("a.xml"));

        Assert.Equal(string.Empty, details.Identity);
        Assert.Equal(AnnotationDetail.None, Of(details, "a.xml"));
    }

    [Fact]
    public void EveryMetadataReachesItsFile()
    {
        AnnotationDetails details = Read(
            "", Item("a.txt", "Format", "yolo", "Weight", " 2.5 ", "ClassNames", "names.txt", "Images", "jpg", "ImageSize", "640x480"), Item("b.xml"));

        Assert.Empty(_diagnostics);
        Assert.Equal(
            new AnnotationDetail { Format = AnnotationFormats.Yolo, Weight = 2.5, NamesFile = "names.txt", ImagesDirectory = "jpg", ImageSize = new ImageSize(640, 480) },
            Of(details, "a.txt"));
        AnnotationSource source = Of(details, "a.txt").Apply(new AnnotationSource("a.txt", () => throw new NotSupportedException()));
        Assert.Equal((AnnotationFormats.Yolo, 2.5, "names.txt", "jpg"), (source.Format, source.Weight, source.NamesFile, source.ImagesDirectory));
        Assert.Equal(new ImageSize(640, 480), source.ImageSize);
        Assert.Equal(AnnotationDetail.None, Of(details, "b.xml"));
    }

    [Fact]
    public void ThePropertyIsTheFormatOfFilesThatNameNone()
    {
        AnnotationDetails details = Read("Kitti", Item("a.txt", "Weight", "2"), Item("b.txt", "Format", "Yolo"), Item("c.txt"));

        Assert.Equal(AnnotationFormats.Kitti, Of(details, "a.txt").Format);
        Assert.Equal(AnnotationFormats.Yolo, Of(details, "b.txt").Format);
        Assert.Equal(AnnotationFormats.Kitti, Of(details, "c.txt").Format);
        Assert.Equal(AnnotationFormats.Kitti, Of(details, "from/a/folder.txt").Format);
    }

    [Theory]
    [InlineData("Format", "cocco", "PascalVoc, Coco, Yolo, Csv, TfRecord, Kitti, OpenImages, Via, LabelStudio, Cvat, LabelMe, CreateMl, Vott, Datumaro")]
    [InlineData("Format", "1", "PascalVoc, Coco, Yolo, Csv, TfRecord, Kitti, OpenImages, Via, LabelStudio, Cvat, LabelMe, CreateMl, Vott, Datumaro")]
    [InlineData("Weight", "0", "a number above zero, such as 2 or 0.5")]
    [InlineData("Weight", "-1", "a number above zero, such as 2 or 0.5")]
    [InlineData("Weight", "2,5", "a number above zero, such as 2 or 0.5")]
    [InlineData("Weight", "1e999", "a number above zero, such as 2 or 0.5")]
    [InlineData("ImageSize", "640", "WIDTHxHEIGHT in pixels, such as 640x480")]
    [InlineData("ImageSize", "640x0", "WIDTHxHEIGHT in pixels, such as 640x480")]
    public void AWrongValueIsToldOnceForAllItemsThatHaveIt(string name, string value, string accepted)
    {
        Read("", Item("a.txt", name, value), Item("b.txt", name, value), Item("c.txt"), Item("d.txt", name, value));

        Assert.Equal($"x.csproj: error AFB1009: {name} of the item AnchorAnnotations 'a.txt' is '{value}'; accepted: {accepted}", Assert.Single(_diagnostics).ToString());
    }

    [Fact]
    public void TheIdentityTellsWhenMetadataChange()
    {
        string[] identities =
        [
            Read("", Item("a.txt", "Weight", "2")).Identity,
            Read("", Item("a.txt", "Weight", "3")).Identity,
            Read("", Item("b.txt", "Weight", "2")).Identity,
            Read("", Item("a.txt", "Weight", "2", "Images", "x")).Identity,
            Read("", Item("a.txt", "Weight", "2", "ClassNames", "x")).Identity,
        ];

        Assert.Equal(identities.Length, identities.Distinct().Count());
        Assert.Equal(identities[0], Read("", Item("a.txt", "Weight", " 2"), Item("c.txt")).Identity);
    }

    private static AnnotationDetail Of(AnnotationDetails details, string path) => details.Of(Project.Absolute(path));

    private static TaskItem Item(string path, params string[] metadata)
    {
        var item = new TaskItem(path);
        for (int i = 0; i < metadata.Length; i += 2)
        {
            item.SetMetadata(metadata[i], metadata[i + 1]);
        }

        return item;
    }

    private AnnotationDetails Read(string format, params ITaskItem[] items) =>
        AnnotationDetails.Read(items, new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorAnnotationsFormat", format)), Project, _diagnostics);
}
