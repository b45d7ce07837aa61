using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Images;

/// <summary>What a look for a label file's image gave.</summary>
/// <param name="Size">Its size; null when there is no image, or none whose header could be read.</param>
/// <param name="Fault">Why there is no size, as the first half of a sentence; null when there is one.</param>
/// <param name="Companions">The image; every place where it was looked for when it is at none of them.</param>
internal readonly record struct FoundImage(ImageSize? Size, string? Fault, IReadOnlyList<Companion> Companions)
{
    /// <summary>There is such an image, though perhaps not a good one.</summary>
    public bool Exists { get; init; }

    /// <inheritdoc cref="AnnotatedImage.PointerFolder"/>
    public string? PointerFolder { get; init; }
}
