using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// <c>multiscale_anchor_generator</c>. Level l has anchors of <c>anchor_scale</c> · 2^l pixels, times 2^(i/n) for the n
/// scales of an octave, every ratio with every scale, 2^l pixels apart. They begin half a stride inside where that stride
/// divides the input's side, and at its edge where it does not.
/// Source: <c>anchor_generators/multiscale_grid_anchor_generator.py</c>.
/// </summary>
/// <remarks>
/// When the sides are not known before the images are read, and for Faster R-CNN, anchors always begin half a stride
/// inside.
/// </remarks>
internal sealed class MultiscaleLayers : AnchorLayers
{
    private readonly int _minLevel;
    private readonly bool _alwaysInside;

    /// <summary>For a stride of one pixel.</summary>
    private readonly BoxSize[] _shapes;

    private MultiscaleLayers(int minLevel, int maxLevel, BoxSize[] shapes, bool alwaysInside)
    {
        (_minLevel, _shapes, _alwaysInside) = (minLevel, shapes, alwaysInside);
        AnchorsALocation = [.. Enumerable.Repeat(shapes.Length, maxLevel - minLevel + 1)];
    }

    public override IReadOnlyList<int> AnchorsALocation { get; }

    public static AnchorLayers? Of(MultiscaleAnchorGenerator generator, AnchorFrame frame, out string? whyNot)
    {
        whyNot = null;
        if (generator.MinLevel < 0 || generator.MaxLevel < generator.MinLevel || generator.MaxLevel > 30)
        {
            return Nothing("min_level and max_level of its multiscale_anchor_generator are not levels of a pyramid", out whyNot);
        }

        if (generator.NormalizeCoordinates != frame.PassesSides)
        {
            return Nothing(CoordinatesFault("multiscale_anchor_generator", frame), out whyNot);
        }

        BoxSize[] shapes = (long)generator.ScalesPerOctave * generator.AspectRatios.Count is > 0 and <= Most ? [.. Shapes(generator)] : [];
        return Serve(shapes)
            ? new MultiscaleLayers(generator.MinLevel, generator.MaxLevel, shapes, !frame.PassesSides || !frame.HasFixedSides)
            : Nothing("its multiscale_anchor_generator has scales or aspect_ratios that give no anchors with an area", out whyNot);
    }

    public override (double Row, double Column)? StrideOf(int layer) => (Stride(layer), Stride(layer));

    public override AnchorGrid Draw(int layer, FeatureMapSize map, ImageSize input)
    {
        double stride = Stride(layer);
        BoxSize[] shapes = [.. _shapes.Select(s => new BoxSize(s.Width * stride, s.Height * stride))];
        return new AnchorGrid(map.Rows, map.Columns, stride, stride, First(input.Height), First(input.Width), shapes);

        double First(int side) => _alwaysInside || side % stride == 0 ? stride / 2 : 0;
    }

    /// <summary>The order of channels: ratios one by one, each with all scales.</summary>
    private static IEnumerable<BoxSize> Shapes(MultiscaleAnchorGenerator generator) =>
        from ratio in generator.AspectRatios
        from scale in Enumerable.Range(0, generator.ScalesPerOctave)
        select Shape(Math.Pow(2, (double)scale / generator.ScalesPerOctave), ratio, generator.AnchorScale, generator.AnchorScale);

    private double Stride(int layer) => 1L << (_minLevel + layer);
}
