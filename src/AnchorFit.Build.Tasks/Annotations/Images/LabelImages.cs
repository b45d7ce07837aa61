using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Images;

/// <summary>The image of a format with a label file for each, looked for only where a run needs its size.</summary>
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
        return (new AnnotatedImage(found.Size, new LinePosition(1, 1)) { SizeFault = found.Fault, PointerFolder = found.PointerFolder }, found.Companions);
    }
}
