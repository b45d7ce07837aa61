using System;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>The nearest anchors that the matcher looks at are the best of all that are drawn.</summary>
public class GridMatcherTests
{
    [Theory]
    [InlineData(EdgeRule.Keep)]
    [InlineData(EdgeRule.Prune)]
    [InlineData(EdgeRule.Clip)]
    internal void No_anchor_of_any_grid_is_better(EdgeRule edge) =>
        Gen.Select(AnchorGen.Grid, AnchorGen.Input, AnchorGen.Box.Array[1, 12])
            .Sample((grid, input, boxes) => SameAsEnumeration(grid, edge, input, boxes), iter: 1000);

    [Theory]
    [InlineData(EdgeRule.Keep)]
    [InlineData(EdgeRule.Prune)]
    [InlineData(EdgeRule.Clip)]
    internal void No_anchor_of_a_networks_grid_is_better(EdgeRule edge) =>
        AnchorGen.Input.SelectMany(input => Gen.Select(AnchorGen.GridIn(input), Gen.Const(input), AnchorGen.Box.Array[1, 12]))
            .Sample((grid, input, boxes) => SameAsEnumeration(grid, edge, input, boxes), iter: 1000);

    [Fact]
    public void A_box_that_is_an_anchor_has_an_IoU_of_one() =>
        AnchorGen.Grid.Sample(grid =>
        {
            var input = new ImageSize(300, 300);
            PixelBox[] anchors = [.. FullEnumeration.Anchors(grid, EdgeRule.Keep, input)];
            double[] best = Match(grid, EdgeRule.Keep, input, anchors);
            Assert.All(best, iou => Assert.InRange(iou, 1 - 1e-9, 1));
        });

    [Fact]
    public void Without_a_surviving_anchor_nothing_overlaps()
    {
        var grid = new AnchorGrid(2, 2, 50, 50, 25, 25, [new BoxSize(101, 40), new BoxSize(40, 101)]);
        Assert.Equal([0], Match(grid, EdgeRule.Prune, new ImageSize(100, 100), [new PixelBox(0, 0, 100, 100)]));
    }

    /// <summary>The anchors left of the only survivor are cut: the far box still has it.</summary>
    [Fact]
    public void Pruned_points_are_passed_over()
    {
        var grid = new AnchorGrid(1, 3, 40, 40, 60, 20, [new BoxSize(80, 80)]);
        double[] best = Match(grid, EdgeRule.Prune, new ImageSize(120, 120), [new PixelBox(0, 20, 40, 100)]);
        Assert.Equal(20.0 * 80 / ((80 * 80) + (40 * 80) - (20 * 80)), best[0], 1e-12);
    }

    /// <summary>Touching the edge is not crossing it (<c>prune_outside_window</c> with a threshold of 0).</summary>
    [Fact]
    public void An_anchor_that_touches_the_edge_survives()
    {
        var grid = new AnchorGrid(1, 1, 16, 16, 8, 8, [new BoxSize(16, 16)]);
        Assert.Equal([1], Match(grid, EdgeRule.Prune, new ImageSize(16, 16), [new PixelBox(0, 0, 16, 16)]));
    }

    /// <summary>A small box at the left edge: the anchor that is cut to half there overlaps it more than the whole one beside it.</summary>
    [Fact]
    public void A_cut_anchor_can_be_better_than_a_nearer_whole_one()
    {
        var grid = new AnchorGrid(1, 2, 20, 20, 50, 0, [new BoxSize(40, 40)]);
        double[] best = Match(grid, EdgeRule.Clip, new ImageSize(100, 100), [new PixelBox(5, 30, 20, 70)]);
        Assert.Equal(15.0 * 40 / (20 * 40), best[0], 1e-12);
    }

    [Fact]
    public void Parting_the_boxes_changes_no_bit() =>
        Gen.Select(AnchorGen.Grid, AnchorGen.Input, AnchorGen.Box.Array[9, 23], Gen.Enum<EdgeRule>())
            .Sample((grid, input, boxes, edge) =>
            {
                double[] whole = Match(grid, edge, input, boxes);
                Assert.Equal(whole, boxes.SelectMany(box => Match(grid, edge, input, [box])));
                Assert.Equal(whole.Reverse(), Match(grid, edge, input, [.. boxes.Reverse()]));
            });

    private static void SameAsEnumeration(AnchorGrid grid, EdgeRule edge, ImageSize input, PixelBox[] boxes)
    {
        PixelBox[] anchors = [.. FullEnumeration.Anchors(grid, edge, input)];
        double[] best = Match(grid, edge, input, boxes);
        for (int i = 0; i < boxes.Length; i++)
        {
            Assert.Equal(FullEnumeration.BestIoU(boxes[i], anchors), best[i], 1e-11);
        }
    }

    private static double[] Match(AnchorGrid grid, EdgeRule edge, ImageSize input, PixelBox[] boxes)
    {
        PlacedBox[] placed = [.. boxes.Select(box => new PlacedBox(box, 1, 0, 0, 0, 0))];
        var packed = new PackedBoxes(placed, [.. Enumerable.Range(0, boxes.Length)]);
        double[] best = new double[boxes.Length];
        var matcher = new GridMatcher(grid, edge, input, packed, 0, boxes.Length);
        foreach (BoxSize shape in grid.Shapes)
        {
            matcher.Raise(shape, best);
        }

        return best;
    }
}
