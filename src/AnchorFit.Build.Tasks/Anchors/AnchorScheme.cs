using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// The anchors that training with a model draws, for an input of any size, and how it matches boxes with them.
/// Source: <c>meta_architectures/ssd_meta_arch.py</c> and <c>faster_rcnn_meta_arch.py</c>.
/// </summary>
internal sealed class AnchorScheme
{
    /// <summary>Fixed for Faster R-CNN's first stage (<c>core/target_assigner.py</c>, <c>proposal</c>).</summary>
    private const double ProposalThreshold = 0.7;

    private readonly AnchorFrame _frame;
    private readonly FeatureMapRule? _maps;
    private readonly AnchorLayers _layers;

    private AnchorScheme(AnchorFrame frame, FeatureMapRule? maps, AnchorLayers layers, MatchRule match, EdgeRule edge)
    {
        (_frame, _maps, _layers, Match, Edge) = (frame, maps, layers, match, edge);
    }

    /// <summary>How boxes are matched.</summary>
    public MatchRule Match { get; }

    /// <summary>What becomes of anchors that cross the edge.</summary>
    public EdgeRule Edge { get; }

    /// <summary>How many anchors each grid has at a location, the finest first.</summary>
    public IReadOnlyList<int> AnchorsALocation => _layers.AnchorsALocation;

    /// <summary>The scheme of a model.</summary>
    /// <param name="model">An SSD or Faster R-CNN model.</param>
    /// <param name="given">The feature maps, where somebody stated them; null for those of the extractor.</param>
    /// <param name="whyNot">The reason for null, in words that may follow a colon; null otherwise.</param>
    /// <returns>Null where the anchors can't be known, or where the API would refuse to draw them.</returns>
    public static AnchorScheme? Of(DetectionModel model, FeatureMapSizes? given, out string? whyNot)
    {
        switch (model.ModelCase)
        {
            case DetectionModel.ModelOneofCase.Ssd:
                Ssd ssd = model.Ssd;
                return Of(
                    ssd.AnchorGenerator,
                    new AnchorFrame(PassesSides: true, HasFixedSides(ssd.ImageResizer)),
                    given is null ? Extractors.Of(ssd.FeatureExtractor) : FeatureMapRule.Given(given),
                    ssd.FeatureExtractor?.Type,
                    RuleOf(ssd.Matcher),
                    EdgeRule.Keep,
                    out whyNot);
            case DetectionModel.ModelOneofCase.FasterRcnn:
                FasterRcnn rcnn = model.FasterRcnn;
                return Of(
                    rcnn.FirstStageAnchorGenerator,
                    new AnchorFrame(PassesSides: false, HasFixedSides(rcnn.ImageResizer)),
                    given is null ? Extractors.Of(rcnn.FeatureExtractor) : FeatureMapRule.Given(given),
                    rcnn.FeatureExtractor?.Type,
                    new MatchRule(ProposalThreshold, ForcesMatches: true),
                    rcnn.ClipAnchorsToImage ? EdgeRule.Clip : EdgeRule.Prune,
                    out whyNot);
            default:
                whyNot = "the model has no anchors";
                return null;
        }
    }

    /// <summary>On how many feature maps a model's generator draws, whatever maps its network has; null where it draws nothing.</summary>
    public static int? MapCount(DetectionModel model)
    {
        bool isSsd = model.ModelCase == DetectionModel.ModelOneofCase.Ssd;
        AnchorGenerator? generator = isSsd ? model.Ssd.AnchorGenerator : model.FasterRcnn?.FirstStageAnchorGenerator;
        return AnchorLayers.Of(generator, new AnchorFrame(PassesSides: isSsd, HasFixedSides: true), out _)?.AnchorsALocation.Count;
    }

    /// <summary>The anchors for an input of this size, padding included.</summary>
    public AnchorLayout Draw(ImageSize input)
    {
        FeatureMapRule maps = _maps ?? _layers.StatedMaps()!;
        return new AnchorLayout(input, [.. Enumerable.Range(0, maps.Count).Select(i => _layers.Draw(i, maps.At(i, input), input))], Edge);
    }

    /// <summary>The same model with another generator.</summary>
    /// <exception cref="ArgumentException">It can't be drawn on the model's feature maps.</exception>
    public AnchorScheme With(AnchorGenerator generator) =>
        Of(generator, _frame, _maps, null, Match, Edge, out string? whyNot) ?? throw new ArgumentException(whyNot, nameof(generator));

    private static AnchorScheme? Of(
        AnchorGenerator? generator, AnchorFrame frame, FeatureMapRule? maps, string? extractor, MatchRule match, EdgeRule edge, out string? whyNot)
    {
        if (AnchorLayers.Of(generator, frame, out whyNot) is not { } layers)
        {
            return null;
        }

        if ((maps ?? layers.StatedMaps()) is not { } drawn)
        {
            whyNot = (string.IsNullOrEmpty(extractor)
                ? "the model names no extractor whose feature maps are known"
                : $"the feature maps of the extractor '{Printable(extractor!)}' are not known") + "; AnchorFitFeatureMaps can state them";
            return null;
        }

        if (drawn.Count != layers.AnchorsALocation.Count)
        {
            whyNot = FormattableString.Invariant($"its generator draws on {layers.AnchorsALocation.Count} feature maps, but there are {drawn.Count}");
            return null;
        }

        return new AnchorScheme(frame, maps, layers, match, edge);
    }

    private static string Printable(string text) => new([.. text.Select(c => char.IsControl(c) ? '?' : c)]);

    /// <summary><c>utils/config_util.py</c>, <c>get_spatial_image_size</c>.</summary>
    private static bool HasFixedSides(ImageResizer? resizer) =>
        resizer?.FixedShapeResizer is not null || resizer?.KeepAspectRatioResizer is { PadToMaxDimension: true };

    /// <summary><c>builders/matcher_builder.py</c>. A bipartite matcher gives every box an anchor and knows no threshold.</summary>
    private static MatchRule RuleOf(Matcher? matcher) => matcher?.ArgmaxMatcher is { } argmax
        ? new MatchRule(argmax.IgnoreThresholds ? null : argmax.MatchedThreshold, argmax.ForceMatchForEachRow)
        : new MatchRule(null, ForcesMatches: false);
}
