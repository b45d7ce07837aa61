using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

public sealed class YoloReaderTests
{
    private static void AssertBoxes(AnnotationFile file, params (double XMin, double YMin, double XMax, double YMax)[] boxes)
    {
        Assert.Empty(file.Diagnostics);
        Assert.Equal(boxes.Length, file.Boxes.Count);
        for (int i = 0; i < boxes.Length; i++)
        {
            PixelBox edges = file.Boxes[i].Edges;
            Assert.Equal(boxes[i].XMin, edges.XMin, 12);
            Assert.Equal(boxes[i].YMin, edges.YMin, 12);
            Assert.Equal(boxes[i].XMax, edges.XMax, 12);
            Assert.Equal(boxes[i].YMax, edges.YMax, 12);
        }
    }

    [Fact]
    public void ReadsWhatLabellingToolsWrite()
    {
        AnnotationFile file = YoloText.Read("15 0.500000 0.250000 0.250000 0.125000\n0 0.5 0.5 1 1\n15 0.25 0.75 0.5 0.5\n");

        Assert.Empty(file.Diagnostics);
        Assert.Equal("labels/a.txt", file.Path);
        Assert.Equal(BoxUnit.Fractions, file.Unit);
        Assert.Equal(["16", "1"], file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0.375, 0.1875, 0.625, 0.3125), 0, BoxFlags.None, 1),
                new GroundTruthBox(new PixelBox(0, 0, 1, 1), 1, BoxFlags.None, 2),
                new GroundTruthBox(new PixelBox(0, 0.5, 0.5, 1), 0, BoxFlags.None, 3),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal([new AnnotatedImage(null, default)], file.Images);
    }

    [Theory]
    [InlineData("0 0.5 0.5 0.5 0.5")]
    [InlineData("\uFEFF0 0.5 0.5 0.5 0.5\r\n")]
    [InlineData("\r\n\r\n  0\t0.5 0.5   0.5 0.5  \r\n\t\r\n")]
    [InlineData("\r0 .5 5e-1 +0.5 0.50000000000000000\r")]
    [InlineData("0.0 0.5 0.5 0.5 0.5")]
    [InlineData("0e0 0.5 0.5 0.5 0.5 0.987654321")]
    [InlineData("0 0.25 0.25 0.75 0.25 0.75 0.75 0.25 0.75")]
    [InlineData("0 0.75 0.25 0.25 0.5 0.5 0.75")]
    [InlineData("0 0.5 0.25 0.75 0.5 0.5 0.75 0.25 0.5 0.3 0.3")]
    [InlineData("0 0.5 0.5 0.5 0.5 0.4 0.4 2")]
    [InlineData("0 0.5 0.5 0.5 0.5 0.4 0.4 1")]
    [InlineData("0 0.5 0.5 0.5 0.5 0.4 0.4 1.000 0.3 0.3 2.0")]
    [InlineData("0 0.5 0.5 0.5 0.5 0 0 0 0.1 0.2 1 0.3 0.4 1 0.3 0.4 0")]
    public void EveryStyleIsTheSameBox(string text)
    {
        AnnotationFile file = YoloText.Read(text);

        AssertBoxes(file, (0.25, 0.25, 0.75, 0.75));
        Assert.Equal(["1"], file.ClassNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData(" \t \r\n\r\n")]
    [InlineData("\uFEFF")]
    public void AnEmptyFileIsAnImageWithoutObjects(string text)
    {
        AnnotationFile file = YoloText.Read(text);

        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
        Assert.Single(file.Images);
        Assert.Equal(0, file.ObjectCount);
    }

    [Fact]
    public void RoundingAtTheEdgeIsNoFault() =>
        AssertBoxes(YoloText.Read("0 0.5 0.5 1.001 1.0015\n0 0.0 0.1 0.0015 0.1999"), (-0.0005, -0.00075, 1.0005, 1.00075), (-0.00075, 0.00005, 0.00075, 0.19995));

    [Fact]
    public void TwoKeypointsThatMayBeAPolygonAreOne() =>
        AssertBoxes(YoloText.Read("0 0.5 0.5 0.4 0.4 0.3 0.3 0 0.6 0.6 1"), (0, 0.3, 0.6, 1));

    [Theory]
    [InlineData("kpt_shape: [2, 2]", "0 0.5 0.5 0.5 0.5 0.1 0.1 0.9 0.9")]
    [InlineData("kpt_shape: [2, 2] # x and y", "0 0.5 0.5 0.5 0.5 0.1 0.1")]
    [InlineData("kpt_shape:\n  - 2\n  - 3", "0 0.5 0.5 0.5 0.5 0.1 0.1 0 0.2 0.2 1")]
    [InlineData("kpt_shape: [17, 3]", "0 0.5 0.5 0.5 0.5")]
    public void TheShapeOfKeypointsTellsPosesFromPolygons(string yaml, string line) =>
        AssertBoxes(YoloText.Read(line, new Beside().Add("labels/data.yaml", yaml)), (0.25, 0.25, 0.75, 0.75));

    [Theory]
    [InlineData("labels/classes.txt", "cat\ndog\n")]
    [InlineData("README.dataset.txt", "A set of cats\n\n2 classes and 100 images in all\n")]
    [InlineData("readme.roboflow.txt", "http://example.test\n")]
    [InlineData("data/Classes.TXT", "0\n1\n")]
    [InlineData("train.txt", "data/images/a.jpg\ndata/images/b c.PNG\n")]
    [InlineData("train.txt", "0001.jpg\r\n0002.jpg\r\n")]
    public void WhatStandsAmongLabelsIsLeftOut(string path, string text)
    {
        AnnotationFile file = YoloText.Read(text, new Beside().Add("labels/classes.txt", "cat\ndog\n"), path);

        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Images);
        Assert.Empty(file.Boxes);
        Assert.Empty(file.ClassNames);
        Assert.Equal(0, file.ObjectCount);
    }

    [Fact]
    public void AnImageMayBeCalledClasses() => Assert.Single(YoloText.Read("0 0.5 0.5 0.5 0.5", path: "labels/classes.txt").Boxes);

    [Fact]
    public void OneReaderReadsFileAfterFile()
    {
        var reader = new YoloReader();
        ReadingOptions options = new Beside().Options;
        AnnotationFile Read(string text) =>
            reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new AnnotationSource("a.txt", () => Stream.Null), options);

        AnnotationFile first = Read("3 0.5 0.5 0.5 0.5\n4 9 0.5 0.5 0.5");
        AnnotationFile second = Read("4 0.5 0.5 0.5 0.5");
        AnnotationFile third = Read("4 0.1 0.1 0.1 0.1");

        Assert.Equal(["4", "5"], first.ClassNames);
        Assert.Single(first.Diagnostics);
        Assert.Equal(["5"], second.ClassNames);
        Assert.Empty(second.Diagnostics);
        Assert.Equal(0, second.Boxes[0].ClassIndex);
        Assert.Same(second.ClassNames, third.ClassNames);
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(70_000, 2)]
    [InlineData(131_072, 3)]
    public void LargeFilesTellHowManyBoxesWereRead(int lines, int calls)
    {
        List<int> told = [];
        string text = string.Concat(Enumerable.Repeat("0 0.5 0.5 0.5 0.5\nx\n", lines / 2));
        AnnotationFile file = new YoloReader().Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), new AnnotationSource("a.txt", () => Stream.Null), new ReadingOptions { BoxesRead = told.Add });

        Assert.Equal(calls, told.Count);
        Assert.Equal(calls == 0 ? 0 : file.Boxes.Count, told.Sum());
        Assert.Equal(lines / 2, file.Boxes.Count);
    }

    [Fact]
    public void ACancelledReadStops()
    {
        string text = string.Concat(Enumerable.Repeat("0 0.5 0.5 0.5 0.5\n", 70_000));
        Assert.Throws<OperationCanceledException>(() => new YoloReader().Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new AnnotationSource("a.txt", () => Stream.Null),
            new ReadingOptions { Cancellation = new CancellationToken(canceled: true) }));
    }
}
