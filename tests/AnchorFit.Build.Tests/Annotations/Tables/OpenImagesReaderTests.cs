using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

public sealed class OpenImagesReaderTests
{
    private const string Header = "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n";

    private const string Good = Header + """
        000a1249af2bc5f0,xclick,/m/01g317,1,0.25,0.75,0.125,0.5,1,0,0,0,0
        0001eeaf4aed83f9,activemil,/m/0cmf2,1,0,0.973438,0.005,1,-1,-1,-1,-1,-1
        000a1249af2bc5f0,xclick,/m/0cmf2,1,0.5,0.625,0.5,1.000001,0,1,1,0,0

        """;

    private const string Columns = "a table of Open Images boxes has ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax and flags";

    private static AnnotationFile Read(string text) => TableReading.Read(new OpenImagesReader(), text);

    [Fact]
    public void ReadsTheSetsOwnTables()
    {
        AnnotationFile file = Read(Good);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(BoxUnit.Fractions, file.Unit);
        Assert.Equal(["/m/01g317", "/m/0cmf2"], file.ClassNames);
        Assert.Equal(["000a1249af2bc5f0", "0001eeaf4aed83f9"], file.Images.Select(i => i.Name));
        Assert.All(file.Images, i => Assert.Null(i.Size));
        Assert.Equal("a table of Open Images doesn't say the sizes of its images", file.Images[0].SizeFault);
        Assert.Equal([2, 3], file.Images.Select(i => i.SizeAt.Line));
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0.25, 0.125, 0.75, 0.5), 0, BoxFlags.None, 2, 0),
                new GroundTruthBox(new PixelBox(0, 0.005, 0.973438, 1), 1, BoxFlags.None, 3, 1),
                new GroundTruthBox(new PixelBox(0.5, 0.5, 0.625, 1.000001), 1, BoxFlags.Truncated | BoxFlags.GroupOf, 4, 0),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
    }

    /// <summary>The API joins tables of boxes with tables of image labels; those rows have no edges.</summary>
    [Fact]
    public void RowsWithoutEdgesAreNoObjects()
    {
        AnnotationFile file = Read("ImageID,LabelName,XMin,XMax,YMin,YMax,ConfidenceImageLabel\na,/m/1,0.1,0.2,0.3,0.4,\na,/m/2,,,,,1\nb,/m/2,,,,,1\n");

        Assert.Empty(file.Diagnostics);
        Assert.Equal(1, file.ObjectCount);
        Assert.Single(file.Boxes);
        Assert.Equal(["/m/1"], file.ClassNames);
        Assert.Equal(["a", "b"], file.Images.Select(i => i.Name));
    }

    [Theory]
    [InlineData("b,x,/m/1,1,0.1,x,0.3,0.4", "a.csv(3,16): warning AFB2013: 'XMax' of the box of '/m/1' is 'x', not a fraction of the image, and the box is left out: write it like 0.25")]
    [InlineData("b,x,/m/1,1,0.3,0.1,0.3,0.4", "a.csv(3,12): warning AFB2015: the corners of the box of '/m/1' are swapped (XMin 0.3 is greater than XMax 0.1) and it is left out: exchange the values")]
    [InlineData("b,x,/m/1,1,0.3,0.3,0.3,0.4", "a.csv(3,12): warning AFB2016: the box of '/m/1' has no area (XMin and XMax are both 0.3) and is left out: draw it again, or remove the object")]
    [InlineData("b,x,/m/1,1,20,120,10,70", "a.csv(3,12): warning AFB2017: the box of '/m/1' (XMin 20, YMin 10, XMax 120, YMax 70) lies outside its image, which reaches from 0 to 1, and is left out: write its edges as fractions of the image")]
    [InlineData("b,x,/m/1,1,0.1,0.2,0.3", "a.csv(3,1): warning AFB2012: the row has 7 fields, so 'YMax' is missing, and it is left out: complete the row, or export the file again")]
    [InlineData("b,x,/m/1,1,0.1,0.2,0.3,0.4,0,0,0,0,0,0", "a.csv(3,38): warning AFB2144: the row has 14 fields, the header 13, and it is left out: quote a field that has the separator in it")]
    [InlineData(",x,/m/1,1,0.1,0.2,0.3,0.4", "a.csv(3,1): warning AFB2147: 'ImageID' is empty, so nobody knows which image has the box, and the row is left out: fill in the image's file name")]
    public void OneBadRowCostsNoOther(string broken, string expected)
    {
        AnnotationFile file = Read($"{Header}a,x,/m/1,1,0.1,0.2,0.3,0.4,0,0,0,0,0\n{broken}\na,x,/m/1,1,0.1,0.2,0.3,0.4,0,0,0,0,0\n");

        TableReading.AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal([2, 4], file.Boxes.Select(b => b.Line));
    }

    [Theory]
    [InlineData("a,x,/m/1,1,-0.1,0.2,0.3,1.5", "a.csv(2,12): warning AFB2018: the box of '/m/1' (XMin -0.1, YMin 0.3, XMax 0.2, YMax 1.5) exceeds its image, which reaches from 0 to 1, and is used as it is: correct the box")]
    [InlineData("a,x,,1,0.1,0.2,0.3,0.5", "a.csv(2,5): warning AFB2019: 'LabelName' is empty, so the row is used but its class is not counted: fill in the class")]
    public void WhatCostsNoBoxIsTold(string row, string expected)
    {
        AnnotationFile file = Read(Header + row);

        TableReading.AssertSays(expected, file);
        Assert.Single(file.Boxes);
    }

    [Theory]
    [InlineData("ImageID,Source,LabelName,Confidence\na,verification,/m/1,1\n", "a.csv(1,1): error AFB2200: the table has labels of whole images (ImageID and LabelName, but none of XMin, XMax, YMin, YMax), no boxes: take the set's bounding-box file (…-annotations-bbox.csv), or remove the file from AnchorAnnotations")]
    [InlineData("/m/011k07,Tortoise\n", "a.csv(1,1): error AFB2140: the first row, which begins with '/m/011k07', is no header: write the columns' names above it (" + Columns + ")")]
    [InlineData("ImageID,Subset,OriginalURL\n", "a.csv(1,1): error AFB2141: the header has no 'LabelName', 'XMin', 'YMin', 'XMax', 'YMax': add the column, or correct its name (" + Columns + ")")]
    [InlineData("ImageID,LabelName,XMin,XMax,YMin,YMax,ymax\n", "a.csv(1,39): error AFB2142: the column 'ymax' stands twice, and nobody knows which one counts: rename or remove one")]
    [InlineData("", "a.csv(1,1): error AFB2002: the annotation file is empty: export it again, or remove it from AnchorAnnotations")]
    public void ATableThatIsNotUnderstoodCountsForNothing(string text, string expected)
    {
        AnnotationFile file = Read(text);

        TableReading.AssertSays(expected, file);
        Assert.Empty(file.Boxes);
    }

    [Fact]
    public void ReadsRandomBoxesBack() =>
        Gen.Select(Gen.Int[0, 999_998], Gen.Int[0, 999_998], Gen.Int[1, 1_000_000], Gen.Int[1, 1_000_000]).Array[0, 20].Sample(rows =>
        {
            PixelBox[] boxes = [.. rows.Select(r => new PixelBox(
                r.Item1 / 1e6, r.Item2 / 1e6, System.Math.Min(1_000_000, r.Item1 + r.Item3) / 1e6, System.Math.Min(1_000_000, r.Item2 + r.Item4) / 1e6))];
            AnnotationFile file = Read(Header + string.Concat(boxes.Select((b, i) => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"i{i % 3},x,/m/{i % 2},1,{b.XMin:0.######},{b.XMax:0.######},{b.YMin:0.######},{b.YMax:0.######},0,0,0,0,0\n"))));
            Assert.Empty(file.Diagnostics);
            Assert.Equal(boxes, file.Boxes.Select(b => b.Edges));
        });

    [Fact]
    public void TheResultDoesNotDependOnThePieces() => TableReading.AssertSameInPieces(
        new OpenImagesReader(), Encoding.UTF8.GetBytes(Good + "b,x,/m/1,1,0.1,x,0.3,0.4\r\nc,x,\"/m/é\",1,1,2,3,4"));

    [Fact]
    public void DamagedFilesNeverThrow() => TableReading.Mutate(new OpenImagesReader(), Good, rounds: 3000);

    [Fact]
    public void TellsHowManyBoxesItRead()
    {
        int told = 0;
        new OpenImagesReader().Read(
            new MemoryStream(Encoding.ASCII.GetBytes(Good)),
            new AnnotationSource("a.csv", () => Stream.Null),
            new ReadingOptions { BoxesRead = count => told += count });
        Assert.Equal(3, told);
    }
}
