namespace AnchorFit.Annotations;

/// <summary>What the edges of a file's boxes count.</summary>
internal enum BoxUnit
{
    /// <summary>Pixels of the original image.</summary>
    Pixels,

    /// <summary>Fractions of the image's width and height, 0 to 1.</summary>
    Fractions,
}
