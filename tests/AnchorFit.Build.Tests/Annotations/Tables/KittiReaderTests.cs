using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Geometry;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

public sealed class KittiReaderTests
{
    private const string Fields = "type truncated occluded alpha left top right bottom height width length x y z rotation";
    private const string Rest = " 1.5 1.6 3.7 -10 1.7 20.1 -1.6";

    private const string Good = """
        Car 0.88 3 -0.69 0.00 192.37 402.31 374.00 1.60 1.57 3.23 -2.70 1.74 3.68 -1.29
        Pedestrian 0.00 0 2.04 334.85 178.94 624.50 372.04 1.57 1.50 3.68 -1.17 1.65 7.86 1.90 0.97
        car 0 -1 -10 937.29 197.39 1241.00 374.00 -1 -1 -1 -1000 -1000 -1000 -10
        DontCare -1 -1 -10 700.50 163.95 750.73 185.03 -1 -1 -1 -1000 -1000 -1000 -10

        """;

    private static AnnotationFile Read(string text) => TableReading.Read(new KittiReader(), text, "000001.txt");

    [Fact]
    public void ReadsLabels()
    {
        AnnotationFile file = Read(Good);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["car", "pedestrian"], file.ClassNames);
        Assert.Equal(BoxUnit.Pixels, file.Unit);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0, 192.37, 402.31, 374), 0, BoxFlags.Truncated, 1),
                new GroundTruthBox(new PixelBox(334.85, 178.94, 624.5, 372.04), 1, BoxFlags.None, 2),
                new GroundTruthBox(new PixelBox(937.29, 197.39, 1241, 374), 0, BoxFlags.None, 3),
            ],
            file.Boxes);
        Assert.Equal(3, file.ObjectCount);
        AnnotatedImage image = Assert.Single(file.Images);
        Assert.Null(image.Size);
        Assert.Null(image.Name);
        Assert.Equal("a KITTI label file doesn't say the image's size", image.SizeFault);
    }

    [Fact]
    public void ABoxThatOverlapsARegionWhereNothingWasLabelledIsLeftOut()
    {
        AnnotationFile file = Read(
            $"""
            Van 0 0 0 10 10 20 20{Rest}
            Van 0 0 0 21 10 30 20{Rest}
            DontCare -1 -1 -10 19.5 15 21 30{Rest}
            DONTCARE -1 -1 -10 500 15 510 30{Rest}
            """);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(2, Assert.Single(file.Boxes).Line);
        Assert.Equal(2, file.ObjectCount);
        Assert.Equal(["van"], file.ClassNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    [InlineData("DontCare -1 -1 -10 19.5 15 21 30" + Rest)]
    public void AnImageMayHaveNoObjects(string text)
    {
        AnnotationFile file = Read(text);

        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
        Assert.Equal(0, file.ObjectCount);
        Assert.Single(file.Images);
    }

    [Theory]
    [InlineData("Car 0 0 0 10 x 20 30" + Rest, "000001.txt(2,14): warning AFB2013: 'top' of the box of 'car' is 'x', not a number of pixels, and the box is left out: write it like 12 or 12.5", "car")]
    [InlineData("Car 0 0 0 40 20 30 30" + Rest, "000001.txt(2,11): warning AFB2015: the corners of the box of 'car' are swapped (left 40 is greater than right 30) and it is left out: exchange the values", "car")]
    [InlineData("Car 0 0 0 10 30 20 30" + Rest, "000001.txt(2,11): warning AFB2016: the box of 'car' has no area (top and bottom are both 30) and is left out: draw it again, or remove the object", "car")]
    [InlineData("Car 0 0 0 10 20 30", "000001.txt(2,1): warning AFB2181: the line has 7 words instead of 15 or 16 (" + Fields + ", and perhaps a score) and is left out: complete it; a type is one word", "van")]
    [InlineData("traffic light 0 0 0 10 20 30 40" + Rest, "000001.txt(2,9): warning AFB2181: 'truncated' is 'light', not a number, and the line is left out: a label is " + Fields + ", and a type is one word", "van")]
    public void OneBadLineCostsNoOther(string broken, string expected, string className)
    {
        AnnotationFile file = Read($"Van 0 0 0 1 2 3 4{Rest}\n{broken}\nvan 0 0 0 5 6 7 9{Rest}\n");

        TableReading.AssertSays(expected, file);
        Assert.True(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal([1, 3], file.Boxes.Select(b => b.Line));
        Assert.Equal(((string[])["van", className]).Distinct(), file.ClassNames);
    }

    [Theory]
    [InlineData("0 0.5 0.5 0.25 0.25\n1 0.5 0.5 0.1 0.1\n", "000001.txt(1,1): error AFB2180: no line is a KITTI label, and the first one begins with the number '0' like a YOLO label: correct the item's Format, or export the file as " + Fields)]
    [InlineData("12 1 Car 0 0 0 1 2 3 4" + Rest, "000001.txt(1,1): error AFB2180: no line is a KITTI label, and the first one begins with the number '12': correct the item's Format, or export the file as " + Fields)]
    [InlineData("a\0b", "000001.txt(1,1): error AFB2003: the file is not text: save it as text in UTF-8, or remove it from AnchorAnnotations")]
    public void OtherFilesAreRefused(string text, string expected) => TableReading.AssertSays(expected, Read(text));

    [Fact]
    public void AnImageThatIsFoundGivesItsSizeAndBoundsTheBoxes()
    {
        Companion looked = new("image_2/000001.png", "12 bytes");
        var reader = new KittiReader((source, options) =>
        {
            Assert.Equal("000001.txt", source.Path);
            return (new AnnotatedImage(new ImageSize(100, 80), new LinePosition(1, 1)), [looked]);
        });
        AnnotationFile file = TableReading.Read(
            reader, $"Car 0 0 0 -5 2 30 40{Rest}\n Car 0 0 0 100 2 130 40{Rest}\nCar 0 0 0 1 2 3 90{Rest}\nDontCare 0 0 0 1 80 3 90{Rest}\n", "000001.txt");

        TableReading.AssertSays(
            """
            000001.txt(1,11): warning AFB2018: the box of 'car' exceeds the image of 100 × 80 pixels by 5 pixels at the left and is used as it is: correct the box or the image's size
            000001.txt(2,12): warning AFB2017: the box of 'car' (left 100, top 2, right 130, bottom 40) lies outside the image of 100 × 80 pixels and is left out: correct the box or the image's size
            """,
            file);
        Assert.Equal(1, Assert.Single(file.Boxes).Line);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(new ImageSize(100, 80), file.Images[0].Size);
        Assert.Equal([looked], file.Companions);
    }

    [Fact]
    public void ReadsRandomBoxesBackInFilesOneAfterAnother()
    {
        var reader = new KittiReader();
        Gen.Select(Gen.Double[0, 500], Gen.Double[0, 500], Gen.Double[0.01, 500], Gen.Double[0.01, 500]).Array[0, 20].Sample(
            rows =>
            {
                PixelBox[] boxes = [.. rows.Select(r => new PixelBox(r.Item1, r.Item2, r.Item1 + r.Item3, r.Item2 + r.Item4))];
                IEnumerable<string> lines = boxes.Select((b, i) => string.Create(
                    CultureInfo.InvariantCulture, $"T{i % 3} 0 0 0 {b.XMin:R} {b.YMin:R} {b.XMax:R} {b.YMax:R}{Rest}"));
                AnnotationFile file = TableReading.Read(reader, string.Join("\r\n", lines));
                Assert.Empty(file.Diagnostics);
                Assert.Equal(boxes, file.Boxes.Select(b => b.Edges));
                Assert.Equal(boxes.Select((_, i) => $"t{i % 3}"), file.Boxes.Select(b => file.ClassNames[b.ClassIndex]));
            },
            threads: 1);
    }

    [Fact]
    public void TheResultDoesNotDependOnThePieces() => TableReading.AssertSameInPieces(
        new KittiReader(), Encoding.UTF8.GetBytes(Good + "Car 1 2\r\n  Cär\t0 0 0 3 4 5 x" + Rest));

    [Fact]
    public void DamagedFilesNeverThrow() => TableReading.Mutate(new KittiReader(), Good, rounds: 3000);

    [Fact]
    public void TellsHowManyBoxesItRead()
    {
        int told = 0;
        new KittiReader().Read(
            new MemoryStream(Encoding.ASCII.GetBytes(Good)),
            new AnnotationSource("a.txt", () => Stream.Null),
            new ReadingOptions { BoxesRead = count => told += count });
        Assert.Equal(3, told);
    }
}
