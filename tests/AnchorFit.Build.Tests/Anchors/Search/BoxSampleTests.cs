using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Anchors.Search;

public class BoxSampleTests
{
    private static readonly ImageSize[] Inputs = [new(640, 480), new(480, 640)];

    [Fact]
    public void FewBoxesAreAllTaken()
    {
        PlacedBoxes boxes = RandomBoxes.Make(1, 100, Inputs);
        BoxSample all = BoxSample.All(boxes);

        Assert.Same(all, all.Reduce(100));
        Assert.Equal(100, all.Boxes.Length);
    }

    [Fact]
    public void FewerStandForAll()
    {
        PlacedBoxes boxes = RandomBoxes.Make(1, 20_000, Inputs);
        BoxSample sample = BoxSample.All(boxes).Reduce(1000);
        PlacedBox[] all = boxes.Boxes.ToArray();

        Assert.InRange(sample.Boxes.Length, 900, 1000);
        Assert.Equal(all.Sum(b => b.Weight), sample.Boxes.Sum(b => b.Weight), 0.01 * all.Sum(b => b.Weight));
        Assert.Equal(Mean(all, b => b.Edges.Width * b.Edges.Height), Mean(sample.Boxes, b => b.Edges.Width * b.Edges.Height), 0.01 * Mean(all, b => b.Edges.Width * b.Edges.Height));
        Assert.Equal(Mean(all, b => b.Edges.Size.AspectRatio), Mean(sample.Boxes, b => b.Edges.Size.AspectRatio), 0.01);
    }

    [Fact]
    public void TheOrderOfTheBoxesMakesNoDifference()
    {
        PlacedBoxes boxes = RandomBoxes.Make(2, 5000, Inputs);
        BoxSample all = BoxSample.All(boxes);
        BoxSample shuffled = BoxSample.All(RandomBoxes.Shuffle(boxes, 3));

        AssertSame(all, shuffled);
        AssertSame(all.Reduce(500), shuffled.Reduce(500));
    }

    /// <summary>A guard on all boxes needs to know the boxes of a rare class: one in thirty would be two of them.</summary>
    [Fact]
    public void OfARareClassMoreAreTaken()
    {
        PlacedBoxes boxes = RandomBoxes.WithClasses(RandomBoxes.Make(4, 30_000, Inputs), 0.998);
        BoxSample all = BoxSample.All(boxes);
        BoxSample sample = all.Reduce(1000);
        double weight = all.Boxes.Where(b => b.Class == 1).Sum(b => b.Weight);

        Assert.InRange(all.Boxes.Count(b => b.Class == 1), 40, 80);
        Assert.InRange(sample.Boxes.Count(b => b.Class == 1), 30, 80);
        Assert.Equal(weight, sample.Boxes.Where(b => b.Class == 1).Sum(b => b.Weight), 0.1 * weight);
        Assert.Equal(all.Boxes.Sum(b => b.Weight), sample.Boxes.Sum(b => b.Weight), 0.01 * all.Boxes.Sum(b => b.Weight));
    }

    private static void AssertSame(BoxSample sample, BoxSample other) => Assert.Equal(
        sample.Boxes.Select(b => (b.Edges, b.Weight, sample.Inputs[b.Input])), other.Boxes.Select(b => (b.Edges, b.Weight, other.Inputs[b.Input])));

    private static double Mean(PlacedBox[] boxes, System.Func<PlacedBox, double> number) =>
        boxes.Sum(b => b.Weight * number(b)) / boxes.Sum(b => b.Weight);
}
