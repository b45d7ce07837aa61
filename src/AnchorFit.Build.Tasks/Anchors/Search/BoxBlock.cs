using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;

namespace AnchorFit.Anchors.Search;

/// <summary>Boxes of one input, packed for <see cref="MatchingKernel"/>: filled up with boxes of no weight to whole vectors.</summary>
/// <param name="shapes">Which of the kernel's lists of shapes is theirs.</param>
/// <param name="start">Where the block begins among all boxes of the kernel.</param>
/// <param name="length">How many boxes, a multiple of the vector's width.</param>
internal abstract class BoxBlock(int shapes, int start, int length)
{
    public int Shapes => shapes;

    public int Start => start;

    public int Length => length;

    /// <summary>Packs boxes that all lie in the layout's input; one at least.</summary>
    public static BoxBlock Create(ReadOnlySpan<PlacedBox> boxes, AnchorLayout layout, int shapes, int start)
    {
        int length = (boxes.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        return layout.Edge == EdgeRule.Keep
            ? new OpenBlock(boxes, layout, shapes, start, length)
            : new EdgedBlock(boxes, layout, shapes, start, length);
    }

    /// <summary>Finds each box's greatest IoU.</summary>
    /// <param name="grids">With the candidate's shapes; the points are those of the layout that the block was made for.</param>
    /// <param name="best">Receives the IoUs.</param>
    public abstract void Match(IReadOnlyList<AnchorGrid> grids, Span<float> best);

    /// <summary>One number of each box; the last box stands for those that fill up.</summary>
    private protected static float[] Pack(ReadOnlySpan<PlacedBox> boxes, int length, Func<PlacedBox, double> number)
    {
        var packed = new float[length];
        for (int i = 0; i < length; i++)
        {
            packed[i] = (float)number(boxes[Math.Min(i, boxes.Length - 1)]);
        }

        return packed;
    }

    /// <summary>The nearest of the points first, first + stride, … to a place.</summary>
    private protected static double Nearest(double place, double first, double stride, int count) =>
        first + (stride * Math.Min(count - 1, Math.Max(0, Math.Round((place - first) / stride))));

    private protected static double CentreX(PlacedBox box) => (box.Edges.XMin + box.Edges.XMax) / 2;

    private protected static double CentreY(PlacedBox box) => (box.Edges.YMin + box.Edges.YMax) / 2;

    private protected static ReadOnlySpan<Vector<float>> Vectors(float[] values) => MemoryMarshal.Cast<float, Vector<float>>(values);
}
