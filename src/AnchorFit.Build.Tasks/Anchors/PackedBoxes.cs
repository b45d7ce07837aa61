using System;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>Some boxes as one array a number, for loops over all of them. In pixels of the network's input.</summary>
internal sealed class PackedBoxes
{
    /// <summary>Packs boxes in this order.</summary>
    public PackedBoxes(ReadOnlySpan<PlacedBox> boxes, ReadOnlySpan<int> order)
    {
        Count = order.Length;
        CenterX = new double[Count];
        CenterY = new double[Count];
        Width = new double[Count];
        Height = new double[Count];
        Area = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            PixelBox edges = boxes[order[i]].Edges;
            CenterX[i] = (edges.XMin + edges.XMax) / 2;
            CenterY[i] = (edges.YMin + edges.YMax) / 2;
            Width[i] = edges.Width;
            Height[i] = edges.Height;
            Area[i] = edges.Width * edges.Height;
        }
    }

    public int Count { get; }

    public double[] CenterX { get; }

    public double[] CenterY { get; }

    public double[] Width { get; }

    public double[] Height { get; }

    public double[] Area { get; }
}
