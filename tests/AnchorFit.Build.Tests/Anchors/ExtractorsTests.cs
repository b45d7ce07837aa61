using System.IO;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Tests.Support;
using AnchorFit.Text;
using Xunit;

namespace AnchorFit.Tests.Anchors;

/// <summary>Shapes of feature maps as the API's own tests of its extractors expect them (<c>models/*_test.py</c>).</summary>
public class ExtractorsTests
{
    [Theory]
    [InlineData("ssd_mobilenet_v1", 128, 128, "8x8;4x4;2x2;1x1;1x1;1x1")]
    [InlineData("ssd_mobilenet_v1", 299, 299, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v1' pad_to_multiple: 32 use_explicit_padding: true #'", 299, 299, "20x20;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v1_keras' pad_to_multiple: 32 #'", 299, 299, "20x20;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v2' num_layers: 4 #'", 128, 128, "8x8;4x4;2x2;1x1")]
    [InlineData("ssd_mobilenet_v2_keras' num_layers: 9 #'", 320, 320, "20x20;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_inception_v2", 299, 299, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_inception_v3", 128, 128, "13x13;6x6;2x2;1x1;1x1;1x1")]
    [InlineData("ssd_inception_v3", 299, 299, "35x35;17x17;8x8;4x4;2x2;1x1")]
    [InlineData("ssd_inception_v3", 300, 300, "35x35;17x17;8x8;4x4;2x2;1x1")]
    [InlineData("ssd_inception_v3' pad_to_multiple: 32 #'", 299, 299, "37x37;18x18;8x8;4x4;2x2;1x1")]
    [InlineData("ssd_pnasnet", 128, 128, "8x8;4x4;2x2;1x1;1x1;1x1")]
    [InlineData("ssd_pnasnet' num_layers: 4 #'", 128, 128, "8x8;4x4;2x2;1x1")]
    [InlineData("ssd_pnasnet", 299, 299, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobiledet_cpu", 320, 640, "40x20;20x10;10x5;5x3;3x2;2x1")]
    [InlineData("ssd_mobiledet_dsp", 320, 640, "40x20;20x10;10x5;5x3;3x2;2x1")]
    [InlineData("ssd_mobiledet_edgetpu", 320, 640, "40x20;20x10;10x5;5x3;3x2;2x1")]
    [InlineData("ssd_mobiledet_gpu", 320, 640, "40x20;20x10;10x5;5x3;3x2;2x1")]
    [InlineData("ssd_mobilenet_edgetpu", 299, 299, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v3_large", 299, 299, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v3_small", 128, 128, "8x8;4x4;2x2;1x1;1x1;1x1")]
    [InlineData("ssd_mobilenet_v1_ppn", 320, 320, "20x20;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v1_ppn", 300, 300, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("ssd_mobilenet_v1_ppn", 640, 640, "40x40;20x20;10x10;5x5;3x3;2x2")]
    [InlineData("ssd_resnet50_v1_ppn", 289, 289, "19x19;10x10;5x5;3x3;2x2;1x1")]
    [InlineData("embedded_ssd_mobilenet_v1", 256, 256, "16x16;8x8;4x4;2x2;1x1")]
    [InlineData("ssd_spaghettinet", 320, 320, "20x20;10x10;5x5;3x3;2x2")]
    [InlineData("ssd_mobilenet_v1_fpn", 256, 256, "32x32;16x16;8x8;4x4;2x2")]
    [InlineData("ssd_mobilenet_v1_fpn_keras", 320, 320, "40x40;20x20;10x10;5x5;3x3")]
    [InlineData("ssd_mobilenet_v2_fpn_keras' pad_to_multiple: 32 #'", 299, 299, "40x40;20x20;10x10;5x5;3x3")]
    [InlineData("ssd_resnet50_v1_fpn' pad_to_multiple: 32 #'", 254, 254, "32x32;16x16;8x8;4x4;2x2")]
    [InlineData("ssd_resnet101_v1_fpn_keras' fpn { min_level: 2 max_level: 4 } #'", 256, 256, "64x64;32x32;16x16")]
    [InlineData("ssd_mobilenet_v2_mnasfpn", 256, 320, "40x32;20x16;10x8;5x4")]
    [InlineData("ssd_efficientnet-b0_bifpn_keras", 512, 512, "64x64;32x32;16x16;8x8;4x4")]
    [InlineData("ssd_efficientnet-b7_bifpn_keras' bifpn { min_level: 4 max_level: 6 } #'", 512, 512, "32x32;16x16;8x8")]
    public void Of_SSD_extractors(string type, int width, int height, string maps) =>
        Assert.Equal(maps, Maps(Extractors.Of(SsdExtractor(type)), width, height));

    [Theory]
    [InlineData("faster_rcnn_resnet101", 224, "14x14")]
    [InlineData("faster_rcnn_resnet50' first_stage_features_stride: 8 #'", 224, "28x28")]
    [InlineData("faster_rcnn_resnet152_keras", 112, "7x7")]
    [InlineData("faster_rcnn_inception_resnet_v2", 299, "19x19")]
    [InlineData("faster_rcnn_inception_resnet_v2_keras' first_stage_features_stride: 8 #'", 224, "28x28")]
    [InlineData("faster_rcnn_inception_v2' first_stage_features_stride: 8 #'", 224, "14x14")]
    [InlineData("faster_rcnn_mobilenet_v1' first_stage_features_stride: 8 #'", 224, "14x14")]
    [InlineData("faster_rcnn_nas", 299, "19x19")]
    [InlineData("faster_rcnn_nas", 112, "7x7")]
    [InlineData("faster_rcnn_pnas", 224, "14x14")]
    [InlineData("faster_rcnn_resnet50_fpn_keras", 448, "112x112;56x56;28x28;14x14;7x7")]
    [InlineData("faster_rcnn_resnet50_fpn_keras", 224, "56x56;28x28;14x14;7x7;4x4")]
    [InlineData("faster_rcnn_resnet101_fpn_keras' fpn { min_level: 2 max_level: 3 } #'", 224, "56x56;28x28")]
    public void Of_first_stages(string type, int side, string maps)
    {
        FasterRcnnFeatureExtractor extractor = Drawn.FasterRcnn("grid_anchor_generator { }", $"type: '{type}'\n").FasterRcnn.FeatureExtractor;
        Assert.Equal(maps, Maps(Extractors.Of(extractor), side, side));
    }

    /// <summary>The first convolution of NASNet pads nothing: one pixel more than 320 makes no further cell.</summary>
    [Fact]
    public void NASNet_loses_a_pixel() => Assert.Equal("20x20", Maps(Extractors.Of(SsdExtractor("ssd_pnasnet' num_layers: 1 #'")), 321, 321));

    [Theory]
    [InlineData("")]
    [InlineData("ssd_mine")]
    [InlineData("SSD_MOBILENET_V1")]
    [InlineData("ssd_resnet50_v1_fpn' fpn { min_level: 4 max_level: 3 } #'")]
    [InlineData("ssd_resnet50_v1_fpn' fpn { max_level: 2000000000 } #'")]
    [InlineData("ssd_resnet50_v1_fpn' fpn { min_level: -2000000000 max_level: 2000000000 } #'")]
    public void Other_extractors_are_not_known(string type) => Assert.Null(Extractors.Of(SsdExtractor(type)));

    [Theory]
    [InlineData("ssd_mobilenet_v1")]
    [InlineData("ssd_inception_v3")]
    [InlineData("ssd_pnasnet")]
    [InlineData("ssd_mobilenet_v2' pad_to_multiple: 2000000000 #'")]
    public void Inputs_of_any_size_have_maps(string type)
    {
        FeatureMapRule rule = Extractors.Of(SsdExtractor(type))!;
        foreach (int side in new[] { 1, 2, 33, int.MaxValue })
        {
            Assert.All(Enumerable.Range(0, rule.Count), map => Assert.True(rule.At(map, new ImageSize(side, 1)).Columns >= 1));
        }
    }

    /// <summary>All configs of the corpus but those without anchors can be drawn.</summary>
    [CorpusFact]
    public void Every_real_config_is_drawn()
    {
        Corpus.Require();
        Assert.All(Corpus.AllConfigs(), path =>
        {
            TrainEvalPipelineConfig config = ConfigBinder.Bind<TrainEvalPipelineConfig>(
                TextFormatParser.Parse(new SourceText(path, File.ReadAllText(path)))).Message;
            AnchorScheme? scheme = AnchorScheme.Of(config.Model, null, out string? whyNot);
            if (config.Model.ModelCase == DetectionModel.ModelOneofCase.CenterNet)
            {
                Assert.NotNull(whyNot);
                return;
            }

            Assert.Null(whyNot);
            AnchorLayout layout = scheme!.Draw(new ImageSize(640, 640));
            Assert.Equal(scheme.AnchorsALocation, layout.Grids.Select(g => g.Shapes.Count));
            Assert.All(layout.Grids, g => Assert.True(g.Rows > 0 && g.Columns > 0 && g.RowStridePx > 0 && g.ColumnStridePx > 0));
        });
    }

    private static SsdFeatureExtractor SsdExtractor(string type) =>
        Drawn.Ssd("ssd_anchor_generator { }", $"type: '{type}'\n").Ssd.FeatureExtractor;

    private static string Maps(FeatureMapRule? rule, int width, int height) =>
        new FeatureMapSizes([.. Enumerable.Range(0, rule!.Count).Select(i => rule.At(i, new ImageSize(width, height)))]).ToString();
}
