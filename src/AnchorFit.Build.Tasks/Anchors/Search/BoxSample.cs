using System;
using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// The boxes that a search scores its candidates on: all of them, or fewer that stand for all. The same boxes in any
/// order give the same sample.
/// </summary>
/// <remarks>
/// Boxes are laid side by side by size, and by shape among those of about one size, each as wide as its weight; the
/// sample takes those at even distances, so that every size and shape has its share. Boxes of rare classes and sizes are
/// wider, so that more of them are taken, and count for less each.
/// </remarks>
internal sealed class BoxSample
{
    /// <summary>So many boxes tell candidates apart as well as all do.</summary>
    public const int MaxCount = 4096;

    private const int SizeBands = 64;
    private const double LeastOfAGroup = 64;

    private BoxSample(IReadOnlyList<ImageSize> inputs, PlacedBox[] boxes)
    {
        Inputs = inputs;
        Boxes = boxes;
    }

    /// <summary>The sizes of the network's input.</summary>
    public IReadOnlyList<ImageSize> Inputs { get; }

    /// <summary>By input, then by size and place.</summary>
    public PlacedBox[] Boxes { get; }

    /// <summary>All boxes, in the sample's order.</summary>
    public static BoxSample All(PlacedBoxes boxes)
    {
        PlacedBox[] sorted = boxes.Boxes.ToArray();
        Array.Sort(sorted, (a, b) => Compare(a, b, boxes.Inputs));
        return new BoxSample(boxes.Inputs, sorted);
    }

    /// <summary>The boxes in the sample's order, as who scores all of them takes them.</summary>
    public PlacedBoxes ToPlacedBoxes()
    {
        var boxes = new PlacedBoxes();
        foreach (PlacedBox box in Boxes)
        {
            boxes.Add(box with { Input = boxes.IndexOf(Inputs[box.Input]) });
        }

        return boxes;
    }

    /// <summary>At most so many boxes that stand for all of these.</summary>
    public BoxSample Reduce(int maxCount)
    {
        if (Boxes.Length <= maxCount)
        {
            return this;
        }

        var groups = new BoxGroups(this, Protection.All);
        PlacedBox[] laid = LayOut();
        double[] boosts = Boosts(maxCount, groups);
        double total = 0;
        foreach (PlacedBox box in laid)
        {
            total += box.Weight * Boost(box);
        }

        double step = total / maxCount;
        var sample = new List<PlacedBox>(maxCount);
        double end = 0;
        int taken = 0;
        foreach (PlacedBox box in laid)
        {
            double boost = Boost(box);
            end += box.Weight * boost;
            int upTo = Math.Min(maxCount, (int)Math.Floor((end / step) + 0.5));
            if (upTo > taken)
            {
                sample.Add(box with { Weight = (upTo - taken) * step / boost });
                taken = upTo;
            }
        }

        PlacedBox[] sorted = [.. sample];
        Array.Sort(sorted, (a, b) => Compare(a, b, Inputs));
        return new BoxSample(Inputs, sorted);

        double Boost(in PlacedBox box)
        {
            (int its, int band) = groups.Of(box);
            return Math.Max(boosts[its], boosts[band]);
        }
    }

    // Of a group with few boxes more are taken, up to all.
    private static double[] Boosts(int maxCount, BoxGroups groups)
    {
        double step = groups.Weights[0] / maxCount;
        double least = Math.Min(LeastOfAGroup, maxCount / 2.0 / groups.Weights.Count);
        double[] boosts = new double[groups.Weights.Count];
        for (int g = 0; g < boosts.Length; g++)
        {
            boosts[g] = Math.Max(1, Math.Min(step, least * step / groups.Weights[g]));
        }

        return boosts;
    }

    // Bands of equal numbers by size, each by shape; every second one backwards, so that neighbours are alike.
    private PlacedBox[] LayOut()
    {
        PlacedBox[] laid = [.. Boxes];
        Array.Sort(laid, (a, b) => Area(a) != Area(b) ? Area(a).CompareTo(Area(b)) : Compare(a, b, Inputs));
        for (int band = 0; band < SizeBands; band++)
        {
            int start = (int)((long)laid.Length * band / SizeBands);
            int end = (int)((long)laid.Length * (band + 1) / SizeBands);
            int sign = band % 2 == 0 ? 1 : -1;
            Array.Sort(laid, start, end - start, Comparer<PlacedBox>.Create((a, b) =>
                Ratio(a) != Ratio(b) ? sign * Ratio(a).CompareTo(Ratio(b)) : Compare(a, b, Inputs)));
        }

        return laid;
    }

    private static double Area(in PlacedBox box) => box.Edges.Width * box.Edges.Height;

    private static double Ratio(in PlacedBox box) => box.Edges.Size.AspectRatio;

    // What two boxes that compare as equal differ in makes no difference to a score.
    private static int Compare(in PlacedBox a, in PlacedBox b, IReadOnlyList<ImageSize> inputs)
    {
        int order = inputs[a.Input].Width.CompareTo(inputs[b.Input].Width);
        order = order != 0 ? order : inputs[a.Input].Height.CompareTo(inputs[b.Input].Height);
        order = order != 0 ? order : Area(a).CompareTo(Area(b));
        order = order != 0 ? order : a.Edges.XMin.CompareTo(b.Edges.XMin);
        order = order != 0 ? order : a.Edges.YMin.CompareTo(b.Edges.YMin);
        order = order != 0 ? order : a.Edges.XMax.CompareTo(b.Edges.XMax);
        order = order != 0 ? order : a.Edges.YMax.CompareTo(b.Edges.YMax);
        return order != 0 ? order : a.Weight.CompareTo(b.Weight);
    }
}
