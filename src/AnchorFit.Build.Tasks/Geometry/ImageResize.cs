using System;

namespace AnchorFit.Geometry;

/// <summary>
/// How the trainer brings an image, and the boxes in it, to the size the network sees: one record for each kind of
/// <c>image_resizer</c> (<c>object_detection/protos/image_resizer.proto</c>, <c>builders/image_resizer_builder.py</c>,
/// <c>core/preprocessor.py</c>).
/// </summary>
/// <remarks>
/// Sides of images follow the API's rounding, computed in single precision as its graph does for images whose size is
/// known only when they are decoded. Boxes are scaled by the factor before that rounding, so that the kinds which
/// keep an image's shape keep a box's shape exactly; the API's own boxes differ by less than a pixel a whole image side.
/// </remarks>
internal abstract record ImageResize
{
    private ImageResize()
    {
    }

    /// <summary>The field of <c>ImageResizer</c> that stands for this kind.</summary>
    public abstract string ProtoName { get; }

    /// <summary>Boxes may change their width/height ratio: the image's size must be known to know the ratio.</summary>
    public virtual bool ChangesBoxShape => false;

    /// <summary>Every image comes out at the same size: a box that is a fraction of its image needs no more to be known.</summary>
    public virtual bool MakesOneSize => false;

    /// <summary>The image's size must be known to know a box's size in resized pixels.</summary>
    public virtual bool ScalesBoxes => true;

    /// <summary>The image after scaling, before padding. A side of a very thin image can round to 0.</summary>
    /// <exception cref="ArgumentException">The image's size is unknown.</exception>
    public ImageSize ResizedSize(ImageSize image) => Scale(Known(image));

    /// <summary>The image as the network sees it: scaled, then padded at the right and the bottom.</summary>
    /// <exception cref="ArgumentException">The image's size is unknown.</exception>
    public ImageSize PaddedSize(ImageSize image) => Pad(Scale(Known(image)));

    /// <summary>A box of the original image, in resized pixels. Padding moves no box.</summary>
    /// <exception cref="ArgumentException">The image's size is unknown and <see cref="ScalesBoxes"/> is true.</exception>
    public BoxSize Resize(BoxSize box, ImageSize image)
    {
        if (!ScalesBoxes)
        {
            return box;
        }

        (Factor x, Factor y) = Factors(Known(image));
        return new BoxSize(x.Of(box.Width), y.Of(box.Height));
    }

    /// <summary>The edges of a box of the original image, in resized pixels, by the factors of <see cref="Resize"/>.</summary>
    /// <exception cref="ArgumentException">The image's size is unknown and <see cref="ScalesBoxes"/> is true.</exception>
    public PixelBox Place(PixelBox box, ImageSize image)
    {
        if (!ScalesBoxes)
        {
            return box;
        }

        (Factor x, Factor y) = Factors(Known(image));
        return new PixelBox(x.Of(box.XMin), y.Of(box.YMin), x.Of(box.XMax), y.Of(box.YMax));
    }

    private protected abstract ImageSize Scale(ImageSize image);

    private protected virtual ImageSize Pad(ImageSize scaled) => scaled;

    private protected virtual (Factor X, Factor Y) Factors(ImageSize image) => (new Factor(1, 1), new Factor(1, 1));

    private static ImageSize Known(ImageSize image) => image.IsKnown
        ? image
        : throw new ArgumentException("The size of the image is not known.", nameof(image));

    /// <summary>By what boxes are scaled along one side. It multiplies before it divides, as the notebook does, so that whole factors stay exact.</summary>
    private protected readonly record struct Factor(int Target, int Original)
    {
        public double Of(double pixels) => pixels * Target / Original;
    }

    /// <summary>
    /// <c>fixed_shape_resizer</c>: every image becomes <paramref name="Height"/> × <paramref name="Width"/> pixels,
    /// both above zero, whatever its shape (<c>preprocessor.resize_image</c>).
    /// </summary>
    public sealed record FixedShape(int Height, int Width) : ImageResize
    {
        public override string ProtoName => "fixed_shape_resizer";

        public override bool ChangesBoxShape => true;

        public override bool MakesOneSize => true;

        private protected override ImageSize Scale(ImageSize image) => new(Width, Height);

