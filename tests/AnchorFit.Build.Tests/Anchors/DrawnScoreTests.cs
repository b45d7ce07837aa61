using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

public class DrawnScoreTests
{
    private static readonly ImageSize Input = new(64, 64);

    /// <summary>One anchor of 32×32 about (16, 16), and one of 64×64 about (32, 32).</summary>
    private static readonly AnchorScheme Two = Scheme("argmax_matcher { force_match_for_each_row: true }");

    /// <summary>With the fine anchor: equal; half of it; with the coarse one: equal; none.</summary>
    private static readonly PixelBox[] Boxes = [new(0, 0, 32, 32), new(0, 0, 32, 13), new(0, 0, 64, 64), new(900, 900, 910, 910)];

    [Fact]
    public void Means_and_shares_are_weighted()
    {
        MatchingScore whole = DrawnScore.Measure(Placed([1, 2, 3, 4]), Two).Whole;

        Assert.Equal(10, whole.BoxCount);
        Assert.Equal((1 + (2 * 13 / 32.0) + 3) / 10, whole.MeanBestIoU, 1e-15);
        Assert.Equal(0.4, whole.Recall!.Value, 1e-15);
        Assert.Equal(0.2, whole.ForcedShare!.Value, 1e-15);
    }

    [Fact]
    public void Reaching_the_threshold_is_enough()
    {
        MatchingScore score = DrawnScore.Measure(Drawn.Boxes(Input, new PixelBox(0, 0, 32, 16)), Two).Whole;
        Assert.Equal((0.5, 1, 0), (score.MeanBestIoU, score.Recall, score.ForcedShare));
    }

    [Theory]
    [InlineData("argmax_matcher { }", true, false)]
    [InlineData("argmax_matcher { ignore_thresholds: true force_match_for_each_row: true }", false, false)]
    [InlineData("bipartite_matcher { }", false, false)]
    [InlineData("argmax_matcher { force_match_for_each_row: true }", true, true)]
    public void What_the_matcher_doesnt_know_isnt_scored(string matcher, bool recall, bool forced)
    {
        MatchingScore score = DrawnScore.Measure(Placed([1, 1, 1, 1]), Scheme(matcher)).Whole;
        Assert.Equal((recall, forced), (score.Recall is not null, score.ForcedShare is not null));
    }

    [Fact]
    public void Groups_are_those_that_have_boxes()
    {
        DrawnScore score = DrawnScore.Measure(Placed([1, 2, 3, 4]), Two);

        Assert.Equal([(-1, 4), (0, 4), (7, 2)], Counts(score.Classes));
        Assert.Equal([(0, 4), (1, 2), (2, 1), (3, 3)], Counts(score.SizeBands));
        Assert.Equal([(0, 3), (1, 3)], Counts(score.Grids));
        Assert.Equal(13 / 32.0, score.Classes[2].Score.MeanBestIoU, 1e-15);
        Assert.Equal([0, 0, 1, -1], score.Matches.Grid);
    }

    [Theory]
    [InlineData(15.99, 16, 0)]
    [InlineData(16, 16, 1)]
    [InlineData(64, 16, 2)]
    [InlineData(64, 64, 3)]
    [InlineData(128, 128, 4)]
    [InlineData(1, 65535, 4)]
    [InlineData(1, 65536, 5)]
    [InlineData(9000, 9000, 5)]
    public void Bands_double(double width, double height, int band) => Assert.Equal(band, DrawnScore.BandOf(new BoxSize(width, height)));

