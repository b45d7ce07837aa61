using System;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>How large the feature maps of a network are for an input of any size.</summary>
/// <param name="Count">How many maps there are.</param>
/// <param name="At">The map with this number, the finest being 0, for an input; both sides have at least one cell.</param>
internal sealed record FeatureMapRule(int Count, Func<int, ImageSize, FeatureMapSize> At)
{
    /// <summary>The same maps for every input.</summary>
    public static FeatureMapRule Given(FeatureMapSizes sizes) => new(sizes.Maps.Count, (map, _) => sizes.Maps[map]);

    /// <summary>Maps whose rows depend on the input's height as their columns on its width.</summary>
    /// <param name="count">How many.</param>
    /// <param name="multiple">Both sides are first padded up to a multiple of this; 1 and less for none.</param>
    /// <param name="cells">The cells of a padded side for the map with this number; less than 1 counts as 1.</param>
    public static FeatureMapRule Sides(int count, int multiple, Func<int, int, long> cells)
    {
        return new FeatureMapRule(count, (map, input) => new FeatureMapSize(CellsOf(map, input.Height), CellsOf(map, input.Width)));

        int CellsOf(int map, int side)
        {
            long padded = multiple <= 1 ? side : ((long)side + multiple - 1) / multiple * multiple;
            return (int)Math.Max(1, cells(map, (int)Math.Min(padded, int.MaxValue)));
        }
    }

    /// <summary>
    /// Maps of the levels of a pyramid: level l has one cell for each 2^l pixels, begun ones included. Convolutions and
    /// pools of stride 2 with SAME or explicit padding round each halving up, which comes to the same.
    /// </summary>
    public static FeatureMapRule Levels(int first, int count, int multiple) =>
        Sides(count, multiple, (map, side) => Halved(side, first + map));

    /// <summary>A side after so many halvings, each rounded up.</summary>
    public static long Halved(long side, int times) => times >= 32 ? 1 : (side + (1L << times) - 1) >> times;
}
