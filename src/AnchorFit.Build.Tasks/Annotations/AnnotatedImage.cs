using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>One image that an annotation file speaks of.</summary>
/// <param name="Size">Its size, both sides above zero; null when the file does not say it in a usable way.</param>
/// <param name="SizeAt">Where the size, or the fault in it, stands; where to look when there is none.</param>
internal readonly record struct AnnotatedImage(ImageSize? Size, LinePosition SizeAt)
{
    /// <summary>The image's file as the annotation names it; null where the annotation file itself stands for its one image.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Why <see cref="Size"/> is null, as the first half of a sentence ("'width' is 0"); null when it isn't. It becomes
    /// a diagnostic only when the size is needed.
    /// </summary>
    public string? SizeFault { get; init; }

    /// <summary>Where in place of the image, whose size is needed, a pointer of Git LFS stands: the folder; else null.</summary>
    public string? PointerFolder { get; init; }
}
