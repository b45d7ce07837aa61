using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Images;

/// <summary>The images of formats that don't say their sizes, looked for only where a run needs the size.</summary>
internal static class LabelImages
{
    /// <summary>The image of a label file that has one, and the file that was looked for.</summary>
    /// <param name="source">The label file.</param>
    /// <param name="options">What the run needs.</param>
    public static (AnnotatedImage Image, IReadOnlyList<Companion> Companions) Of(AnnotationSource source, ReadingOptions options)
    {
        if (source.ImageSize is not null || !options.NeedsSizes(BoxUnit.Pixels))
        {
            return (new AnnotatedImage(source.ImageSize, new LinePosition(1, 1)), []);
        }

        FoundImage found = ImageLookup.Find(source.Path, source.ImagesDirectory, options.FindCompanion);
        return (new AnnotatedImage(found.Size, new LinePosition(1, 1)) { SizeFault = found.Fault }, found.Companions);
    }

    /// <summary>An image that a table names, where the item says in which folder the images are or of what size.</summary>
    /// <param name="source">The table.</param>
    /// <param name="name">The image's name without extension.</param>
    /// <param name="options">What the run needs.</param>
    /// <returns>Null where nothing was looked for.</returns>
    public static FoundImage? Named(AnnotationSource source, string name, ReadingOptions options) =>
        source.ImageSize is { } size ? new FoundImage(size, null, [])
        : source.ImagesDirectory is { } folder && options.NeedsSizes(BoxUnit.Fractions) ? ImageLookup.Find(name, folder, options.FindCompanion)
        : null;
}
