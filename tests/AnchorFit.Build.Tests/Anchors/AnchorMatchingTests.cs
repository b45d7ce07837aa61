using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

public class AnchorMatchingTests
{
    private const string Generator = "ssd_anchor_generator { aspect_ratios: [1, 2, 0.5] }";

    private static readonly AnchorScheme[] Schemes =
    [
        Drawn.Scheme(Drawn.Ssd(Generator)),
        Drawn.Scheme(Drawn.Ssd("multiscale_anchor_generator { min_level: 4 max_level: 6 aspect_ratios: [1, 2, 0.5] }", "type: 'mine'")),
        Drawn.Scheme(Drawn.FasterRcnn("grid_anchor_generator { height: 64 width: 64 scales: [0.5, 1, 2] aspect_ratios: [0.5, 1, 2] }")),
        Drawn.Scheme(Drawn.FasterRcnn("grid_anchor_generator { height: 64 width: 64 scales: [0.5, 1, 2] aspect_ratios: [0.5, 1, 2] }", more: "clip_anchors_to_image: true")),
    ];

    private static readonly Gen<PlacedBoxes> Boxes = Gen.Select(AnchorGen.Input, AnchorGen.Box).Array[1, 12].Select(Placed);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_box_gets_the_best_anchor_of_its_own_input(int scheme) => Boxes.Sample(
        boxes =>
        {
            BestMatches matches = AnchorMatching.Match(boxes, Schemes[scheme]);
            for (int i = 0; i < boxes.Count; i++)
            {
                PlacedBox box = boxes.Boxes[i];
                AnchorLayout layout = Schemes[scheme].Draw(boxes.Inputs[box.Input]);
                (double overlap, int grid) = FullEnumeration.Best(box.Edges, layout);
                Assert.Equal(overlap, matches.IoU[i], 1e-11);
                Assert.True(grid == matches.Grid[i] || IsTie(layout, box.Edges, matches.Grid[i], overlap));
            }
        },
        iter: 60);

    [Fact]
    public void More_boxes_than_one_thread_takes_at_a_time()
    {
        var boxes = new PlacedBoxes();
        for (int i = 0; i < 5000; i++)
        {
            int input = boxes.IndexOf(i % 3 == 0 ? new ImageSize(320, 320) : new ImageSize(640, 480));
            boxes.Add(new PlacedBox(new PixelBox(i % 97, i % 89, (i % 97) + 5 + (i % 211), (i % 89) + 5 + (i % 193)), 1, input, 0, 0, 0));
        }

        BestMatches matches = AnchorMatching.Match(boxes, Schemes[0]);
        for (int i = 0; i < boxes.Count; i += 7)
        {
            PlacedBox box = boxes.Boxes[i];
            BestMatches alone = AnchorMatching.Match(Drawn.Boxes(boxes.Inputs[box.Input], box.Edges), Schemes[0]);
            Assert.Equal((alone.IoU[0], alone.Grid[0]), (matches.IoU[i], matches.Grid[i]));
        }
    }

    /// <summary>Both grids have the same anchor in the middle.</summary>
    [Fact]
    public void Of_equal_overlaps_the_finest_grid_counts()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd("""
            flexible_grid_anchor_generator {
              anchor_grid { base_sizes: 40 aspect_ratios: 1 height_stride: 32 width_stride: 32 height_offset: 16 width_offset: 16 }
              anchor_grid { base_sizes: 40 aspect_ratios: 1 height_stride: 64 width_stride: 64 height_offset: 16 width_offset: 16 }
            }
            """, "type: 'mine'"));

        BestMatches matches = AnchorMatching.Match(Drawn.Boxes(new ImageSize(128, 128), new PixelBox(-4, -4, 36, 36)), scheme);
        Assert.Equal((1, 0), (matches.IoU[0], matches.Grid[0]));
    }

    [Fact]
    public void A_box_that_no_anchor_touches_has_no_grid()
    {
        BestMatches matches = AnchorMatching.Match(Drawn.Boxes(new ImageSize(320, 320), new PixelBox(2000, 2000, 2010, 2010)), Schemes[0]);
        Assert.Equal((0, -1), (matches.IoU[0], matches.Grid[0]));
    }

    [Fact]
    public void Without_boxes_there_are_no_matches()
    {
        var boxes = new PlacedBoxes();
        boxes.IndexOf(new ImageSize(320, 320));
        Assert.Empty(AnchorMatching.Match(boxes, Schemes[0]).IoU);
        Assert.Empty(AnchorMatching.Match(new PlacedBoxes(), Schemes[0]).IoU);
    }

    /// <summary>Scales are fractions of the input: twice the input and twice the boxes overlap alike.</summary>
    [Fact]
    public void Doubling_everything_changes_nothing() =>
        Gen.Select(Gen.Int[2, 10], Gen.Int[2, 10], AnchorGen.Box.Array[1, 9]).Sample((width, height, edges) =>
        {
            var input = new ImageSize(32 * width, 32 * height);
            string maps = "20x20;10x10;5x5;3x3;2x2;1x1";
            AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd(Generator), maps);
            BestMatches once = AnchorMatching.Match(Drawn.Boxes(input, edges), scheme);
            BestMatches twice = AnchorMatching.Match(
                Drawn.Boxes(new ImageSize(2 * input.Width, 2 * input.Height), edges.Select(b => new PixelBox(2 * b.XMin, 2 * b.YMin, 2 * b.XMax, 2 * b.YMax))), scheme);
            Assert.Equal(once.IoU, twice.IoU);
            Assert.Equal(once.Grid, twice.Grid);
        });

    private static bool IsTie(AnchorLayout layout, PixelBox box, int grid, double overlap) =>
        grid >= 0 && FullEnumeration.BestIoU(box, FullEnumeration.Anchors(layout.Grids[grid], layout.Edge, layout.Input)) > overlap - 1e-11;

    private static PlacedBoxes Placed((ImageSize Input, PixelBox Edges)[] all)
    {
        var boxes = new PlacedBoxes();
        foreach ((ImageSize input, PixelBox edges) in all)
        {
            boxes.Add(new PlacedBox(edges, 1, boxes.IndexOf(input), 0, 0, 0));
        }

        return boxes;
    }
}
