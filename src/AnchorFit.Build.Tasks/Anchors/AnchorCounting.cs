using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>Counts, for every box, the anchors that reach a threshold of IoU with it: those that train on it.</summary>
/// <remarks>
/// An anchor that reaches it with two boxes counts for both; the trainer gives it to the one that it overlaps more.
/// </remarks>
internal static class AnchorCounting
{
    private const int PartSize = 256;

    /// <summary>How many anchors each box has, in the order of the boxes. On all cores; the result doesn't depend on how many they are.</summary>
    /// <param name="boxes">The boxes.</param>
    /// <param name="scheme">Draws the anchors.</param>
    /// <param name="threshold">The least IoU that counts; above 0.</param>
    public static int[] Count(PlacedBoxes boxes, AnchorScheme scheme, double threshold)
    {
        int[] counts = new int[boxes.Count];
        var counters = new IReadOnlyList<GridCounter>[boxes.Inputs.Count];
        Parallel.For(0, counters.Length, i => counters[i] = Counters(scheme.Draw(boxes.Inputs[i]), threshold));
        Parallel.For(0, (counts.Length + PartSize - 1) / PartSize, part =>
        {
            for (int i = part * PartSize; i < Math.Min(counts.Length, (part + 1) * PartSize); i++)
            {
                PlacedBox box = boxes.Boxes[i];
                foreach (GridCounter counter in counters[box.Input])
                {
                    counts[i] += counter.Count(box.Edges);
                }
            }
        });
        return counts;
    }

    private static List<GridCounter> Counters(AnchorLayout layout, double threshold)
    {
        var counters = new List<GridCounter>();
        foreach (AnchorGrid grid in layout.Grids)
        {
            foreach (BoxSize shape in grid.Shapes)
            {
                counters.Add(GridCounter.Of(grid, shape, layout.Edge, layout.Input, threshold));
            }
        }

        return counters;
    }
}
