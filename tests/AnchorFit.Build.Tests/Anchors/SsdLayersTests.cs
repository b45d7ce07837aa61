using System;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors;

public class SsdLayersTests
{
    private const string SixLayers = "ssd_anchor_generator { " + Drawn.DefaultRatios + " }";

    private static readonly ImageSize Square = new(320, 320);

    /// <summary>Worked by hand: 0.1·320 = 32; s₀ = 0.2: 64·√2 = 90.51; s₁ = 0.35: 112, with s₂ = 0.5: √0.175·320 = 133.866.</summary>
    [Fact]
    public void The_default_generators_shapes()
    {
        AnchorLayout layout = Draw(SixLayers);

        Assert.Equal(["32x32", "90.51x45.255", "45.255x90.51"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(["112x112", "158.392x79.196", "79.196x158.392", "193.99x64.663", "64.66x193.999", "133.866x133.866"], Drawn.Shapes(layout.Grids[1]));

        // The last: 0.95·320 = 304, and between 0.95 and 1.
        Assert.Equal("304x304", Drawn.Shapes(layout.Grids[5])[0]);
        Assert.Equal("311.897x311.897", Drawn.Shapes(layout.Grids[5])[5]);
    }

    [Fact]
    public void Points_lie_in_the_middle_of_the_cells()
    {
        AnchorLayout layout = Draw(SixLayers);

        Assert.Equal((16, 16, 8, 8), Points(layout.Grids[0]));
        Assert.Equal((32, 32, 16, 16), Points(layout.Grids[1]));
        Assert.Equal((64, 64, 32, 32), Points(layout.Grids[2]));
        Assert.Equal((320 / 3.0, 320 / 3.0, 160 / 3.0, 160 / 3.0), Points(layout.Grids[3]));
        Assert.Equal((320, 320, 160, 160), Points(layout.Grids[5]));
    }

    /// <summary>Count and figures of the API's own tests (<c>multiple_grid_anchor_generator_test.py</c>).</summary>
    [Theory]
    [InlineData("true", 7308)]
    [InlineData("false", 11640)]
    public void The_counts_of_the_APIs_tests(string reduced, long count)
    {
        AnchorScheme scheme = Drawn.Scheme(
            Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} reduce_boxes_in_lowest_layer: {reduced} }}"),
            "38x38;19x19;10x10;5x5;3x3;1x1");
        Assert.Equal(count, scheme.Draw(Square).Count);
    }

    /// <summary>The API's <c>test_construct_anchor_grid_normalized</c>: in an input 640 wide and 320 high a scale of 1 is 320×320, in two columns.</summary>
    [Fact]
    public void Shapes_scale_with_the_shorter_side()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd("ssd_anchor_generator { num_layers: 1 scales: 1 aspect_ratios: 1 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0 }"), "1x2")
            .Draw(new ImageSize(640, 320));

        Assert.Equal(["320x320"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal((320, 320, 160, 160), Points(layout.Grids[0]));
        Assert.Equal(
            [new PixelBox(0, 0, 320, 320), new PixelBox(320, 0, 640, 320)],
            FullEnumeration.Anchors(layout.Grids[0], EdgeRule.Keep, layout.Input));
    }

    [Fact]
    public void Base_sizes_stretch_every_anchor()
    {
        AnchorLayout layout = Draw("ssd_anchor_generator { num_layers: 2 scales: [0.5, 1] aspect_ratios: 4 base_anchor_height: 0.5 base_anchor_width: 2 }", "2x2;1x1");

        Assert.Equal(["64x16", "452.548x56.569", "226.274x113.137"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(["1280x80", "640x160"], Drawn.Shapes(layout.Grids[1]));
    }

    [Fact]
    public void Explicit_scales_replace_the_even_ones()
    {
        AnchorLayout layout = Draw("ssd_anchor_generator { num_layers: 2 min_scale: 0.9 scales: [0.25, 0.64] aspect_ratios: 1 reduce_boxes_in_lowest_layer: false }", "2x2;1x1");

        Assert.Equal(["80x80", "128x128"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(["204.8x204.8", "256x256"], Drawn.Shapes(layout.Grids[1]));
    }

    /// <summary>The list goes on behind the layers: its next scale, not 1, follows the last layer's.</summary>
    [Fact]
    public void A_scale_too_many_still_follows_the_last_layers()
    {
        AnchorLayout layout = Draw("ssd_anchor_generator { num_layers: 1 scales: [0.25, 0.64] aspect_ratios: 1 reduce_boxes_in_lowest_layer: false }", "1x1");
        Assert.Equal(["80x80", "128x128"], Drawn.Shapes(layout.Grids[0]));
    }

    [Theory]
    [InlineData("interpolated_scale_aspect_ratio: 0", new[] { "304x304" })]
    [InlineData("interpolated_scale_aspect_ratio: -1", new[] { "304x304" })]
    [InlineData("interpolated_scale_aspect_ratio: 4", new[] { "304x304", "623.795x155.949" })]
    public void The_interpolated_anchor_has_its_own_ratio(string field, string[] shapes) =>
        Assert.Equal(shapes, Drawn.Shapes(Draw($"ssd_anchor_generator {{ aspect_ratios: 1 {field} }}").Grids[5]));

    /// <summary>The builder passes an empty list on; Python's default ratios are not used.</summary>
    [Fact]
    public void Without_ratios_only_the_interpolated_anchors_are_left() =>
        Assert.Equal([3, 1, 1, 1, 1, 1], Drawn.Scheme(Drawn.Ssd("ssd_anchor_generator { }")).AnchorsALocation);

    [Fact]
    public void Stated_strides_and_offsets()
    {
        const string Generator = "ssd_anchor_generator { num_layers: 2 aspect_ratios: 1 height_stride: [16, 32] width_stride: [20, 40] ";
        AnchorGrid centred = Draw(Generator + "}").Grids[1];
        AnchorGrid offset = Draw(Generator + "height_offset: [0, 5] width_offset: [3, -7] }").Grids[1];

        Assert.Equal((32, 40, 16, 20), Points(centred));
        Assert.Equal((32, 40, 5, -7), Points(offset));
    }

    [Fact]
    public void Stated_strides_make_up_for_an_unknown_extractor()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd("ssd_anchor_generator { num_layers: 2 aspect_ratios: 1 height_stride: [16, 32] width_stride: [20, 40] }", "type: 'mine'"));
        Assert.Equal("19x15;10x8", Drawn.Maps(scheme.Draw(new ImageSize(300, 300))));
    }

    [Theory]
    [InlineData("num_layers: 0")]
    [InlineData("num_layers: -3")]
    [InlineData("num_layers: 2000000000 aspect_ratios: 1")]
    [InlineData("num_layers: 1 aspect_ratios: 1")]
    [InlineData("num_layers: 5 aspect_ratios: 1")]
    [InlineData("scales: [0.1, 0.2] aspect_ratios: 1")]
    [InlineData("aspect_ratios: 0")]
    [InlineData("aspect_ratios: -1")]
    [InlineData("aspect_ratios: nan")]
    [InlineData("aspect_ratios: inf")]
    [InlineData("interpolated_scale_aspect_ratio: 0")]
    [InlineData("aspect_ratios: 1 min_scale: -1")]
    [InlineData("aspect_ratios: 1 base_anchor_width: 0")]
    [InlineData("aspect_ratios: 1 height_stride: [1, 2] width_stride: [1, 2]")]
    [InlineData("aspect_ratios: 1 height_stride: [1, 2, 3, 4, 5, 6]")]
    [InlineData("aspect_ratios: 1 height_stride: [0, 2, 3, 4, 5, 6] width_stride: [1, 2, 3, 4, 5, 6]")]
    [InlineData("aspect_ratios: 1 height_offset: [1, 2, 3, 4, 5, 6]")]
    public void What_the_API_would_refuse_isnt_drawn(string fields) =>
        Assert.NotEmpty(Drawn.WhyNot(Drawn.Ssd($"ssd_anchor_generator {{ {fields} }}")));

    [Fact]
    public void The_count_is_that_of_points_and_shapes() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[33, 700], Gen.Int[33, 700], Gen.Bool).Sample((ratios, width, height, reduced) =>
        {
            string text = string.Join(",", Enumerable.Range(1, ratios));
            AnchorLayout layout = Drawn.Scheme(Drawn.Ssd($"ssd_anchor_generator {{ aspect_ratios: [{text}] reduce_boxes_in_lowest_layer: {(reduced ? "true" : "false")} }}"))
                .Draw(new ImageSize(width, height));
            long expected = 0;
            for (int i = 0; i < 6; i++)
            {
                int cell = 16 << i;
                long points = (long)((height + cell - 1) / cell) * ((width + cell - 1) / cell);
                expected += points * (i == 0 && reduced ? 3 : ratios + 1);
            }

            Assert.Equal(expected, layout.Count);
        });

    [Fact]
    public void Every_grid_lies_in_the_middle_of_the_input() =>
        AnchorGen.Input.Sample(input =>
        {
            foreach (AnchorGrid grid in Drawn.Scheme(Drawn.Ssd(SixLayers)).Draw(input).Grids)
            {
                Assert.Equal(input.Width / 2.0, grid.FirstColumnPx + ((grid.Columns - 1) * grid.ColumnStridePx / 2), 1e-9);
                Assert.Equal(input.Height / 2.0, grid.FirstRowPx + ((grid.Rows - 1) * grid.RowStridePx / 2), 1e-9);
            }
        });

    /// <summary>Mirrored ratios and mirrored sides draw mirrored anchors.</summary>
    [Fact]
    public void Turning_the_input_turns_the_anchors() =>
        Gen.Select(AnchorGen.Input, Gen.Double[0.2, 5].Array[1, 4]).Sample((input, ratios) =>
        {
            AnchorLayout layout = Layout(input, ratios);
            AnchorLayout turned = Layout(new ImageSize(input.Height, input.Width), [.. ratios.Select(r => 1 / r)]);
            for (int i = 1; i < layout.Grids.Count; i++)
            {
                AnchorGrid grid = layout.Grids[i];
                Assert.Equal((grid.Columns, grid.Rows), (turned.Grids[i].Rows, turned.Grids[i].Columns));
                Assert.All(grid.Shapes.Zip(turned.Grids[i].Shapes), pair =>
                {
                    Assert.Equal(pair.First.Width, pair.Second.Height, 1e-6 * pair.First.Width);
                    Assert.Equal(pair.First.Height, pair.Second.Width, 1e-6 * pair.First.Height);
                });
            }
        });

    private static AnchorLayout Layout(ImageSize input, double[] ratios) => Drawn
        .Scheme(Drawn.Ssd(FormattableString.Invariant($"ssd_anchor_generator {{ aspect_ratios: [{string.Join(",", ratios.Select(r => FormattableString.Invariant($"{r}")))}] }}")))
        .Draw(input);

    private static AnchorLayout Draw(string generator, string? maps = null)
    {
        bool two = generator.Contains("num_layers: 2", StringComparison.Ordinal);
        return Drawn.Scheme(Drawn.Ssd(generator), maps ?? (two ? "20x20;10x10" : null)).Draw(Square);
    }

    private static (double, double, double, double) Points(AnchorGrid grid) =>
        (grid.RowStridePx, grid.ColumnStridePx, grid.FirstRowPx, grid.FirstColumnPx);
}
