using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Anchors;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Reporting;

/// <summary>
/// How many boxes there are of each width and height, in cells of a logarithmic grid: of one size however many boxes
/// there are. Few boxes are kept one by one.
/// </summary>
/// <param name="First">The bin (<see cref="LogBins"/>) that the smallest side of a box falls into.</param>
/// <param name="Last">The bin of the largest side.</param>
/// <param name="Boxes">The sizes of all boxes where there are few; empty where there are many.</param>
/// <param name="Weights">The weight of the boxes in each cell: by width's bin, then by height's, from <paramref name="First"/> on.</param>
internal sealed record ShapeDensity(int First, int Last, IReadOnlyList<BoxSize> Boxes, double[] Weights)
{
    /// <summary>So many boxes are kept one by one.</summary>
    public const int FewBoxes = 1200;

    // Sides from half a pixel to 16,384 pixels; what lies beyond counts as the last of them.
    private const int Lowest = -LogBins.AnOctave;
    private const int Highest = (14 * LogBins.AnOctave) - 1;
    private const int Side = Highest - Lowest + 1;

    /// <summary>How many bins width and height have.</summary>
    public int Count => Last - First + 1;

    /// <summary>Counts boxes; null where there are none.</summary>
    /// <remarks>O(n); a few nanoseconds a box.</remarks>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static ShapeDensity? Of(PlacedBoxes boxes)
    {
        double[] all = new double[Side * Side];
        (int first, int last) = (int.MaxValue, int.MinValue);
        foreach (ref readonly PlacedBox box in boxes.Boxes)
        {
            int width = Clamp(LogBins.IndexOf(box.Edges.Width));
            int height = Clamp(LogBins.IndexOf(box.Edges.Height));
            all[((width - Lowest) * Side) + height - Lowest] += box.Weight;
            first = Math.Min(first, Math.Min(width, height));
            last = Math.Max(last, Math.Max(width, height));
        }

        return boxes.Count == 0 ? null : new ShapeDensity(first, last, Few(boxes), Cut(all, first, last));
    }

    private static int Clamp(int bin) => Math.Max(Lowest, Math.Min(Highest, bin));

    private static BoxSize[] Few(PlacedBoxes boxes)
    {
        if (boxes.Count > FewBoxes)
        {
            return [];
        }

        var sizes = new BoxSize[boxes.Count];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = boxes.Boxes[i].Edges.Size;
        }

        return sizes;
    }

    private static double[] Cut(double[] all, int first, int last)
    {
        int count = last - first + 1;
        double[] weights = new double[count * count];
        for (int column = 0; column < count; column++)
        {
            Array.Copy(all, ((first - Lowest + column) * Side) + first - Lowest, weights, column * count, count);
        }

        return weights;
    }
}
