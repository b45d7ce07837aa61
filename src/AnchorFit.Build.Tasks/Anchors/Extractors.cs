using System;
using System.Collections.Generic;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// The feature maps of the extractors that the API can build, by the name in <c>feature_extractor.type</c>.
/// Source: <c>builders/model_builder.py</c> for the names, <c>models/*_feature_extractor.py</c> for the maps.
/// </summary>
/// <remarks>
/// <para>
/// The plain SSD extractors take the last features of stride 16 and of stride 32, then halve: levels 4, 5, 6 and so on,
/// six of them; those that slice their layout by <c>num_layers</c> may have fewer. The pyramids have the levels that
/// <c>fpn</c> or <c>bifpn</c> states.
/// </para>
/// <para>
/// <c>use_explicit_padding</c> changes no size: the padding is that of SAME for odd kernels, only on other sides.
/// <c>pad_to_multiple</c> pads what the extractor sees, not the window that the anchors' coordinates refer to
/// (<c>meta_architectures/ssd_meta_arch.py</c> passes the sides before that padding on).
/// </para>
/// </remarks>
internal static class Extractors
{
    private const int MostPlainMaps = 6;

    private static readonly Dictionary<string, Func<SsdFeatureExtractor, FeatureMapRule?>> Ssd = new(StringComparer.Ordinal)
    {
        ["ssd_mobilenet_v1"] = Sliced,
        ["ssd_mobilenet_v1_keras"] = Sliced,
        ["ssd_mobilenet_v2"] = Sliced,
        ["ssd_mobilenet_v2_keras"] = Sliced,
        ["ssd_inception_v2"] = Sliced,
        ["ssd_inception_v3"] = e => FeatureMapRule.Sides(SlicedCount(e), e.PadToMultiple, InceptionV3Cells),
        ["ssd_pnasnet"] = e => FeatureMapRule.Sides(SlicedCount(e), e.PadToMultiple, NasCells),
        ["ssd_mobilenet_v3_large"] = Six,
        ["ssd_mobilenet_v3_small"] = Six,
        ["ssd_mobilenet_v3_small_pruned"] = Six,
        ["ssd_mobilenet_edgetpu"] = Six,
        ["ssd_mobiledet_cpu"] = Six,
        ["ssd_mobiledet_dsp"] = Six,
        ["ssd_mobiledet_edgetpu"] = Six,
        ["ssd_mobiledet_gpu"] = Six,
        ["ssd_mobilenet_v1_ppn"] = Six,
        ["ssd_resnet50_v1_ppn"] = Six,
        ["ssd_resnet101_v1_ppn"] = Six,
        ["ssd_resnet152_v1_ppn"] = Six,
        ["embedded_ssd_mobilenet_v1"] = e => FeatureMapRule.Levels(4, 5, e.PadToMultiple),
        ["ssd_spaghettinet"] = _ => FeatureMapRule.Levels(4, 5, 1),
        ["ssd_mobilenet_v1_fpn"] = Fpn,
        ["ssd_mobilenet_v1_fpn_keras"] = Fpn,
        ["ssd_mobilenet_v2_fpn"] = Fpn,
        ["ssd_mobilenet_v2_fpn_keras"] = Fpn,
        ["ssd_resnet50_v1_fpn"] = Fpn,
        ["ssd_resnet50_v1_fpn_keras"] = Fpn,
        ["ssd_resnet101_v1_fpn"] = Fpn,
        ["ssd_resnet101_v1_fpn_keras"] = Fpn,
        ["ssd_resnet152_v1_fpn"] = Fpn,
        ["ssd_resnet152_v1_fpn_keras"] = Fpn,
        ["ssd_mobilenet_v2_mnasfpn"] = e => FeatureMapRule.Levels(3, 4, e.PadToMultiple),
        ["ssd_efficientnet-b0_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b1_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b2_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b3_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b4_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b5_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b6_bifpn_keras"] = BiFpn,
        ["ssd_efficientnet-b7_bifpn_keras"] = BiFpn,
    };

    private static readonly Dictionary<string, Func<FasterRcnnFeatureExtractor, FeatureMapRule?>> FasterRcnn = new(StringComparer.Ordinal)
    {
        ["faster_rcnn_resnet50"] = StatedStride,
        ["faster_rcnn_resnet101"] = StatedStride,
        ["faster_rcnn_resnet152"] = StatedStride,
        ["faster_rcnn_inception_resnet_v2"] = StatedStride,
        ["faster_rcnn_inception_resnet_v2_keras"] = StatedStride,
        ["faster_rcnn_resnet50_keras"] = Stride16,
        ["faster_rcnn_resnet101_keras"] = Stride16,
        ["faster_rcnn_resnet152_keras"] = Stride16,
        ["faster_rcnn_inception_v2"] = Stride16,
        ["faster_rcnn_mobilenet_v1"] = Stride16,
        ["faster_rcnn_nas"] = _ => FeatureMapRule.Sides(1, 1, NasCells),
        ["faster_rcnn_pnas"] = _ => FeatureMapRule.Sides(1, 1, NasCells),
        ["faster_rcnn_resnet50_fpn_keras"] = FirstStageFpn,
        ["faster_rcnn_resnet101_fpn_keras"] = FirstStageFpn,
        ["faster_rcnn_resnet152_fpn_keras"] = FirstStageFpn,
    };

