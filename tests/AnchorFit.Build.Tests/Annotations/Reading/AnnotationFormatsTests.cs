using System;
using System.IO;
using System.Linq;
using System.Text;
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
            [new AnnotationSource("a.xml", () => new MemoryStream(Encoding.UTF8.GetBytes(Yolo))) { Format = AnnotationFormat.Yolo }], 1, new ReadingOptions()));

        Assert.Single(file.Boxes);
        Assert.Equal(AnnotationFormat.Yolo, file.Format);
        Assert.True(file.SizesNotSought);
    }

    [Fact]
    public void EveryFormatHasAReaderAndAName()
    {
        foreach (AnnotationFormat format in Enum.GetValues<AnnotationFormat>())
        {
            Assert.NotNull(AnnotationFormats.CreateReader(format));
            Assert.False(AnnotationFormats.IsNamedLike(format, "a.png"));
        }
    }

    [Theory]
    [InlineData("PascalVoc", "a.xml")]
    [InlineData("Coco", "a.JSON")]
    [InlineData("Yolo", "a.txt")]
    [InlineData("Kitti", "a.txt")]
    [InlineData("Csv", "a.csv")]
    [InlineData("OpenImages", "a.csv")]
    [InlineData("TfRecord", "a.record")]
    [InlineData("TfRecord", "a.tfrecords.gz")]
    [InlineData("TfRecord", "train-00001-of-00002")]
    public void AFolderGivesFilesNamedLikeTheFormat(string format, string name)
    {
        AnnotationFormat[] named = [.. Enum.GetValues<AnnotationFormat>().Where(f => AnnotationFormats.IsNamedLike(f, name))];

        Assert.Contains(Enum.Parse<AnnotationFormat>(format), named);
        Assert.True(named.Length <= 2);
    }

    private static string? Detect(string path, Stream stream, byte[] content)
    {
        AnnotationFormat? format = AnnotationFormats.Detect(path, ref stream);
        using var rest = new MemoryStream();
        stream.CopyTo(rest);
        Assert.Equal(content, rest.ToArray());
        return format?.ToString();
    }
}
