using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// <c>grid_anchor_generator</c>, of Faster R-CNN's first stage: one map, every ratio with every scale of the base size,
/// with stated strides and offsets. An SSD model can't be built with it.
/// Source: <c>anchor_generators/grid_anchor_generator.py</c>.
/// </summary>
internal sealed class GridLayer : AnchorLayers
{
    private readonly GridAnchorGenerator _generator;
    private readonly BoxSize[] _shapes;

    private GridLayer(GridAnchorGenerator generator, BoxSize[] shapes)
    {
        (_generator, _shapes) = (generator, shapes);
        AnchorsALocation = [shapes.Length];
    }

    public override IReadOnlyList<int> AnchorsALocation { get; }

    public static AnchorLayers? Of(GridAnchorGenerator generator, AnchorFrame frame, out string? whyNot)
    {
        whyNot = null;
        if (frame.PassesSides)
        {
            return Nothing("an SSD model can't be built with a grid_anchor_generator", out whyNot);
        }

        if (generator.HeightStride < 1 || generator.WidthStride < 1)
        {
            return Nothing("its grid_anchor_generator has no height_stride and width_stride above zero", out whyNot);
        }

        BoxSize[] shapes = (long)generator.Scales.Count * generator.AspectRatios.Count is > 0 and <= Most ? [.. Shapes(generator)] : [];
        return Serve(shapes)
            ? new GridLayer(generator.Clone(), shapes)
            : Nothing("its grid_anchor_generator has scales or aspect_ratios that give no anchors with an area", out whyNot);
    }

    public override (double Row, double Column)? StrideOf(int layer) => (_generator.HeightStride, _generator.WidthStride);

    public override AnchorGrid Draw(int layer, FeatureMapSize map, ImageSize input) =>
        new(map.Rows, map.Columns, _generator.HeightStride, _generator.WidthStride, _generator.HeightOffset, _generator.WidthOffset, _shapes);

    /// <summary>The order of channels: ratios one by one, each with all scales.</summary>
    private static IEnumerable<BoxSize> Shapes(GridAnchorGenerator generator) =>
        from ratio in generator.AspectRatios
        from scale in generator.Scales
        select Shape(scale, ratio, generator.Width, generator.Height);
}
