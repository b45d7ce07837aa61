using System;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using Xunit;

namespace AnchorFit.Tests.Anchors;

public class AnchorSchemeTests
{
    private const string Grid = "grid_anchor_generator { scales: 1 aspect_ratios: 1 }";
    private const string SsdGenerator = "ssd_anchor_generator { aspect_ratios: 1 }";

    [Theory]
    [InlineData("", null, false)]
    [InlineData("matcher { }", null, false)]
    [InlineData("matcher { bipartite_matcher { } }", null, false)]
    [InlineData("matcher { argmax_matcher { } }", 0.5, false)]
    [InlineData("matcher { argmax_matcher { matched_threshold: 0.25 force_match_for_each_row: true } }", 0.25, true)]
    [InlineData("matcher { argmax_matcher { matched_threshold: 0.25 ignore_thresholds: true force_match_for_each_row: true } }", null, true)]
    public void An_SSD_model_matches_as_its_matcher_says(string matcher, double? threshold, bool forces)
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Model($"ssd {{ feature_extractor {{ {Drawn.Mobiledet} }} anchor_generator {{ {SsdGenerator} }} {matcher} }}"));

        Assert.Equal(new MatchRule(threshold, forces), scheme.Match);
        Assert.Equal(EdgeRule.Keep, scheme.Edge);
    }

    [Theory]
    [InlineData("", EdgeRule.Prune)]
    [InlineData("clip_anchors_to_image: false", EdgeRule.Prune)]
    [InlineData("clip_anchors_to_image: true", EdgeRule.Clip)]
    internal void A_first_stage_matches_from_seven_tenths(string field, EdgeRule edge)
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.FasterRcnn(Grid, more: field));

        Assert.Equal(new MatchRule(0.7, true), scheme.Match);
        Assert.Equal(edge, scheme.Edge);
        Assert.Equal(edge, scheme.Draw(new ImageSize(100, 100)).Edge);
    }

    [Fact]
    public void Models_without_anchors_have_none()
    {
        Assert.Equal("the model has no anchors", Drawn.WhyNot(Drawn.Model("center_net { num_classes: 1 }")));
        Assert.Equal("the model has no anchors", Drawn.WhyNot(new DetectionModel()));
        Assert.Equal("the model has no anchor generator", Drawn.WhyNot(Drawn.Model("ssd { }")));
    }

    [Fact]
    public void An_unknown_extractor_is_named_with_the_way_out() => Assert.Equal(
        "the feature maps of the extractor 'ssd_mine' are not known; AnchorFitFeatureMaps can state them",
        Drawn.WhyNot(Drawn.Ssd(SsdGenerator, "type: 'ssd_mine'")));

    [Fact]
    public void Without_an_extractor_nothing_is_named() => Assert.Equal(
        "the model names no extractor whose feature maps are known; AnchorFitFeatureMaps can state them",
        Drawn.WhyNot(Drawn.Ssd(SsdGenerator, "")));

    [Fact]
    public void Control_characters_dont_come_along() => Assert.Equal(
        "the feature maps of the extractor 'a?b?' are not known; AnchorFitFeatureMaps can state them",
        Drawn.WhyNot(Drawn.Ssd(SsdGenerator, @"type: 'a\nb\033'")));

    [Theory]
    [InlineData("10x10;5x5", "its generator draws on 6 feature maps, but there are 2")]
    [InlineData("6x6;5x5;4x4;3x3;2x2;1x1;1x1", "its generator draws on 6 feature maps, but there are 7")]
    public void There_must_be_as_many_maps_as_layers(string maps, string whyNot) =>
        Assert.Equal(whyNot, Drawn.WhyNot(Drawn.Ssd(SsdGenerator), maps));

    [Fact]
    public void An_extractor_with_other_layers_than_the_generator_is_refused() => Assert.Equal(
        "its generator draws on 6 feature maps, but there are 4",
        Drawn.WhyNot(Drawn.Ssd(SsdGenerator, "type: 'ssd_mobilenet_v2' num_layers: 4")));

    [Fact]
    public void Stated_maps_come_before_the_extractors()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd(SsdGenerator), "32x16;5x5;4x4;3x3;2x2;1x1");
        Assert.StartsWith("32x16;", Drawn.Maps(scheme.Draw(new ImageSize(320, 320))), StringComparison.Ordinal);
    }

    /// <summary>The extractor sees 320×320; anchors' coordinates are fractions of 300×300 all the same.</summary>
    [Fact]
    public void Padding_to_a_multiple_makes_cells_not_room()
    {
        AnchorLayout layout = Drawn.Scheme(Drawn.Ssd(SsdGenerator, "type: 'ssd_mobilenet_v1' pad_to_multiple: 32")).Draw(new ImageSize(300, 300));

        Assert.Equal((20, 15.0, 7.5), (layout.Grids[0].Rows, layout.Grids[0].RowStridePx, layout.Grids[0].FirstRowPx));
        Assert.Equal("30x30", Drawn.Shapes(layout.Grids[0])[0]);
    }

    [Fact]
    public void Another_generator_is_drawn_on_the_same_maps()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd(SsdGenerator));
        AnchorScheme other = scheme.With(new AnchorGenerator { SsdAnchorGenerator = new SsdAnchorGenerator { AspectRatios = { 1, 2, 3 }, ReduceBoxesInLowestLayer = false } });

        Assert.Equal([3, 2, 2, 2, 2, 2], scheme.AnchorsALocation);
        Assert.Equal([4, 4, 4, 4, 4, 4], other.AnchorsALocation);
        Assert.Equal((scheme.Match, scheme.Edge), (other.Match, other.Edge));
        Assert.Equal(Drawn.Maps(scheme.Draw(new ImageSize(320, 200))), Drawn.Maps(other.Draw(new ImageSize(320, 200))));
    }

    [Fact]
    public void A_generator_that_doesnt_fit_breaks_the_contract()
    {
        AnchorScheme scheme = Drawn.Scheme(Drawn.Ssd(SsdGenerator));
        Assert.Throws<ArgumentException>(() => scheme.With(new AnchorGenerator { SsdAnchorGenerator = new SsdAnchorGenerator { NumLayers = 4, AspectRatios = { 1 } } }));
    }

    /// <summary>Changing the message afterwards changes no anchors.</summary>
    [Fact]
    public void A_scheme_keeps_what_it_was_made_of()
    {
        DetectionModel model = Drawn.FasterRcnn(Grid);
        AnchorScheme scheme = Drawn.Scheme(model);
        model.FasterRcnn.FirstStageAnchorGenerator.GridAnchorGenerator.HeightStride = 99;
        Assert.Equal(16, scheme.Draw(new ImageSize(100, 100)).Grids[0].RowStridePx);
    }
}
