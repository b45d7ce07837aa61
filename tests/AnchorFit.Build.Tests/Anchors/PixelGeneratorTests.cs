using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>The generators whose sizes are pixels. Most figures are those of the API's own tests (<c>anchor_generators/*_test.py</c>).</summary>
public class PixelGeneratorTests
{
    private const string Unknown = "type: 'mine'";

    /// <summary><c>test_construct_single_anchor</c>.</summary>
    [Theory]
    [InlineData("multiscale_anchor_generator { min_level: 5 max_level: 5 aspect_ratios: 1 scales_per_octave: 1 }")]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { base_sizes: 128 aspect_ratios: 1 height_stride: 32 width_stride: 32 height_offset: 16 width_offset: 16 } }")]
    public void Four_anchors_half_a_stride_inside(string generator) => Assert.Equal(
        [new(-48, -48, 80, 80), new(-16, -48, 112, 80), new(-48, -16, 80, 112), new(-16, -16, 112, 112)],
        Anchors(Drawn.Ssd(generator, Unknown), new ImageSize(64, 64)));

    /// <summary><c>test_construct_single_anchor_with_odd_input_dimension</c>.</summary>
    [Fact]
    public void A_side_that_the_stride_doesnt_divide_begins_at_its_edge()
    {
        const string Generator = "multiscale_anchor_generator { min_level: 5 max_level: 5 aspect_ratios: 1 scales_per_octave: 1 }";
        PixelBox[] anchors = Anchors(Drawn.Ssd(Generator, Unknown), new ImageSize(65, 64));

        Assert.Equal([new(-64, -48, 64, 80), new(-32, -48, 96, 80), new(0, -48, 128, 80)], anchors.Take(3));
        Assert.Equal(6, anchors.Length);
    }

    /// <summary><c>test_construct_single_anchor_dynamic_size</c>: sides that are known only with the image.</summary>
    [Fact]
    public void Sides_of_any_image_begin_half_a_stride_inside()
    {
        const string Generator = "multiscale_anchor_generator { min_level: 5 max_level: 5 aspect_ratios: 1 scales_per_octave: 1 }";
        var input = new ImageSize(65, 64);
        PixelBox Of(string resizer) => Anchors(Drawn.Ssd(Generator, Unknown, resizer), input)[0];

        Assert.Equal(new PixelBox(-48, -48, 80, 80), Of("keep_aspect_ratio_resizer { }"));
        Assert.Equal(new PixelBox(-48, -48, 80, 80), Of("identity_resizer { }"));
        Assert.Equal(new PixelBox(-64, -48, 64, 80), Of("keep_aspect_ratio_resizer { pad_to_max_dimension: true }"));
    }

    /// <summary><c>test_construct_single_anchor_with_two_scales_per_octave_and_aspect</c>.</summary>
    [Fact]
    public void Every_ratio_has_all_scales_of_the_octave()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd("multiscale_anchor_generator { min_level: 6 max_level: 6 aspect_ratios: [1, 2] scales_per_octave: 2 }", Unknown))
            .Draw(new ImageSize(64, 64));

        Assert.Equal(["256x256", "362.039x362.039", "362.039x181.019", "512x256"], Drawn.Shapes(layout.Grids[0]));
    }

    /// <summary><c>test_construct_single_anchor_on_two_feature_maps</c>, and the defaults: scale 4, two scales, levels 3 to 7.</summary>
    [Fact]
    public void Levels_double()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd("multiscale_anchor_generator { aspect_ratios: 1 }", Unknown)).Draw(new ImageSize(640, 512));

        Assert.Equal("64x80;32x40;16x20;8x10;4x5", Drawn.Maps(layout));
        Assert.Equal(["32x32", "45.255x45.255"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(["512x512", "724.077x724.077"], Drawn.Shapes(layout.Grids[4]));
        Assert.Equal((128, 64), (layout.Grids[4].ColumnStridePx, layout.Grids[4].FirstRowPx));
        Assert.Equal(2 * ((64 * 80) + (32 * 40) + (16 * 20) + (8 * 10) + (4 * 5)), layout.Count);
    }

    /// <summary><c>test_construct_anchor_grid</c> of the grid generator, with whole strides.</summary>
    [Fact]
    public void A_first_stages_grid()
    {
        const string Generator = """
            grid_anchor_generator {
              scales: [0.5, 1, 2] aspect_ratios: [0.25, 1, 4] height_stride: 16 width_stride: 8 height_offset: 7 width_offset: -3
            }
            """;
        AnchorLayout layout = Drawn.Scheme(Drawn.FasterRcnn(Generator), "1x2").Draw(new ImageSize(600, 600));

        Assert.Equal(EdgeRule.Prune, layout.Edge);
        Assert.Equal(
            ["64x256", "128x512", "256x1024", "128x128", "256x256", "512x512", "256x64", "512x128", "1024x256"],
            Drawn.Shapes(layout.Grids[0]));
        PixelBox[] anchors = [.. FullEnumeration.Anchors(layout.Grids[0], EdgeRule.Keep, layout.Input)];
        Assert.Equal(new PixelBox(-35, -121, 29, 135), anchors[0]);
        Assert.Equal(new PixelBox(-515, -121, 509, 135), anchors[8]);
        Assert.Equal(new PixelBox(-27, -121, 37, 135), anchors[9]);
    }

    [Fact]
    public void A_first_stages_pyramid_begins_half_a_stride_inside()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.FasterRcnn(
            "multiscale_anchor_generator { min_level: 2 max_level: 6 anchor_scale: 8 aspect_ratios: 1 scales_per_octave: 1 normalize_coordinates: false }",
            "type: 'faster_rcnn_resnet50_fpn_keras'")).Draw(new ImageSize(609, 600));

        // Sides padded to a multiple of 32: 608 and 640.
        Assert.Equal("152x160;76x80;38x40;19x20;10x10", Drawn.Maps(layout));
        Assert.Equal((2, 2), (layout.Grids[0].FirstRowPx, layout.Grids[0].FirstColumnPx));
        Assert.Equal(["32x32"], Drawn.Shapes(layout.Grids[0]));
    }

    [Fact]
    public void Base_sizes_pair_with_ratios()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd("""
            flexible_grid_anchor_generator {
              anchor_grid { base_sizes: [30, 50] aspect_ratios: [1, 4] height_stride: 8 width_stride: 16 height_offset: 1 width_offset: 2 }
              anchor_grid { base_sizes: 100 aspect_ratios: 0.25 height_stride: 64 width_stride: 32 }
            }
            """, Unknown)).Draw(new ImageSize(100, 60));

        Assert.Equal("8x7;1x4", Drawn.Maps(layout));
        Assert.Equal(["30x30", "100x25"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(["50x200"], Drawn.Shapes(layout.Grids[1]));
        Assert.Equal((8, 16, 1, 2), (layout.Grids[0].RowStridePx, layout.Grids[0].ColumnStridePx, layout.Grids[0].FirstRowPx, layout.Grids[0].FirstColumnPx));
    }

    [Theory]
    [InlineData("multiscale_anchor_generator { }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 0 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 scales_per_octave: 0 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 scales_per_octave: 2000000000 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 min_level: 8 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 min_level: -1 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 max_level: 2000000000 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 normalize_coordinates: false }")]
    [InlineData("grid_anchor_generator { scales: 1 aspect_ratios: 1 }")]
    [InlineData("flexible_grid_anchor_generator { }")]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { height_stride: 8 width_stride: 8 } }")]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { base_sizes: [1, 2] aspect_ratios: 1 height_stride: 8 width_stride: 8 } }")]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { base_sizes: 1 aspect_ratios: 1 } }")]
    [InlineData("flexible_grid_anchor_generator { normalize_coordinates: false anchor_grid { base_sizes: 1 aspect_ratios: 1 height_stride: 8 width_stride: 8 } }")]
    [InlineData("")]
    public void What_an_SSD_model_cant_be_built_with_isnt_drawn(string generator) =>
        Assert.NotEmpty(Drawn.WhyNot(Drawn.Ssd(generator, Unknown)));

    [Theory]
    [InlineData("grid_anchor_generator { }")]
    [InlineData("grid_anchor_generator { scales: 1 aspect_ratios: 1 height_stride: 0 }")]
    [InlineData("multiscale_anchor_generator { aspect_ratios: 1 }")]
    [InlineData("flexible_grid_anchor_generator { anchor_grid { base_sizes: 1 aspect_ratios: 1 height_stride: 8 width_stride: 8 } }")]
    [InlineData("ssd_anchor_generator { aspect_ratios: 1 }")]
    public void What_a_first_stage_cant_be_built_with_isnt_drawn(string generator) =>
        Assert.NotEmpty(Drawn.WhyNot(Drawn.FasterRcnn(generator, Unknown)));

    /// <summary>Faster R-CNN passes no sides on, so that scales are multiples of the base size in pixels.</summary>
    [Fact]
    public void A_first_stage_draws_an_SSD_generator_in_pixels()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.FasterRcnn("""
            ssd_anchor_generator {
              num_layers: 1 scales: 0.5 aspect_ratios: 1 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0
              base_anchor_height: 256 base_anchor_width: 128 height_stride: 16 width_stride: 16
            }
            """)).Draw(new ImageSize(640, 600));

        Assert.Equal("38x40", Drawn.Maps(layout));
        Assert.Equal(["64x128"], Drawn.Shapes(layout.Grids[0]));
        Assert.Equal(8, layout.Grids[0].FirstRowPx);
    }

    private static PixelBox[] Anchors(AnchorFit.Protos.DetectionModel model, ImageSize input)
    {
        AnchorLayout layout = Drawn.Scheme(model).Draw(input);
        return [.. layout.Grids.SelectMany(grid => FullEnumeration.Anchors(grid, EdgeRule.Keep, input))];
    }
}
