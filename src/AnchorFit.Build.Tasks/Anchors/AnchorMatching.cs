using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>Finds every box's best anchor.</summary>
internal static class AnchorMatching
{
    /// <summary>Boxes that one thread takes at a time: their numbers stay in its cache while all shapes pass.</summary>
    private const int PartSize = 1024;

    /// <summary>
    /// Matches all boxes with the anchors that the scheme draws for each size of the input. Of equal overlaps the finest
    /// grid counts. A few nanoseconds a box and shape, on all cores; the result doesn't depend on how many they are.
    /// </summary>
    public static BestMatches Match(PlacedBoxes boxes, AnchorScheme scheme)
    {
        var matches = new BestMatches(new double[boxes.Count], new int[boxes.Count]);
        (int[] order, int[] ends) = ByInput(boxes);
        var packed = new PackedBoxes(boxes.Boxes, order);
        List<(int Input, int Start, int Count)> parts = Parts(ends);
        var layouts = new AnchorLayout[boxes.Inputs.Count];
        Parallel.For(0, layouts.Length, i => layouts[i] = scheme.Draw(boxes.Inputs[i]));
        Parallel.For(0, parts.Count, i => Match(layouts[parts[i].Input], packed, parts[i].Start, parts[i].Count, order, matches));
        return matches;
    }

    private static void Match(AnchorLayout layout, PackedBoxes boxes, int start, int count, int[] order, BestMatches matches)
    {
        double[] best = new double[count];
        double[] onGrid = new double[count];
        int[] grids = new int[count];
        grids.AsSpan().Fill(-1);
        for (int grid = 0; grid < layout.Grids.Count; grid++)
        {
            Array.Clear(onGrid, 0, count);
            var matcher = new GridMatcher(layout.Grids[grid], layout.Edge, layout.Input, boxes, start, count);
            foreach (BoxSize shape in layout.Grids[grid].Shapes)
            {
                matcher.Raise(shape, onGrid);
            }

            for (int i = 0; i < count; i++)
            {
                if (onGrid[i] > best[i])
                {
                    (best[i], grids[i]) = (onGrid[i], grid);
                }
            }
        }

        for (int i = 0; i < count; i++)
        {
            (matches.IoU[order[start + i]], matches.Grid[order[start + i]]) = (best[i], grids[i]);
        }
    }

    /// <summary>The boxes' numbers, those of one input side by side, and where each input's end.</summary>
    private static (int[] Order, int[] Ends) ByInput(PlacedBoxes boxes)
    {
        int[] ends = new int[boxes.Inputs.Count + 1];
        foreach (PlacedBox box in boxes.Boxes)
        {
            ends[box.Input + 1]++;
        }

        for (int input = 1; input < ends.Length; input++)
        {
            ends[input] += ends[input - 1];
        }

        int[] order = new int[boxes.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[ends[boxes.Boxes[i].Input]++] = i;
        }

        return (order, ends);
    }

    private static List<(int Input, int Start, int Count)> Parts(int[] ends)
    {
        var parts = new List<(int Input, int Start, int Count)>();
        int start = 0;
        for (int input = 0; input < ends.Length - 1; input++)
        {
            for (; start < ends[input]; start += PartSize)
            {
                parts.Add((input, start, Math.Min(PartSize, ends[input] - start)));
            }

            start = ends[input];
        }

        return parts;
    }
}
