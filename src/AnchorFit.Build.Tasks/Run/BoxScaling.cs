using AnchorFit.Annotations;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>Brings boxes to the size at which they are judged, asking for an image's size only where it matters.</summary>
/// <param name="resize">The config's resizer; null where no box is judged.</param>
/// <param name="minBoxSize">The shorter side that a box must have in resized pixels; 0 for any.</param>
/// <param name="needsPlaces">Boxes are judged by their places too, which takes the size of every image.</param>
internal sealed class BoxScaling(ImageResize? resize, double minBoxSize, bool needsPlaces = false)
{
    private static readonly ImageSize s_wholeImage = new(1, 1);

    /// <summary>The name of the config's resizer; empty without one.</summary>
    public string ResizerName => resize?.ProtoName ?? string.Empty;

    /// <summary>Whether the image's size must be known to judge a box that counts in that unit.</summary>
    public bool NeedsImageSize(BoxUnit unit) => resize is not null && (unit == BoxUnit.Fractions
        ? !resize.MakesOneSize
        : needsPlaces || resize.ChangesBoxShape || (minBoxSize > 0 && resize.ScalesBoxes));

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

    /// <summary>Where the network sees a box, and the size of its input, padding included; false where that isn't known.</summary>
    /// <param name="edges">The box, in its unit.</param>
    /// <param name="unit">What its edges count.</param>
    /// <param name="image">The image's size; both sides 0 where it isn't known.</param>
    public bool TryPlace(PixelBox edges, BoxUnit unit, ImageSize image, out PixelBox placed, out ImageSize input)
    {
        placed = default;
        input = default;
        bool isWhole = unit == BoxUnit.Fractions && resize is { MakesOneSize: true };
        ImageSize original = isWhole ? s_wholeImage : image;
        if (resize is null || !original.IsKnown)
        {
            return false;
        }

        PixelBox pixels = unit == BoxUnit.Fractions
            ? new PixelBox(edges.XMin * original.Width, edges.YMin * original.Height, edges.XMax * original.Width, edges.YMax * original.Height)
            : edges;
        placed = resize.Place(pixels, original);
        input = resize.PaddedSize(original);

        // A side of a very thin image is rounded to nothing, and far from the image nothing is left of a small box.
        return input.IsKnown && placed.Width > 0 && placed.Height > 0;
    }

    /// <summary>Whether a box in resized pixels is left out for its size.</summary>
    public bool IsTooSmall(BoxSize resized) => resize is not null && (resized.Width < minBoxSize || resized.Height < minBoxSize);
}
