using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ServedBoxesTests
{
    private static readonly string[] Files = ["z.xml", "a.xml", "m.txt", "b.xml"];

    [Fact]
    public void TheFirstBoxOfEachFileInOrderOfTheirNames()
    {
        PlacedBoxes boxes = Boxes((0, 7, 10, 10), (1, 9, 40, 10), (1, 4, 45, 10), (2, 0, 39, 10), (3, 5, 50, 10), (0, 2, 42, 10));

        Assert.Equal(["a.xml(4)", "b.xml(5)", "m.txt"], ServedBoxes.Find(boxes, Files, [1, 4], 1, 3));
        Assert.Equal(["a.xml(4)", "b.xml(5)", "m.txt", "z.xml(2)"], ServedBoxes.Find(boxes, Files, [1, 4], 1, 9));
        Assert.Equal(["z.xml(7)"], ServedBoxes.Find(boxes, Files, [1, 4], 0, 3));
        Assert.Equal(4, ServedBoxes.Find(boxes, Files, [1], 0, 9).Count);
    }

    [Fact]
    public void ABoxBetweenTwoRatiosIsTheSmallersAsInTheCoverage()
    {
        PlacedBoxes boxes = Boxes((0, 1, 20, 10), (1, 2, 10, 10), (3, 3, 81, 10));
        UnitAreaCoverage coverage = UnitAreaCoverage.Measure(WeightedRatios.Create([2, 1, 8.1], [1, 1, 1]), [1, 4, 16]);

        Assert.Equal([2.0, 0, 1], coverage.Anchors.Select(a => a.Weight));
        Assert.Equal([2, 0, 1], Enumerable.Range(0, 3).Select(i => ServedBoxes.Find(boxes, Files, [1, 4, 16], i, 9).Count));
    }

    [Fact]
    public void AFilesNameBreaksNoLine() =>
        Assert.DoesNotContain('\n', Assert.Single(ServedBoxes.Find(Boxes((0, 1, 10, 10)), ["a\n::b.xml"], [1], 0, 3)));

    [Fact]
    public void BoxesAreComparedWithTheSmallestAnchorOfTheirInput()
    {
        PlacedBoxes boxes = Boxes((0, 1, 10, 10), (0, 1, 40, 10), (0, 1, 16, 16), (0, 1, 15, 17));
        boxes.Add(new PlacedBox(new PixelBox(0, 0, 20, 20), 4, boxes.IndexOf(new ImageSize(640, 640)), -1, 0, 0));

        SmallBoxes small = SmallBoxes.Measure(boxes, input => Layout(input, (2 * input.Width / 40.0, input.Width / 20.0), (100, 100)))!.Value;

        // Of four boxes at 320 two lie below 16 x 16; the one at 640, which counts as four, below 32 x 32.
        Assert.Equal(6 / 8.0, small.Share);
        Assert.Equal(16, small.SmallestAnchorPx, 1e-12);
    }

    [Fact]
    public void WithoutBoxesOrAnchorsNothingIsSmall()
    {
        Assert.Null(SmallBoxes.Measure(new PlacedBoxes(), input => Layout(input, (1, 1))));
        Assert.Null(SmallBoxes.Measure(Boxes((0, 1, 10, 10)), input => Layout(input)));
    }

    private static AnchorLayout Layout(ImageSize input, params (double Width, double Height)[] shapes) =>
        new(input, [new AnchorGrid(1, 1, 1, 1, 0, 0, [.. shapes.Select(s => new BoxSize(s.Width, s.Height))])], EdgeRule.Keep);

    private static PlacedBoxes Boxes(params (int File, int Line, double Width, double Height)[] entries)
    {
        var boxes = new PlacedBoxes();
        foreach ((int file, int line, double width, double height) in entries)
        {
            boxes.Add(new PlacedBox(new PixelBox(5, 5, 5 + width, 5 + height), 1, boxes.IndexOf(new ImageSize(320, 320)), -1, file, line));
        }

        return boxes;
    }
}
