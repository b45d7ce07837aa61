using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// <c>ssd_anchor_generator</c>. Map i has the scale sᵢ, a fraction of the input's shorter side; anchors of all ratios have
/// that scale, and one more stands between it and the next. The finest map has three fixed anchors unless
/// <c>reduce_boxes_in_lowest_layer</c> is false. Without strides the points lie in the middle of the map's cells.
/// Source: <c>anchor_generators/multiple_grid_anchor_generator.py</c>, <c>builders/anchor_generator_builder.py</c>.
/// </summary>
internal sealed class SsdLayers : AnchorLayers
{
    /// <summary>Of each map, for an input whose shorter side is 1.</summary>
    private readonly List<BoxSize[]> _shapes;
    private readonly (int Row, int Column)[] _strides;
    private readonly (int Row, int Column)[] _offsets;
    private readonly bool _passesSides;

    private SsdLayers(List<BoxSize[]> shapes, (int Row, int Column)[] strides, (int Row, int Column)[] offsets, bool passesSides)
    {
        (_shapes, _strides, _offsets, _passesSides) = (shapes, strides, offsets, passesSides);
        AnchorsALocation = [.. shapes.Select(s => s.Length)];
    }

    public override IReadOnlyList<int> AnchorsALocation { get; }

    public static AnchorLayers? Of(SsdAnchorGenerator generator, AnchorFrame frame, out string? whyNot)
    {
        whyNot = null;
        if (generator.NumLayers is < 1 or > Most || generator.AspectRatios.Count > Most)
        {
            return Nothing("num_layers of its ssd_anchor_generator is not a number of feature maps", out whyNot);
        }

        if (generator.NumLayers == 1 && generator.Scales.Count == 0)
        {
            return Nothing("with num_layers: 1 its ssd_anchor_generator needs scales", out whyNot);
        }

        List<BoxSize[]> shapes = [.. LayerScales(generator).Select((pair, layer) => LayerShapes(generator, layer, pair.Scale, pair.Next).ToArray())];
        if (!shapes.All(Serve))
        {
            return Nothing("its ssd_anchor_generator has scales or aspect_ratios that give no anchors with an area", out whyNot);
        }

        (int Row, int Column)[] strides = [.. generator.HeightStride.Zip(generator.WidthStride, (row, column) => (row, column))];
        (int Row, int Column)[] offsets = [.. generator.HeightOffset.Zip(generator.WidthOffset, (row, column) => (row, column))];
        if ((generator.HeightStride.Count > 0 && strides.Length != shapes.Count) || strides.Any(s => s.Row < 1 || s.Column < 1))
        {
            return Nothing("its ssd_anchor_generator has no height_stride and width_stride above zero for each layer", out whyNot);
        }

        if (generator.HeightOffset.Count > 0 && offsets.Length != shapes.Count)
        {
            return Nothing("its ssd_anchor_generator has no height_offset and width_offset for each layer", out whyNot);
        }

        if (!frame.PassesSides && strides.Length == 0)
        {
            return Nothing("an ssd_anchor_generator without height_stride draws nothing for Faster R-CNN, which passes it no sides", out whyNot);
        }

        return new SsdLayers(shapes, strides, offsets, frame.PassesSides);
    }

    public override (double Row, double Column)? StrideOf(int layer) => _strides.Length == 0 ? null : _strides[layer];

    public override AnchorGrid Draw(int layer, FeatureMapSize map, ImageSize input)
    {
        double scale = _passesSides ? Math.Min(input.Width, input.Height) : 1;
        (double row, double column) = StrideOf(layer) ?? ((double)input.Height / map.Rows, (double)input.Width / map.Columns);
        (double firstRow, double firstColumn) = _offsets.Length == 0 ? (row / 2, column / 2) : _offsets[layer];
        BoxSize[] shapes = [.. _shapes[layer].Select(s => new BoxSize(s.Width * scale, s.Height * scale))];
        return new AnchorGrid(map.Rows, map.Columns, row, column, firstRow, firstColumn, shapes);
    }

    /// <summary>The scale of each map and the next one's; after the last comes 1.</summary>
    private static IEnumerable<(double Scale, double Next)> LayerScales(SsdAnchorGenerator generator)
    {
        double[] scales = generator.Scales.Count > 0
            ? [.. generator.Scales.Select(s => (double)s)]
            : [.. Enumerable.Range(0, generator.NumLayers).Select(i => generator.MinScale + (((double)generator.MaxScale - generator.MinScale) * i / (generator.NumLayers - 1)))];
        return Enumerable.Range(0, Math.Min(generator.NumLayers, scales.Length)).Select(i => (scales[i], i + 1 < scales.Length ? scales[i + 1] : 1));
    }

    private static IEnumerable<BoxSize> LayerShapes(SsdAnchorGenerator generator, int layer, double scale, double next)
    {
        if (layer == 0 && generator.ReduceBoxesInLowestLayer)
        {
            return [Of(0.1, 1), Of(scale, 2), Of(scale, 0.5)];
        }

        IEnumerable<BoxSize> shapes = generator.AspectRatios.Select(ratio => Of(scale, ratio));
        return generator.InterpolatedScaleAspectRatio > 0
            ? shapes.Append(Of(Math.Sqrt(scale * next), generator.InterpolatedScaleAspectRatio))
            : shapes;

        BoxSize Of(double s, double ratio) => Shape(s, ratio, generator.BaseAnchorWidth, generator.BaseAnchorHeight);
    }
}