    /// <summary>The maps of an SSD extractor; null where its type is not known or its levels make no sense.</summary>
    public static FeatureMapRule? Of(SsdFeatureExtractor? extractor) =>
        extractor is not null && Ssd.TryGetValue(extractor.Type, out Func<SsdFeatureExtractor, FeatureMapRule?>? rule) ? rule(extractor) : null;

    /// <summary>The maps of the first stage of a Faster R-CNN extractor; null as above.</summary>
    public static FeatureMapRule? Of(FasterRcnnFeatureExtractor? extractor) =>
        extractor is not null && FasterRcnn.TryGetValue(extractor.Type, out Func<FasterRcnnFeatureExtractor, FeatureMapRule?>? rule)
            ? rule(extractor)
            : null;

    private static FeatureMapRule Six(SsdFeatureExtractor extractor) =>
        FeatureMapRule.Levels(4, MostPlainMaps, extractor.PadToMultiple);

    private static FeatureMapRule Sliced(SsdFeatureExtractor extractor) =>
        FeatureMapRule.Levels(4, SlicedCount(extractor), extractor.PadToMultiple);

    private static int SlicedCount(SsdFeatureExtractor extractor) =>
        Math.Max(0, Math.Min(extractor.NumLayers, MostPlainMaps));

    /// <summary>An extractor that is built without <c>fpn</c> has the levels 3 to 7, which are the message's defaults too.</summary>
    private static FeatureMapRule? Fpn(SsdFeatureExtractor extractor)
    {
        FeaturePyramidNetworks fpn = extractor.Fpn ?? new FeaturePyramidNetworks();
        return Pyramid(fpn.MinLevel, fpn.MaxLevel, extractor.PadToMultiple);
    }

    private static FeatureMapRule? BiFpn(SsdFeatureExtractor extractor)
    {
        BidirectionalFeaturePyramidNetworks bifpn = extractor.Bifpn ?? new BidirectionalFeaturePyramidNetworks();
        return Pyramid(bifpn.MinLevel, bifpn.MaxLevel, extractor.PadToMultiple);
    }

    /// <summary>Built without <c>fpn</c>, these have the levels 2 to 6.</summary>
    private static FeatureMapRule? FirstStageFpn(FasterRcnnFeatureExtractor extractor) => extractor.Fpn is { } fpn
        ? Pyramid(fpn.MinLevel, fpn.MaxLevel, extractor.PadToMultiple)
        : Pyramid(2, 6, extractor.PadToMultiple);

    private static FeatureMapRule? Pyramid(int minLevel, int maxLevel, int multiple) =>
        minLevel >= 0 && minLevel <= maxLevel && maxLevel <= 30 ? FeatureMapRule.Levels(minLevel, maxLevel - minLevel + 1, multiple) : null;

    private static FeatureMapRule? StatedStride(FasterRcnnFeatureExtractor extractor) => extractor.FirstStageFeaturesStride switch
    {
        8 => FeatureMapRule.Levels(3, 1, 1),
        16 => FeatureMapRule.Levels(4, 1, 1),
        _ => null,
    };

    private static FeatureMapRule Stride16(FasterRcnnFeatureExtractor extractor) => FeatureMapRule.Levels(4, 1, 1);

    /// <summary>The stem (<c>slim/nets/inception_v3.py</c>) pads nothing; 300 pixels become 35, 17, 8, then halves.</summary>
    private static long InceptionV3Cells(int map, int side)
    {
        long cells = Valid(Valid(Valid(side, 2), 1), 2);
        cells = Valid(Valid(cells, 1), 2);
        for (int reduction = 0; reduction < Math.Min(map, 2); reduction++)
        {
            cells = Valid(cells, 2);
        }

        return FeatureMapRule.Halved(cells, Math.Max(0, map - 2));
    }

    /// <summary>The first convolution of NASNet and PNASNet (<c>slim/nets/nasnet/nasnet.py</c>) pads nothing; what follows halves, rounding up.</summary>
    private static long NasCells(int map, int side) => FeatureMapRule.Halved(Valid(side, 2), 3 + map);

    /// <summary>A side after a 3×3 kernel without padding.</summary>
    private static long Valid(long side, int stride) => ((side - 3) / stride) + 1;
}
