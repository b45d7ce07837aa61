namespace AnchorFit.Geometry;

/// <summary>Width and height of a box, in pixels; both above zero.</summary>
internal readonly record struct BoxSize(double Width, double Height)
{
    /// <summary>Width divided by height.</summary>
    public double AspectRatio => Width / Height;
}
