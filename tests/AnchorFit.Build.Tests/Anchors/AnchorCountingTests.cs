using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>The anchors that are counted along the edge of their region are those that count one by one.</summary>
public class AnchorCountingTests
{
    private static readonly Gen<double> Threshold = Gen.OneOf(Gen.Double[0.05, 0.95], Gen.OneOf(Gen.Const(0.3), Gen.Const(0.5), Gen.Const(0.7)));

    [Theory]
    [InlineData(EdgeRule.Keep)]
    [InlineData(EdgeRule.Prune)]
    [InlineData(EdgeRule.Clip)]
    internal void AnyGrid(EdgeRule edge) =>
        Gen.Select(AnchorGen.Grid, AnchorGen.Input, AnchorGen.Box.Array[1, 8], Threshold)
            .Sample((grid, input, boxes, threshold) => SameAsEnumeration(grid, edge, input, boxes, threshold), iter: 1000);

    [Theory]
    [InlineData(EdgeRule.Keep)]
    [InlineData(EdgeRule.Prune)]
    [InlineData(EdgeRule.Clip)]
    internal void ANetworksGrid(EdgeRule edge) =>
        AnchorGen.Input.SelectMany(input => Gen.Select(AnchorGen.GridIn(input), Gen.Const(input), AnchorGen.Box.Array[1, 8], Threshold))
            .Sample((grid, input, boxes, threshold) => SameAsEnumeration(grid, edge, input, boxes, threshold), iter: 1000);

    /// <summary>Many points in a region: large anchors on a fine grid, and boxes like them.</summary>
    [Theory]
    [InlineData(EdgeRule.Keep)]
    [InlineData(EdgeRule.Prune)]
    [InlineData(EdgeRule.Clip)]
    internal void AFineGrid(EdgeRule edge) =>
        Gen.Select(Gen.Double[60, 160], Gen.Double[60, 160], Gen.Double[0.6, 1.6], Gen.Double[-20, 160], Gen.Double[-20, 160], Threshold)
            .Sample(
                (width, height, factor, x, y, threshold) => SameAsEnumeration(
                    new AnchorGrid(40, 40, 5, 5, 2.5, 2.5, [new BoxSize(width, height)]), edge, new ImageSize(200, 200),
                    [new PixelBox(x, y, x + (width * factor), y + (height / factor))], threshold),
                iter: 300);

    [Fact]
    public void ReachingTheThresholdIsEnoughAndTouchingTheEdgeIsNotCrossingIt()
    {
        var grid = new AnchorGrid(1, 3, 16, 16, 8, 8, [new BoxSize(16, 16)]);
        var input = new ImageSize(48, 16);

        // The middle anchor is the box; those beside it share a third with a box of twice the width.
        Assert.Equal(1, GridCounter.Of(grid, grid.Shapes[0], EdgeRule.Prune, input, 1).Count(new PixelBox(16, 0, 32, 16)));
        Assert.Equal(2, GridCounter.Of(grid, grid.Shapes[0], EdgeRule.Keep, input, 0.5).Count(new PixelBox(0, 0, 32, 16)));
        Assert.Equal(0, GridCounter.Of(grid, grid.Shapes[0], EdgeRule.Keep, input, 0.5000001).Count(new PixelBox(0, 0, 32, 16)));
    }

    /// <summary>What is matched has an anchor that counts, and what isn't has none.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ABoxHasOneWhereItsBestReaches(bool clips)
    {
        AnchorScheme[] schemes =
        [
            Drawn.Scheme(Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}")),
            Drawn.Scheme(Drawn.FasterRcnn("grid_anchor_generator { height: 64 width: 64 scales: [0.5, 1, 2] aspect_ratios: [0.5, 1, 2] }", more: clips ? "clip_anchors_to_image: true" : "")),
        ];
        Gen.Select(AnchorGen.Input, AnchorGen.Box).Array[1, 12].Sample(
            all =>
            {
                var boxes = new PlacedBoxes();
                foreach ((ImageSize input, PixelBox edges) in all)
                {
                    boxes.Add(new PlacedBox(edges, 1, boxes.IndexOf(input), 0, 0, 0));
                }

                foreach (AnchorScheme scheme in schemes)
                {
                    double threshold = scheme.Match.MatchedThreshold!.Value;
                    Assert.Equal(AnchorMatching.Match(boxes, scheme).IoU.Select(best => best >= threshold), AnchorCounting.Count(boxes, scheme, threshold).Select(count => count > 0));
                }
            },
            iter: 200);
    }

