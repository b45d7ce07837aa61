using System;

namespace AnchorFit.Anchors;

/// <summary>Consecutive boxes of a pack.</summary>
internal readonly ref struct BoxPart
{
    public BoxPart(PackedBoxes boxes, int start, int count)
    {
        CenterX = boxes.CenterX.AsSpan(start, count);
        CenterY = boxes.CenterY.AsSpan(start, count);
        Width = boxes.Width.AsSpan(start, count);
        Height = boxes.Height.AsSpan(start, count);
        Area = boxes.Area.AsSpan(start, count);
    }

    public ReadOnlySpan<double> CenterX { get; }

    public ReadOnlySpan<double> CenterY { get; }

    public ReadOnlySpan<double> Width { get; }

    public ReadOnlySpan<double> Height { get; }

    public ReadOnlySpan<double> Area { get; }
}
