using System;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors.Search;

public class AnchorSearchTests
{
    private const string Ssd = $"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}";
    private static readonly ImageSize Square = new(320, 320);

    private static readonly string[] Ssds =
    [
        Ssd,
        "ssd_anchor_generator { aspect_ratios: [1.0] interpolated_scale_aspect_ratio: 0.0 reduce_boxes_in_lowest_layer: false }",
        "ssd_anchor_generator { aspect_ratios: [1.0, 0.5] num_layers: 6 scales: [0.1, 0.15, 0.3, 0.45, 0.6, 0.9] }",
        "ssd_anchor_generator { aspect_ratios: [3.0, 0.3333] min_scale: 0.05 max_scale: 0.5 }",
    ];

    /// <summary>All boxes have one shape. Where they lie doesn't count, so their anchor may be a little larger.</summary>
    [Fact]
    public void OneShapeIsFound()
    {
        PlacedBoxes boxes = Drawn.Boxes(Square, Enumerable.Range(0, 40).Select(i => Around(8 + (16 * (i % 20)), 8 + (16 * (i / 2)), 30, 60)));

        AnchorSearchResult.Found found = Find(boxes, Ssd, new SearchSettings { AspectRatioCount = 1, Scales = true, LowestLayer = LowestLayer.Full });

        Assert.Equal(SearchOutcome.Better, found.Outcome);
        Assert.InRange(found.After.MeanBestIoU, 0.75, 1);
        Assert.Equal(1, found.After.Recall);
        SsdAnchorGenerator ssd = found.Generator.SsdAnchorGenerator;
        float ratio = Assert.Single(ssd.AspectRatios);
        Assert.False(ssd.ReduceBoxesInLowestLayer);
        Assert.True(ratio is > 0.4f and < 0.7f, ssd.ToString());
    }

    /// <summary>Each grid's sizes can begin in two ways: the combinations are more than an int counts.</summary>
    [Fact]
    public void ManyGridsAreSearched()
    {
        string grids = string.Concat(Enumerable.Repeat("anchor_grid { base_sizes: 60 aspect_ratios: 1 height_stride: 64 width_stride: 64 height_offset: 32 width_offset: 32 } ", 40));
        string generator = $"flexible_grid_anchor_generator {{ {grids} }}";
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd(generator), string.Join(";", Enumerable.Repeat("5x5", 40)));

        AnchorSearchResult result = AnchorSearch.Run(
            RandomBoxes.Make(3, 50, Square), scheme, Drawn.Ssd(generator).Ssd.AnchorGenerator, new SearchSettings { AspectRatioCount = 1, Scales = true, Budget = 200 }, CancellationToken.None);