        private protected override (Factor X, Factor Y) Factors(ImageSize image) =>
            (new Factor(Width, image.Width), new Factor(Height, image.Height));
    }

    /// <summary>
    /// <c>keep_aspect_ratio_resizer</c>: the shorter side becomes <paramref name="MinDimension"/> pixels, or, where the
    /// longer one would then exceed <paramref name="MaxDimension"/>, the longer side becomes that
    /// (<c>preprocessor.resize_to_range</c>; sides round half to even). With <paramref name="PadToMaxDimension"/> the
    /// result is padded to a square. The API demands 0 &lt; min ≤ max.
    /// </summary>
    public sealed record KeepAspectRatio(int MinDimension, int MaxDimension, bool PadToMaxDimension) : ImageResize
    {
        public override string ProtoName => "keep_aspect_ratio_resizer";

        private protected override ImageSize Scale(ImageSize image)
        {
            ImageSize large = Rounded(image, MinDimension, Shorter(image));
            return Longer(large) > MaxDimension ? Rounded(image, MaxDimension, Longer(image)) : large;
        }

        private protected override ImageSize Pad(ImageSize scaled) =>
            PadToMaxDimension ? new ImageSize(MaxDimension, MaxDimension) : scaled;

        private protected override (Factor X, Factor Y) Factors(ImageSize image)
        {
            Factor factor = Longer(Rounded(image, MinDimension, Shorter(image))) > MaxDimension
                ? new Factor(MaxDimension, Longer(image))
                : new Factor(MinDimension, Shorter(image));
            return (factor, factor);
        }

        private static ImageSize Rounded(ImageSize image, int target, int side)
        {
            float factor = (float)target / side;
            return new ImageSize(Round(image.Width * factor), Round(image.Height * factor));
        }

        private static int Round(float side) => (int)Math.Round((double)side, MidpointRounding.ToEven);
    }

    /// <summary><c>identity_resizer</c>: images stay as they are.</summary>
    public sealed record Identity : ImageResize
    {
        public override string ProtoName => "identity_resizer";

        public override bool ScalesBoxes => false;

        private protected override ImageSize Scale(ImageSize image) => image;
    }

    /// <summary>
    /// <c>conditional_shape_resizer</c>: only images whose longer side is greater (or whose shorter side is smaller)
    /// than <paramref name="SizeThreshold"/> pixels are scaled, so that this side becomes the threshold
    /// (<c>preprocessor.resize_to_max_dimension</c>, <c>resize_to_min_dimension</c>; sides are cut to whole pixels).
    /// </summary>
    public sealed record Conditional(ResizeCondition Condition, int SizeThreshold) : ImageResize
    {
        public override string ProtoName => "conditional_shape_resizer";

        private protected override ImageSize Scale(ImageSize image)
        {
            Factor limit = Limit(image);
            float factor = (float)limit.Target / limit.Original;
            return new ImageSize((int)(image.Width * factor), (int)(image.Height * factor));
        }

        private protected override (Factor X, Factor Y) Factors(ImageSize image)
        {
            Factor limit = Limit(image);
            return limit.Target == limit.Original ? base.Factors(image) : (limit, limit);
        }

        private Factor Limit(ImageSize image) => Condition == ResizeCondition.Greater
            ? new Factor(Math.Min(Longer(image), SizeThreshold), Longer(image))
            : new Factor(Math.Max(Shorter(image), SizeThreshold), Shorter(image));
    }

    /// <summary>
    /// <c>pad_to_multiple_resizer</c>: nothing is scaled; both sides are padded up to a multiple of
    /// <paramref name="Multiple"/>, above zero (<c>preprocessor.resize_pad_to_multiple</c>).
    /// </summary>
    public sealed record PadToMultiple(int Multiple) : ImageResize
    {
        public override string ProtoName => "pad_to_multiple_resizer";

        public override bool ScalesBoxes => false;

        private protected override ImageSize Scale(ImageSize image) => image;

        private protected override ImageSize Pad(ImageSize scaled) => new(Up(scaled.Width), Up(scaled.Height));

        private int Up(int side) => (int)(((long)side + Multiple - 1) / Multiple * Multiple);
    }

    private static int Shorter(ImageSize image) => Math.Min(image.Width, image.Height);

    private static int Longer(ImageSize image) => Math.Max(image.Width, image.Height);
}
