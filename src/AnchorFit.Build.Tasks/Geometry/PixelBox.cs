namespace AnchorFit.Geometry;

/// <summary>The edges of a box in an image, in pixels. The extent is max minus min, without a further pixel.</summary>
internal readonly record struct PixelBox(double XMin, double YMin, double XMax, double YMax)
{
    public double Width => XMax - XMin;

    public double Height => YMax - YMin;

    public BoxSize Size => new(Width, Height);
}