        Assert.Equal(SearchOutcome.Better, Assert.IsType<AnchorSearchResult.Found>(result).Outcome);
    }

    [Fact]
    public void TheBasesOwnStaysWhereNothingIsBetter()
    {
        // The base's anchors are the boxes: nothing can be better.
        AnchorScheme scheme = Scheme(Ssd);
        PlacedBoxes boxes = Drawn.Boxes(Square, scheme.Draw(Square).Grids.SelectMany(grid => grid.Shapes.Select(shape => Around(
            grid.FirstColumnPx + (grid.ColumnStridePx * (grid.Columns / 2)), grid.FirstRowPx + (grid.RowStridePx * (grid.Rows / 2)), shape.Width, shape.Height))));

        AnchorSearchResult.Found found = Find(boxes, Ssd, new SearchSettings { AspectRatioCount = 4, Scales = true, LowestLayer = LowestLayer.Auto, Budget = 2000 });

        Assert.Equal(SearchOutcome.Base, found.Outcome);
        Assert.Equal(Drawn.Ssd(Ssd).Ssd.AnchorGenerator, found.Generator);
        Assert.Equal(1, found.Before.MeanBestIoU, 1e-6);
    }

    [Fact]
    public void TheOrderOfTheBoxesMakesNoDifference() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            PlacedBoxes boxes = RandomBoxes.WithClasses(RandomBoxes.Make(seed, 300, Square), 0.8);
            var settings = new SearchSettings { AspectRatioCount = 3, Scales = true, LowestLayer = LowestLayer.Auto, MaxAnchors = 2100, Budget = 1000 };

            AssertSame(Find(boxes, Ssd, settings), Find(RandomBoxes.Shuffle(boxes, seed), Ssd, settings));
        },
        iter: 5);

    [Fact]
    public void ManyBoxesAreSearchedOnASample()
    {
        PlacedBoxes boxes = RandomBoxes.Make(11, 6000, Square);
        var settings = new SearchSettings { AspectRatioCount = 3, Scales = true, Budget = 1000 };

        AnchorSearchResult.Found found = Find(boxes, Ssd, settings);

        Assert.True(found.After.MeanBestIoU > found.Before.MeanBestIoU + 0.02, $"{found.Before.MeanBestIoU} to {found.After.MeanBestIoU}");
        Assert.True(found.After.Recall >= found.Before.Recall);
        Assert.InRange(found.Evaluations, 700, 1200);
        AssertSame(found, Find(RandomBoxes.Shuffle(boxes, 4), Ssd, settings));
    }

    /// <summary>A sample's recall isn't quite that of all boxes, and ratios alone leave no room beside the base's.</summary>
    [Fact]
    public void WhereRecallIsScarceOnASampleAllBoxesHaveTheirs()
    {
        PlacedBoxes boxes = RandomBoxes.Make(21, 10_000, Square);
        AnchorSearchResult.Found found = Find(boxes, Ssd, new SearchSettings { AspectRatioCount = 5, Budget = 1000 });

        Assert.Equal(SearchOutcome.Better, found.Outcome);
        Assert.InRange(found.Before.Recall!.Value, 0.05, 0.95);
        Assert.True(found.After.Recall >= found.Before.Recall);
    }

    [Fact]
    public void TheBudgetIsKept() => Assert.All(
        [100, 777, 5000],
        budget =>
        {
            // A fifth of it for ratios alone, all of it with scales; and the last word.
            const int Overhead = 50;
            Assert.InRange(Evaluations(scales: true), budget / 2, (budget * 6 / 5) + Overhead);
            Assert.InRange(Evaluations(scales: false), budget / 10, (budget / 5) + Overhead);

            int Evaluations(bool scales) =>
                Find(RandomBoxes.Make(1, 30, Square), Ssd, new SearchSettings { AspectRatioCount = 2, Scales = scales, Budget = budget }).Evaluations;
        });

    [Theory]
    [InlineData(1078)]
    [InlineData(1617)]
    [InlineData(2034)]
    [InlineData(100_000)]
    public void TheTotalIsBounded(long most)
    {
        PlacedBoxes boxes = RandomBoxes.Make(5, 100, Square);
        var settings = new SearchSettings { AspectRatioCount = 5, Scales = true, LowestLayer = LowestLayer.Auto, MaxAnchors = most, Budget = 3000 };

        AnchorSearchResult.Found found = Find(boxes, Ssd, settings);

        Assert.InRange(Scheme(Ssd).With(found.Generator).Draw(Square).Count, 1, most);
        Assert.Equal(found.Generator.SsdAnchorGenerator.AspectRatios.Distinct().Count(), found.Generator.SsdAnchorGenerator.AspectRatios.Count);
    }

    [Fact]
    public void WhereNothingFitsTheLeastIsSaid()
    {
        PlacedBoxes boxes = RandomBoxes.Make(5, 10, Square);

        // One ratio on 1,939 cells less the finest layer's, which has three anchors of its own.
        Assert.Equal(new AnchorSearchResult.TooManyAnchors(1200 + 139), Run(boxes, Ssd, new SearchSettings { AspectRatioCount = 4, MaxAnchors = 1000 }));
        Assert.Equal(new AnchorSearchResult.TooManyAnchors(539), Run(boxes, Ssd, new SearchSettings { AspectRatioCount = 4, MaxAnchors = 500, LowestLayer = LowestLayer.Auto }));
    }

    [Fact]
    public void ABaseWithTooManyAnchorsIsNotKept()
    {
        PlacedBoxes boxes = RandomBoxes.Make(5, 100, Square);

        AnchorSearchResult.Found found = Find(boxes, Ssd, new SearchSettings { AspectRatioCount = 4, MaxAnchors = 540, LowestLayer = LowestLayer.Auto, Budget = 500 });

        Assert.NotEqual(SearchOutcome.Base, found.Outcome);
        Assert.Equal(539, Scheme(Ssd).With(found.Generator).Draw(Square).Count);
    }

    [Fact]
    public void WithoutABoundThereAreExactlyAsManyRatiosAsAsked() => Assert.All([1, 2, 5, 12], count =>
    {
        PlacedBoxes boxes = RandomBoxes.Make(count, 80, Square);
        AnchorSearchResult.Found found = Find(boxes, Ssd, new SearchSettings { AspectRatioCount = count, Scales = true, LowestLayer = LowestLayer.Full, Budget = 2000 });

        Assert.Equal(SearchOutcome.Better, found.Outcome);
        Assert.Equal(count, found.Generator.SsdAnchorGenerator.AspectRatios.Distinct().Count());
        Assert.Equal(6, found.Generator.SsdAnchorGenerator.Scales.Count);
        Assert.Equal(found.Generator.SsdAnchorGenerator.Scales.Order(), found.Generator.SsdAnchorGenerator.Scales);
        Assert.InRange(found.Generator.SsdAnchorGenerator.Scales.Max(), 0, 1);
    });

    [Fact]
    public void WhatIsNotAskedForStays()
    {
        PlacedBoxes boxes = RandomBoxes.Make(3, 80, Square);
        SsdAnchorGenerator fitted = Find(boxes, Ssds[1], new SearchSettings { AspectRatioCount = 2, Budget = 1000 }).Generator.SsdAnchorGenerator;

        Assert.Empty(fitted.Scales);
        Assert.False(fitted.ReduceBoxesInLowestLayer);
        Assert.Equal(0, fitted.InterpolatedScaleAspectRatio);
        Assert.Equal(2, fitted.AspectRatios.Count);
    }

    private static void AssertSame(AnchorSearchResult.Found found, AnchorSearchResult.Found other)
    {
        Assert.Equal((found.Generator, found.Outcome, found.After, found.Evaluations), (other.Generator, other.Outcome, other.After, other.Evaluations));
        Assert.Equal(found.Cost?.Groups, other.Cost?.Groups);
    }

    private static PixelBox Around(double x, double y, double width, double height) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

    private static AnchorScheme Scheme(string generator) => Drawn.Scheme(Drawn.Ssd(generator));

    private static AnchorSearchResult Run(PlacedBoxes boxes, string generator, SearchSettings settings)
    {
        DetectionModel model = Drawn.Ssd(generator);
        return AnchorSearch.Run(boxes, Drawn.Scheme(model), model.Ssd.AnchorGenerator, settings, CancellationToken.None);
    }

    private static AnchorSearchResult.Found Find(PlacedBoxes boxes, string generator, SearchSettings settings) =>
        Assert.IsType<AnchorSearchResult.Found>(Run(boxes, generator, settings));
}
