using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>How many boxes are smaller than every anchor. Sizes are sides of squares of the same area, √(width · height).</summary>
/// <param name="Share">The weighted share of boxes smaller than the smallest anchor of their input, 0 to 1.</param>
/// <param name="SmallestAnchorPx">The size of the smallest anchor, over all inputs, in pixels of the input.</param>
internal readonly record struct SmallBoxes(double Share, double SmallestAnchorPx)
{
    /// <summary>Compares boxes with the anchors of their input.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="draw">The anchors for a size of the input.</param>
    /// <returns>The comparison; null where there are no boxes or no anchors.</returns>
    public static SmallBoxes? Measure(PlacedBoxes boxes, Func<ImageSize, AnchorLayout> draw)
    {
        double[] leastAreas = [.. boxes.Inputs.Select(input => LeastArea(draw(input)))];
        double least = leastAreas.DefaultIfEmpty(double.PositiveInfinity).Min();
        if (boxes.Count == 0 || double.IsInfinity(least))
        {
            return null;
        }

        (double small, double all) = (0, 0);
        foreach (PlacedBox box in boxes.Boxes)
        {
            all += box.Weight;
            small += box.Edges.Width * box.Edges.Height < leastAreas[box.Input] ? box.Weight : 0;
        }

        return new SmallBoxes(small / all, Math.Sqrt(least));
    }

    private static double LeastArea(AnchorLayout layout)
    {
        IEnumerable<BoxSize> shapes = layout.Grids.SelectMany(grid => grid.Shapes);
        return shapes.Select(shape => shape.Width * shape.Height).DefaultIfEmpty(double.PositiveInfinity).Min();
    }
}
