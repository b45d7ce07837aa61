namespace AnchorFit.Geometry;

/// <summary>Width and height of an image, in pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Both sides are above zero.</summary>
    public bool IsKnown => Width > 0 && Height > 0;
}
