using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Geometry;

namespace AnchorFit.Tests.Anchors.Search;

/// <summary>Boxes with places, the same for the same seed.</summary>
internal static class RandomBoxes
{
    public static PlacedBoxes Make(int seed, int count, params ImageSize[] inputs)
    {
        var random = new SearchRandom(seed, 0, 0);
        var boxes = new List<PlacedBox>();
        double typical = random.Between(0.05, 0.5);
        double shape = random.Between(0.3, 2);
        for (int i = 0; i < count; i++)
        {
            int at = random.Below(inputs.Length);
            double side = inputs[at].Height * Math.Min(0.9, typical * random.Between(0.4, 2.5));
            double root = Math.Sqrt(shape * random.Between(0.5, 2));
            (double width, double height) = (Math.Min(side * root, inputs[at].Width), Math.Min(side / root, inputs[at].Height));
            (double x, double y) = (random.Between(0, inputs[at].Width - width), random.Between(0, inputs[at].Height - height));
            boxes.Add(new PlacedBox(new PixelBox(x, y, x + width, y + height), 1 + random.Below(3), at, 0, 0, 0));
        }

        return Place(boxes, inputs);
    }

    /// <summary>The same boxes in two classes.</summary>
    /// <param name="share">Of those of the first.</param>
    public static PlacedBoxes WithClasses(PlacedBoxes boxes, double share) => Place(
        [.. boxes.Boxes.ToArray().Select((box, i) => box with { Class = new SearchRandom(9, 0, i).NextDouble() < share ? 0 : 1 })], [.. boxes.Inputs]);

    /// <summary>The same boxes in another order.</summary>
    public static PlacedBoxes Shuffle(PlacedBoxes boxes, int seed)
    {
        PlacedBox[] all = boxes.Boxes.ToArray();
        var random = new SearchRandom(seed, 1, 0);
        return Place([.. all.Select(box => (Box: box, Key: random.NextDouble())).OrderBy(pair => pair.Key).Select(pair => pair.Box)], [.. boxes.Inputs]);
    }

    private static PlacedBoxes Place(List<PlacedBox> boxes, ImageSize[] inputs)
    {
        var placed = new PlacedBoxes();
        foreach (PlacedBox box in boxes)
        {
            placed.Add(box with { Input = placed.IndexOf(inputs[box.Input]) });
        }

        return placed;
    }
}
