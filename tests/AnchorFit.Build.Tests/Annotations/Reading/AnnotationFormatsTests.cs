using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.Reading;

public class AnnotationFormatsTests
{
    private const string Voc = "<annotation/>";
    private const string Coco = """{"images":[],"annotations":[],"categories":[]}""";
    private const string Boxes = "filename,width,height,class,xmin,ymin,xmax,ymax\na,4,3,c,0,0,1,1\n";
    private const string Shapes = "box_width,box_height\n1,2\n";
    private const string OpenImages = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n";
    private const string Kitti = "Car 0.00 0 -1.5 0 0 100 50 1.5 1.6 3.9 1.0 1.5 8.4 0.01\n";
    private const string Yolo = "0 0.5 0.5 0.25 0.25\n";

    [Theory]
    [InlineData("a.xml", Voc, "PascalVoc")]
    [InlineData("dir.json/a.XML", Coco, "PascalVoc")]
    [InlineData("a.json", "", "Coco")]
    [InlineData("a.csv", Boxes, "Csv")]
    [InlineData("a.csv", Shapes, "Csv")]
    [InlineData("a.csv", "", "Csv")]
    [InlineData("a.csv", OpenImages, "OpenImages")]
    [InlineData("a.txt", Kitti, "Kitti")]
    [InlineData("a.txt", Yolo, "Yolo")]
    [InlineData("a.txt", "", "Yolo")]
    [InlineData("a.record", "", "TfRecord")]
    [InlineData("a.tfrecord.gz", "", "TfRecord")]
    [InlineData("dir\\train-00000-of-00010", "", "TfRecord")]
    [InlineData("a.dat", Voc, "PascalVoc")]
    [InlineData("a.dat", "\uFEFF\r\n <?xml version='1.0'?>", "PascalVoc")]
    [InlineData("a.dat", Coco, "Coco")]
    [InlineData("a.dat", Boxes, "Csv")]
    [InlineData("a.dat", OpenImages, "OpenImages")]
    [InlineData("a.dat", Kitti, "Kitti")]
    [InlineData("noextension", Yolo, "Yolo")]
    public void TheNameTellsOrElseTheContent(string path, string content, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);