    /// <summary>Counts of all grids and shapes, of many boxes on many threads: the same as each alone.</summary>
    [Fact]
    public void EveryBoxHasTheAnchorsOfItsOwnInput()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}"));
        var boxes = new PlacedBoxes();
        for (int i = 0; i < 3000; i++)
        {
            int input = boxes.IndexOf(i % 3 == 0 ? new ImageSize(320, 320) : new ImageSize(640, 480));
            boxes.Add(new PlacedBox(new PixelBox(i % 97, i % 89, (i % 97) + 5 + (i % 211), (i % 89) + 5 + (i % 193)), 1, input, 0, 0, 0));
        }

        int[] counts = AnchorCounting.Count(boxes, scheme, 0.5);
        for (int i = 0; i < boxes.Count; i += 97)
        {
            PlacedBox box = boxes.Boxes[i];
            AnchorLayout layout = scheme.Draw(boxes.Inputs[box.Input]);
            IEnumerable<PixelBox> anchors = layout.Grids.SelectMany(grid => FullEnumeration.Anchors(grid, layout.Edge, layout.Input));
            Assert.Equal(anchors.Count(anchor => FullEnumeration.IoU(anchor, box.Edges) >= 0.5), counts[i]);
        }

        Assert.Contains(counts, count => count > 20);
    }

    [Fact]
    public void QuantilesAreWeightedAndMissingWhereNothingIsMatched()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd("ssd_anchor_generator { num_layers: 1 scales: 0.5 aspect_ratios: 1 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0 }"), "1x1");
        var boxes = new PlacedBoxes();
        int input = boxes.IndexOf(new ImageSize(320, 320));
        boxes.Add(new PlacedBox(new PixelBox(80, 80, 240, 240), 1, input, 0, 0, 0));
        boxes.Add(new PlacedBox(new PixelBox(0, 0, 10, 10), 2, input, 0, 0, 0));

        Assert.Equal(new PositiveAnchors(0, 0, 0.9), Rounded(PositiveAnchors.Measure(boxes, scheme)!.Value));
        Assert.Null(PositiveAnchors.Measure(new PlacedBoxes(), scheme));
        Assert.Null(PositiveAnchors.Measure(boxes, Drawn.Scheme(Drawn.Model("ssd { image_resizer { fixed_shape_resizer { height: 320 width: 320 } } feature_extractor { type: 'ssd_mobiledet_edgetpu' } anchor_generator { ssd_anchor_generator { aspect_ratios: 1 } } }"))));
    }

    private static PositiveAnchors Rounded(PositiveAnchors p) => new(Math.Round(p.P5, 9), Math.Round(p.Median, 9), Math.Round(p.P95, 9));

    // An anchor within rounding of the threshold may count or not.
    private static void SameAsEnumeration(AnchorGrid grid, EdgeRule edge, ImageSize input, PixelBox[] boxes, double threshold)
    {
        foreach (BoxSize shape in grid.Shapes)
        {
            PixelBox[] anchors = [.. FullEnumeration.Anchors(grid with { Shapes = [shape] }, edge, input)];
            GridCounter counter = GridCounter.Of(grid, shape, edge, input, threshold);
            foreach (PixelBox box in boxes)
            {
                int count = counter.Count(box);
                Assert.InRange(
                    count,
                    anchors.Count(anchor => FullEnumeration.IoU(anchor, box) >= threshold + 1e-9),
                    anchors.Count(anchor => FullEnumeration.IoU(anchor, box) >= threshold - 1e-9));
            }
        }
    }
}
