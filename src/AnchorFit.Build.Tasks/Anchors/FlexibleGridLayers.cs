using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors;

/// <summary>
/// <c>flexible_grid_anchor_generator</c>: each <c>anchor_grid</c> is a map whose base sizes, in pixels, pair with its
/// ratios, with strides and offsets of its own.
/// Source: <c>anchor_generators/flexible_grid_anchor_generator.py</c>.
/// </summary>
internal sealed class FlexibleGridLayers : AnchorLayers
{
    private readonly List<(Protos.AnchorGrid Message, BoxSize[] Shapes)> _grids;

    private FlexibleGridLayers(List<(Protos.AnchorGrid Message, BoxSize[] Shapes)> grids)
    {
        _grids = grids;
        AnchorsALocation = [.. grids.Select(g => g.Shapes.Length)];
    }

    public override IReadOnlyList<int> AnchorsALocation { get; }

    public static AnchorLayers? Of(FlexibleGridAnchorGenerator generator, AnchorFrame frame, out string? whyNot)
    {
        whyNot = null;
        if (generator.NormalizeCoordinates != frame.PassesSides)
        {
            return Nothing(CoordinatesFault("flexible_grid_anchor_generator", frame), out whyNot);
        }

        if (generator.AnchorGrid.Count == 0 || generator.AnchorGrid.Any(g => g.BaseSizes.Count != g.AspectRatios.Count))
        {
            return Nothing("its flexible_grid_anchor_generator has no anchor_grid, or one without as many aspect_ratios as base_sizes", out whyNot);
        }

        if (generator.AnchorGrid.Any(g => g.HeightStride == 0 || g.WidthStride == 0))
        {
            return Nothing("an anchor_grid without height_stride and width_stride puts all its anchors at one point", out whyNot);
        }

        List<(Protos.AnchorGrid Message, BoxSize[] Shapes)> grids = [.. generator.AnchorGrid.Select(g => (g.Clone(), Shapes(g)))];
        return grids.All(g => Serve(g.Shapes))
            ? new FlexibleGridLayers(grids)
            : Nothing("its flexible_grid_anchor_generator has base_sizes or aspect_ratios that give no anchors with an area", out whyNot);
    }

    public override (double Row, double Column)? StrideOf(int layer) => (_grids[layer].Message.HeightStride, _grids[layer].Message.WidthStride);

    public override AnchorGrid Draw(int layer, FeatureMapSize map, ImageSize input)
    {
        (Protos.AnchorGrid grid, BoxSize[] shapes) = _grids[layer];
        return new AnchorGrid(map.Rows, map.Columns, grid.HeightStride, grid.WidthStride, grid.HeightOffset, grid.WidthOffset, shapes);
    }

    private static BoxSize[] Shapes(Protos.AnchorGrid grid) =>
        [.. grid.BaseSizes.Zip(grid.AspectRatios, (size, ratio) => Shape(size, ratio, 1, 1))];
}