        Assert.Equal(expected, Detect(path, new MemoryStream(bytes), bytes));
        Assert.Equal(expected, Detect(path, new PiecewiseStream(bytes, 3), bytes));
    }

    [Fact]
    public void ARecordIsToldByItsFirstLength()
    {
        byte[] bytes = TfRecordWriter.Write(TfExamples.Good());

        Assert.Equal("TfRecord", Detect("a.dat", new MemoryStream(bytes), bytes));
    }

    [Fact]
    public void APictureIsNoAnnotation()
    {
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource("a.jpg", () => new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]))], 1, new ReadingOptions()));

        Assert.Equal(
            "a.jpg: error AFB2007: the file is a JPEG image and holds no annotations: name the files with the boxes in AnchorAnnotations, such as data/annotations/*.xml",
            Assert.Single(file.Diagnostics).ToString());
    }

    [Fact]
    public void WhatTheUserSaysCounts()
    {
        AnnotationFile file = Assert.Single(AnnotationReading.ReadAll(
            [new AnnotationSource("a.xml", () => new MemoryStream(Encoding.UTF8.GetBytes(Yolo))) { Format = AnnotationFormats.Yolo }], 1, new ReadingOptions()));

        Assert.Single(file.Boxes);
        Assert.Equal(AnnotationFormats.Yolo, file.Format);
        Assert.True(file.SizesNotSought);
    }

    [Theory]
    [InlineData("Via", """{"_via_settings": {"ui": {}}, "_via_img_metadata": {}}""")]
    [InlineData("Via", """{"a.jpg12": {"filename": "a.jpg", "size": 12, "regions": [], "file_attributes": {}}}""")]
    [InlineData("Via", "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\n")]
    [InlineData("LabelStudio", """[{"id": 1, "annotations": [], "predictions": [], "data": {"image": "/data/a.jpg"}}]""")]
    [InlineData("LabelStudio", """[{"image": "/data/a.jpg", "id": 1, "label": [], "annotator": 1, "annotation_id": 1}]""")]
    [InlineData("Cvat", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- from a tool -->\n<annotations>\n</annotations>")]
    [InlineData("LabelMe", """{"version": "5.4.1", "flags": {}, "shapes": [], "imagePath": "a.jpg"}""")]
    [InlineData("CreateMl", """[{"image": "a.jpg", "annotations": []}]""")]
    [InlineData("Vott", """{"name": "p", "videoSettings": {"frameExtractionRate": 15}, "tags": [], "assets": {}}""")]
    [InlineData("Vott", """{"asset": {"name": "a.jpg"}, "regions": [], "version": "2.2.0"}""")]
    [InlineData("Datumaro", """{"info": {}, "categories": {"label": {"labels": []}}, "items": []}""")]
    [InlineData("Coco", """{"info": {"a": 1}, "licenses": [], "images": [{"id": 1}], "annotations": [], "categories": []}""")]
    public void FormatsThatShareAnEndingAreToldByTheirContent(string format, string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        string ending = AnnotationFormats.Find(format)!.Endings.Last(e => e == (content[0] == '<' ? ".xml" : content[0] is '{' or '[' ? ".json" : ".csv"));

        Assert.Equal(format, Detect("a" + ending, new MemoryStream(bytes), bytes));
        Assert.Equal(format, Detect("a.dat", new MemoryStream(bytes), bytes));
        Assert.Equal(format, Detect("a" + ending, new PiecewiseStream(bytes, 3), bytes));
    }

    /// <summary>The picture itself may stand before what shows the format.</summary>
    [Fact]
    public void WhatShowsAJsonFormatMayStandFarBehind()
    {
        byte[] bytes = Encoding.UTF8.GetBytes($$"""{"imageData": "{{new string('A', 600_000)}}", "shapes": []}""");

        Assert.Equal("LabelMe", Detect("a.json", new MemoryStream(bytes), bytes));
    }

    [Fact]
    public void EveryFormatHasAReaderANameAndFilesThatAreCalledSo()
    {
        Assert.All(AnnotationFormats.All, format =>
        {
            Assert.NotNull(format.CreateReader());
            Assert.False(format.IsNamedLike("a.png"));
            Assert.Equal(format, AnnotationFormats.Find(format.Name.ToUpperInvariant()));
        });
        Assert.Null(AnnotationFormats.Find("1"));
    }

    /// <summary>A new format is a row: what people read and choose of it is held to the rows.</summary>
    [Fact]
    public void EveryFormatStandsInTheGuideTheReadmeAndThePropertyPages()
    {
        string[] names = [.. AnnotationFormats.All.Select(f => f.Name)];
        string guide = Repository.Read("docs/guides/datasets.md");
        Assert.Equal(names, guide.Split('\n').Select(l => l.Split('`')).Where(p => p.Length > 2 && p[0] == "| " && p[2].StartsWith(" | a", StringComparison.Ordinal) | p[2].StartsWith(" | rec", StringComparison.Ordinal)).Select(p => p[1]));
        Assert.Contains(string.Join(", ", names.SkipLast(1).Select(n => $"`{n}`")) + $" or `{names[^1]}`", Repository.Read("README.md"), StringComparison.Ordinal);
        foreach (string page in (string[])["build/Rules/AnchorFitPropertyPage.xaml", "build/Rules/AnchorAnnotations.xaml"])
        {
            XElement property = XDocument.Parse(Repository.Read(page)).Descendants()
                .Single(e => e.Name.LocalName == "EnumProperty" && (string?)e.Attribute("Name") is "Format" or "AnchorAnnotationsFormat");
            Assert.Equal(
                AnnotationFormats.All.Select(f => (f.Name, f.Title)),
                property.Elements().Where(e => e.Name.LocalName == "EnumValue").Skip(1).Select(e => (e.Attribute("Name")!.Value, e.Attribute("DisplayName")!.Value)));
        }
    }

    [Theory]
    [InlineData("PascalVoc", "a.xml")]
    [InlineData("Cvat", "a.XML")]
    [InlineData("Coco", "a.JSON")]
    [InlineData("Datumaro", "a.json")]
    [InlineData("Yolo", "a.txt")]
    [InlineData("Kitti", "a.txt")]
    [InlineData("Csv", "a.csv")]
    [InlineData("Via", "a.csv")]
    [InlineData("OpenImages", "a.csv")]
    [InlineData("TfRecord", "a.record")]
    [InlineData("TfRecord", "a.tfrecords.gz")]
    [InlineData("TfRecord", "train-00001-of-00002")]
    public void AFolderGivesFilesNamedLikeTheFormat(string format, string name) =>
        Assert.Contains(format, AnnotationFormats.All.Where(f => f.IsNamedLike(name)).Select(f => f.Name));

    private static string? Detect(string path, Stream stream, byte[] content)
    {
        var detection = new FormatDetection();
        AnnotationFormat? format = detection.Detect(path, detection.ReadHead(ref stream), stream, default);
        using var rest = new MemoryStream();
        stream.CopyTo(rest);
        Assert.Equal(content, rest.ToArray());
        return format?.ToString();
    }
}
