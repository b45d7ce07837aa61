using AnchorFit.Annotations;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>Brings boxes to the size at which they are judged, asking for an image's size only where it matters.</summary>
/// <param name="resize">The config's resizer; null where no box is judged.</param>
/// <param name="minBoxSize">The shorter side that a box must have in resized pixels; 0 for any.</param>
internal sealed class BoxScaling(ImageResize? resize, double minBoxSize)
{
    private static readonly ImageSize s_wholeImage = new(1, 1);

    /// <summary>The name of the config's resizer; empty without one.</summary>
    public string ResizerName => resize?.ProtoName ?? string.Empty;

    /// <summary>Whether the image's size must be known to judge a box that counts in that unit.</summary>
    public bool NeedsImageSize(BoxUnit unit) => resize is not null && (unit == BoxUnit.Fractions
        ? !resize.MakesOneSize
        : resize.ChangesBoxShape || (minBoxSize > 0 && resize.ScalesBoxes));

    /// <summary>The box in resized pixels; where the image's size isn't needed, in pixels of the same shape.</summary>
    /// <param name="size">The box, in its unit.</param>
    /// <param name="unit">What the box counts.</param>
    /// <param name="image">The image's size; anything where <see cref="NeedsImageSize"/> is false.</param>
    public BoxSize Scale(BoxSize size, BoxUnit unit, ImageSize image)
    {
        if (resize is null)
        {
            return size;
        }

        if (unit == BoxUnit.Fractions)
        {
            return resize.MakesOneSize
                ? resize.Resize(size, s_wholeImage)
                : resize.Resize(new BoxSize(size.Width * image.Width, size.Height * image.Height), image);
        }

        return NeedsImageSize(BoxUnit.Pixels) ? resize.Resize(size, image) : size;
    }

    /// <summary>Whether a box in resized pixels is left out for its size.</summary>
    public bool IsTooSmall(BoxSize resized) => resize is not null && (resized.Width < minBoxSize || resized.Height < minBoxSize);
}
