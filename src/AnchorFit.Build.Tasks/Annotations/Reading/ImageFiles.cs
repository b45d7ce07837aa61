using System;
using AnchorFit.Annotations.Images;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Reading;

/// <summary>The image files that annotations speak of, for those who want to see them.</summary>
internal static class ImageFiles
{
    /// <summary>The path and the size of an image, looked for where its size would be; null where there is none that can be read.</summary>
    /// <param name="source">The annotation file.</param>
    /// <param name="name">The image as the file names it; null where the file stands for its one image.</param>
    /// <param name="find">Looks for one file.</param>
    public static (string Path, ImageSize Size)? Find(AnnotationSource source, string? name, Func<string, CompanionFile> find)
    {
        FoundImage found = name is null
            ? ImageLookup.Find(source.Path, source.ImagesDirectory, find)
            : ImageLookup.FindNamed(source.Path, name, source.ImagesDirectory, find);
        return found.Size is { } size ? (found.Companions[0].Path, size) : null;
    }
}
