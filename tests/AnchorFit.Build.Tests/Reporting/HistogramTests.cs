using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Fitting;
using AnchorFit.Reporting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Reporting;

/// <summary>What the pictures are drawn from.</summary>
public class HistogramTests
{
    [Fact]
    public void RatiosFallIntoTheirBins()
    {
        RatioHistogram histogram = RatioHistogram.Of(WeightedRatios.Create([0.5, 1, 1.01, 2], [1, 2, 4, 1]))!;

        Assert.Equal(-8, histogram.First);
        Assert.Equal(17, histogram.Shares.Length);
        Assert.Equal([0.125, 0.75, 0.125], new[] { histogram.Shares[0], histogram.Shares[8], histogram.Shares[16] });
        Assert.Equal(1, histogram.Shares.Sum());
    }

    [Fact]
    public void RatiosBeyondAllReasonCountAtTheEnds()
    {
        RatioHistogram histogram = RatioHistogram.Of(WeightedRatios.Create([1e-30, 1e30], [1, 3]))!;

        Assert.Equal(80, histogram.Shares.Length);
        Assert.Equal([0.25, 0.75], new[] { histogram.Shares[0], histogram.Shares[79] });
    }

    [Fact]
    public void ShapesAreCountedByWidthAndHeight()
    {
        ShapeDensity shapes = ShapeDensity.Of(SampleReport.Boxes([(16, 32), (16.5, 33), (64, 16)]))!;

        Assert.Equal((32, 48, 17), (shapes.First, shapes.Last, shapes.Count));
        Assert.Equal(3, shapes.Boxes.Count);
        Assert.Equal(2, shapes.Weights[(0 * 17) + 8]);
        Assert.Equal(1, shapes.Weights[(16 * 17) + 0]);
        Assert.Equal(3, shapes.Weights.Sum());
    }

    [Fact]
    public void ManyShapesAreNotKeptOneByOne()
    {
        ShapeDensity shapes = ShapeDensity.Of(SampleReport.Boxes(Enumerable.Range(1, ShapeDensity.FewBoxes + 1).Select(i => (i / 100.0, 1e9))))!;

        Assert.Empty(shapes.Boxes);
        Assert.Equal((-8, 111), (shapes.First, shapes.Last));
        Assert.Equal(ShapeDensity.FewBoxes + 1, shapes.Weights.Sum());
    }

    [Fact]
    public void WithoutBoxesThereIsNothing()
    {
        Assert.Null(ShapeDensity.Of(new PlacedBoxes()));
        Assert.Null(RatioHistogram.Of(WeightedRatios.Create([], [])));
    }

    [Fact]
    public void OverlapsFallIntoTwentieths() => Assert.Equal(
        [(0, 0.25), (10, 0.5), (19, 0.25)],
        OverlapHistogram.Of(SampleReport.Boxes([(1, 1), (1, 1), (1, 1), (1, 1)]), new BestMatches([0, 0.5, 0.549, 1], [-1, 0, 0, 0]))
            .Select((share, bin) => (bin, share)).Where(entry => entry.share > 0));

    [Fact]
    public void OverlapsOfShapesAreThoseOfTheNearestRatio() => Assert.Equal(
        [(6, 0.5), (12, 0.25), (19, 0.25)],
        OverlapHistogram.OfShapes(WeightedRatios.Create([0.5625, 1, 4, 16], [1, 0.5, 0.5, 2]), [1, 4])
            .Select((share, bin) => (bin, share)).Where(entry => entry.share > 0));

    [Fact]
    public void TheWorstBoxesAreThoseThatSortingFinds() => Gen.Int[0, 20].Select(i => i / 20.0).Array[0, 60].Sample(overlaps => Assert.Equal(
        Enumerable.Range(0, overlaps.Length).OrderBy(i => overlaps[i]).Take(20),
        WorstBoxes.Find(new BestMatches(overlaps, new int[overlaps.Length]), 20)));
}