    [Fact]
    public void The_count_is_that_of_the_most_frequent_input()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd("ssd_anchor_generator { " + Drawn.DefaultRatios + " }"));
        var boxes = new PlacedBoxes();
        void Add(ImageSize input, double weight) => boxes.Add(new PlacedBox(new PixelBox(0, 0, 9, 9), weight, boxes.IndexOf(input), 0, 0, 0));

        Add(new ImageSize(640, 640), 3);
        Add(new ImageSize(320, 320), 2);
        Assert.Equal(scheme.Draw(new ImageSize(640, 640)).Count, DrawnScore.Measure(boxes, scheme).AnchorCount);

        Add(new ImageSize(320, 320), 1);
        DrawnScore score = DrawnScore.Measure(boxes, scheme);
        Assert.Equal(2034, score.AnchorCount);
        Assert.Equal([3, 6, 6, 6, 6, 6], score.AnchorsALocation);
    }

    [Fact]
    public void Without_boxes_everything_is_zero()
    {
        DrawnScore score = DrawnScore.Measure(new PlacedBoxes(), Two);
        Assert.Equal(new MatchingScore { MeanBestIoU = 0, Recall = 0, ForcedShare = 0, BoxCount = 0 }, score.Whole);
        Assert.Equal(0, score.AnchorCount);
        Assert.Empty(score.Classes);
    }

    [Fact]
    public void The_order_of_boxes_doesnt_matter() =>
        Gen.Select(AnchorGen.Box, Gen.Double[0.001, 1000], Gen.Int[-1, 2]).Array[1, 40].Sample(all =>
        {
            DrawnScore score = DrawnScore.Measure(Placed(all), Two);
            DrawnScore reversed = DrawnScore.Measure(Placed([.. all.Reverse()]), Two);
            Same(score.Whole, reversed.Whole);
            foreach ((IReadOnlyList<GroupScore> groups, IReadOnlyList<GroupScore> others) in
                new[] { (score.Classes, reversed.Classes), (score.SizeBands, reversed.SizeBands), (score.Grids, reversed.Grids) })
            {
                Assert.Equal(groups.Select(g => g.Key), others.Select(g => g.Key));
                Assert.All(groups.Zip(others), pair => Same(pair.First.Score, pair.Second.Score));
            }
        });

    [Fact]
    public void The_groups_make_up_the_whole() =>
        Gen.Select(AnchorGen.Box, Gen.Double[0.001, 1000], Gen.Int[-1, 2]).Array[1, 40].Sample(all =>
        {
            DrawnScore score = DrawnScore.Measure(Placed(all), Two);
            foreach (IReadOnlyList<GroupScore> groups in new[] { score.Classes, score.SizeBands })
            {
                Assert.Equal(score.Whole.BoxCount, groups.Sum(g => g.Score.BoxCount), 1e-9 * score.Whole.BoxCount);
                Assert.Equal(score.Whole.MeanBestIoU, groups.Sum(g => g.Score.BoxCount * g.Score.MeanBestIoU) / score.Whole.BoxCount, 1e-12);
                Assert.Equal(score.Whole.Recall!.Value, groups.Sum(g => g.Score.BoxCount * g.Score.Recall!.Value) / score.Whole.BoxCount, 1e-12);
            }
        });

    private static void Same(MatchingScore expected, MatchingScore actual)
    {
        Assert.Equal(expected.MeanBestIoU, actual.MeanBestIoU, 1e-14);
        Assert.Equal(expected.Recall!.Value, actual.Recall!.Value, 1e-14);
        Assert.Equal(expected.ForcedShare!.Value, actual.ForcedShare!.Value, 1e-14);
        Assert.Equal(expected.BoxCount, actual.BoxCount, 1e-14 * expected.BoxCount);
    }

    private static (int Key, double Count)[] Counts(IReadOnlyList<GroupScore> groups) => [.. groups.Select(g => (g.Key, g.Score.BoxCount))];

    private static AnchorScheme Scheme(string matcher) => Drawn.Scheme(Drawn.Model($$"""
        ssd {
          feature_extractor { type: 'mine' }
          matcher { {{matcher}} }
          anchor_generator {
            flexible_grid_anchor_generator {
              anchor_grid { base_sizes: 32 aspect_ratios: 1 height_stride: 64 width_stride: 64 height_offset: 16 width_offset: 16 }
              anchor_grid { base_sizes: 64 aspect_ratios: 1 height_stride: 64 width_stride: 64 height_offset: 32 width_offset: 32 }
            }
          }
        }
        """));

    /// <summary>The four boxes with these weights, of the classes 0, 7, 0, and none.</summary>
    private static PlacedBoxes Placed(double[] weights) =>
        Placed([.. Boxes.Zip(weights, (box, weight) => (box, weight)).Zip([0, 7, 0, -1], (b, name) => (b.box, b.weight, name))]);

    private static PlacedBoxes Placed((PixelBox Edges, double Weight, int Class)[] all)
    {
        var boxes = new PlacedBoxes();
        foreach ((PixelBox edges, double weight, int name) in all)
        {
            boxes.Add(new PlacedBox(edges, weight, boxes.IndexOf(Input), name, 0, 0));
        }

        return boxes;
    }
}
