using System.Collections.Generic;
using AnchorFit.Annotations;
using AnchorFit.Geometry;

namespace AnchorFit.Run;

/// <summary>A file that was read.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Weight">How many boxes each of its boxes counts for; above zero.</param>
internal readonly record struct WeightedFile(AnnotationFile Content, double Weight)
{
    /// <summary>The classes that the file lists, or a file beside it; empty where another file had the same list.</summary>
    public IReadOnlyList<ListedClass> ListedClasses { get; init; } = [];

    /// <summary>Its name, the same on every machine.</summary>
    public string Name { get; init; } = Content.Path;

    /// <summary>The size of images of which the file says none, where the user gave it.</summary>
    public ImageSize? ImageSize { get; init; }
}
