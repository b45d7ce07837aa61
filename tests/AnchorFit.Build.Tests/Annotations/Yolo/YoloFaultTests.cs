using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

/// <summary>Every defect, with the exact line that a person reads.</summary>
public sealed class YoloFaultTests
{
    private const string Form = "a box has 5, separated by blanks (class cx cy width height), or 6 with a confidence, a polygon an odd number from 7 on; a pose needs kpt_shape in the data.yaml";
    private const string Fraction = "not a fraction, and the box is left out: write it like 0.5";
    private const string Divide = "where YOLO has a fraction of the image, and the box is left out: divide pixels by the image's width or height, or set the metadata Format to what the file is";
    private const string Place = "not a whole number from 0 on, and the line is left out: write the place of its name in the list of names";

    [Theory]
    [InlineData("1 0.5 0.5 0.5", "(2,1): warning AFB2161: the line has 4 fields and is left out: " + Form, "cat dog")]
    [InlineData("1", "(2,1): warning AFB2161: the line has 1 field and is left out: " + Form, "cat dog")]
    [InlineData("  1,0.5,0.5,0.5,0.5", "(2,3): warning AFB2161: the line has 1 field and is left out: " + Form, "cat dog")]
    [InlineData("1 0.5 0.5 0.5 0.5 0.5 0.5 0.5", "(2,1): warning AFB2161: the line has 8 fields and is left out: " + Form, "cat dog")]
    [InlineData("犬 é", "(2,1): warning AFB2161: the line has 2 fields and is left out: " + Form, "cat dog")]
    [InlineData("dog 0.5 0.5 0.5 0.5", "(2,1): warning AFB2162: the class is 'dog', " + Place, "cat dog")]
    [InlineData("-1 0.5 0.5 0.5 0.5", "(2,1): warning AFB2162: the class is '-1', " + Place, "cat dog")]
    [InlineData("1.5 0.5 0.5 0.5 0.5", "(2,1): warning AFB2162: the class is '1.5', " + Place, "cat dog")]
    [InlineData("1, 0.5, 0.5, 0.5, 0.5", "(2,1): warning AFB2162: the class is '1,', " + Place, "cat dog")]
    [InlineData("1000000000 0.5 0.5 0.5 0.5", "(2,1): warning AFB2162: the class is '1000000000', " + Place, "cat dog")]
    [InlineData("NaN 0.5 0.5 0.5 0.5", "(2,1): warning AFB2162: the class is 'NaN', " + Place, "cat dog")]
    [InlineData("7 0.5 0.5 0.5 0.5", "(2,1): warning AFB2163: the class 7 has no name in 'labels/classes.txt', and the line is left out: add its name there (the first is of class 0), or correct the class", "cat dog")]
    [InlineData("2 0.5 0.5 0.5 0.5", "(2,1): warning AFB2163: the class 2 has no name in 'labels/classes.txt', and the line is left out: add its name there (the first is of class 0), or correct the class", "cat dog")]
    [InlineData("1 0.5 high 0.5 0.5", "(2,7): warning AFB2013: cy of the box of 'bird' is 'high', " + Fraction, "cat bird dog")]
    [InlineData("1 0,5 0,5 0,25 0,25", "(2,3): warning AFB2013: cx of the box of 'bird' is '0,5', " + Fraction, "cat bird dog")]
    [InlineData("1 é 0.5 0.5 0.5", "(2,3): warning AFB2013: cx of the box of 'bird' is 'é', " + Fraction, "cat bird dog")]
    [InlineData("1 0.5 0.5 nan 0.5", "(2,11): warning AFB2013: width of the box of 'bird' is 'nan', " + Fraction, "cat bird dog")]
    [InlineData("1 0.5 0.5 0.5 1e999", "(2,15): warning AFB2013: height of the box of 'bird' is '1e999', " + Fraction, "cat bird dog")]
    [InlineData("1 0.5 0.5 0.5 0.5 sure", "(2,19): warning AFB2013: confidence of the box of 'bird' is 'sure', " + Fraction, "cat bird dog")]
    [InlineData("1 0.1 0.1 0.2 0.2 0.3 x3", "(2,23): warning AFB2013: y of point 3 of the box of 'bird' is 'x3', " + Fraction, "cat bird dog")]
    [InlineData("1 320 240 100 50", "(2,3): warning AFB2164: cx of the box of 'bird' is '320', " + Divide, "cat bird dog")]
    [InlineData("1 0.5 0.5 0.5 -2.5", "(2,15): warning AFB2164: height of the box of 'bird' is '-2.5', " + Divide, "cat bird dog")]
    [InlineData("1 0.1 0.1 0.2 200 0.3 300", "(2,15): warning AFB2164: y of point 2 of the box of 'bird' is '200', " + Divide, "cat bird dog")]
    [InlineData("1 0.5 0.5 0 0.5", "(2,1): warning AFB2016: the box of 'bird' has no area (width is 0) and is left out: draw it again, or remove the line", "cat bird dog")]
    [InlineData(" 1 0.5 0.5 -0.25 0.000000", "(2,2): warning AFB2016: the box of 'bird' has no area (width is -0.25, height is 0) and is left out: draw it again, or remove the line", "cat bird dog")]
    [InlineData("1 0.1 0.5 0.2 0.5 0.3 0.5", "(2,1): warning AFB2016: the box of 'bird' has no area (height is 0) and is left out: draw it again, or remove the line", "cat bird dog")]
    [InlineData("1 1.5 0.5 0.5 0.5", "(2,1): warning AFB2017: the box of 'bird' (from 1.25 to 1.75 across, 0.25 to 0.75 down) lies outside the image, which reaches from 0 to 1, and is left out: correct the box", "cat bird dog")]
    [InlineData("1 0.5 -0.25 0.5 0.5", "(2,1): warning AFB2017: the box of 'bird' (from 0.25 to 0.75 across, -0.5 to 0 down) lies outside the image, which reaches from 0 to 1, and is left out: correct the box", "cat bird dog")]
    public void OneBadLineCostsNoOther(string broken, string expected, string classes)
    {
        Beside beside = new Beside().Add("labels/classes.txt", classes == "cat dog" ? "cat\ndog\n" : "cat\nbird\ndog\n");
        int dog = classes == "cat dog" ? 1 : 2;
        AnnotationFile file = YoloText.Read($"0 0.5 0.5 0.5 0.5\n{broken}\n{dog} 0.5 0.5 0.25 0.25\n", beside);

        YoloText.AssertSays("labels/a.txt" + expected, file);
        Assert.All(file.Diagnostics, d => Assert.True(d.Rule.ConcernsInvalidBox));
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(classes.Split(' '), file.ClassNames);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0.25, 0.25, 0.75, 0.75), 0, BoxFlags.None, 1),
                new GroundTruthBox(new PixelBox(0.375, 0.375, 0.625, 0.625), dog, BoxFlags.None, 3),
            ],
            file.Boxes);
    }

    [Fact]
    public void EveryBadNumberOfALineIsToldAtItsOwnPlace() => YoloText.AssertSays(
        $"""
        labels/a.txt(1,3): warning AFB2013: cx of the box of '1' is 'left', {Fraction}
        labels/a.txt(1,12): warning AFB2013: width of the box of '1' is '0x1', {Fraction}
        labels/a.txt(2,19): warning AFB2013: x of point 3 of the box of '1' is '#', {Fraction}
        labels/a.txt(2,21): warning AFB2013: y of point 3 of the box of '1' is 'half', {Fraction}
        """,
        YoloText.Read("0 left 0.5 0x1 0.5\n0 0.5 0.5 0.5 0.5 # half"));

    [Theory]
    [InlineData("0 0.05 0.5 0.5 0.5", "0.2 of its width at the left")]
    [InlineData("0 0.5 0.5 1.01 1.25", "0.005 of its width at the left, 0.125 of its height at the top, 0.005 of its width at the right, 0.125 of its height at the bottom")]
    [InlineData("0 0.1 0.1 0.2 -0.25 0.3 0.3", "0.25 of its height at the top")]
    public void ABoxThatCrossesTheEdgeStays(string line, string excess)
    {
        AnnotationFile file = YoloText.Read(line);

        YoloText.AssertSays($"labels/a.txt(1,1): warning AFB2018: the box of '1' exceeds the image by {excess} and is used as it is: correct the box", file);
        Assert.False(file.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Single(file.Boxes);
    }

    [Fact]
    public void ALineOfAnotherCountThanThePoseHasIsTold() => YoloText.AssertSays(
        "labels/a.txt(1,1): warning AFB2161: the line has 9 fields and is left out: a box has 5, separated by blanks (class cx cy width height), or 6 with a confidence, a pose of kpt_shape [2, 3] as many more as its keypoints have",
        YoloText.Read("0 0.5 0.5 0.4 0.4 0.1 0.1 0.2 0.2", new Beside().Add("labels/data.yaml", "kpt_shape: [2, 3]")));

    [Theory]
    [InlineData("<annotation/>", "(1,1)", "the file is XML")]
    [InlineData("\n {\"images\": []}", "(1,1)", "the file is JSON")]
    [InlineData("[1, 2]", "(1,1)", "the file is JSON")]
    [InlineData("0 0.5 0.5 0.5 0.5\0", "(1,1)", "the file is not text")]
    [InlineData("\n\nfilename,width,height\na.png.x,1,2\n", "(3,1)", "no line begins with a number; the first is 'filename,width,height'")]
    [InlineData("Car 0.00 0 -1.57 614.24 181.78 727.31 284.77 1.57 1.73 4.15 1.00 1.75 13.22 1.62\n", "(1,1)", "the lines are those of KITTI labels")]
    [InlineData("Car 0.00 0 -1.57 614.24 181.78 727.31 284.77 1.57 1.73 4.15 1.00 1.75 13.22 1.62 0.9", "(1,1)", "the lines are those of KITTI labels")]
    public void AFileOfAnotherKindIsOneError(string text, string at, string found)
    {
        AnnotationFile file = YoloText.Read(text);

        YoloText.AssertSays(
            $"labels/a.txt{at}: error AFB2160: {found}, while a YOLO label file has lines like 0 0.5 0.5 0.2 0.3 (class cx cy width height): set the metadata Format to what the file is, or remove it from AnchorAnnotations",
            file);
        Assert.Empty(file.Boxes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WideEncodingsAreRefused(bool bigEndian)
    {
        Encoding encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        YoloText.AssertSays(
            "labels/a.txt(1,1): error AFB2003: the file is UTF-16, and a YOLO label file is plain text: save it as UTF-8",
            YoloText.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("0 0.5 0.5 0.5 0.5")]));
    }

    [Fact]
    public void BytesThatAreNoTextAreShownReplaced() => YoloText.AssertSays(
        "labels/a.txt(1,3): warning AFB2013: cx of the box of '1' is '\uFFFD5', not a fraction, and the box is left out: write it like 0.5",
        YoloText.Read([.. "0 "u8, 0xFF, .. "5 0.5 0.5 0.5"u8]));

    [Fact]
    public void AFileThatNoImageHasIsNotRead()
    {
        AnnotationFile file = new YoloReader().Read(new Endless(), new AnnotationSource("a.txt", () => Stream.Null), new Beside().Options);
        Assert.StartsWith("a.txt: error AFB2001: the annotation file can't be read: it is larger than 256 MiB", file.Diagnostics.Single().ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void ManyFaultsOfAKindAreCounted()
    {
        AnnotationFile file = YoloText.Read(string.Concat(Enumerable.Repeat("0 320 240 20 30\n0 0.5 0.5 1.5 0.5\n", 1000)));

        Assert.Equal(1000, file.Boxes.Count);
        Assert.Equal(2000, file.ObjectCount);
        Assert.Equal(2 * (FaultLog.Shown + 1), file.Diagnostics.Count);
        Assert.Equal(
            ["980 more of this kind in the file are not listed (a box crosses the edge of its image)", "980 more of this kind in the file are not listed (a YOLO line has pixels instead of fractions)"],
            file.Diagnostics.TakeLast(2).Select(d => d.Message));
    }

    private sealed class Endless : MemoryStream
    {
        public override long Length => 1L << 40;
    }
}
