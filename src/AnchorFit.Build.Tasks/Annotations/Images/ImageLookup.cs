using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Images;

/// <summary>
/// Finds the image that a label file belongs to, for the sake of its size. It has the label file's name and stands in
/// the folder that the user named; else in the one that is called <c>images</c> where the labels' is called
/// <c>labels</c> (KITTI: <c>image_2</c> where <c>label_2</c>; PASCAL VOC: <c>JPEGImages</c> where <c>Annotations</c>), or
/// beside the labels.
/// </summary>
internal static class ImageLookup
{
    /// <summary>In the order in which they are looked for; capital letters matter on some file systems.</summary>
    private static readonly string[] Extensions =
        [".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".JPG", ".JPEG", ".PNG", ".BMP", ".GIF", ".WEBP"];

    /// <summary>What the folder of the images is called where that of the annotations is called so.</summary>
    private static readonly (string Annotations, string Images)[] Siblings =
        [("labels", "images"), ("label_2", "image_2"), ("Annotations", "JPEGImages"), ("annotations", "images"), ("xmls", "images")];

    /// <summary>Reads the size of a label file's image.</summary>
    /// <param name="labelFile">The label file's path, as the user wrote it.</param>
    /// <param name="imagesDirectory">The only folder to look in; null for the usual ones.</param>
    /// <param name="find">Looks for one file.</param>
    public static FoundImage Find(string labelFile, string? imagesDirectory, Func<string, CompanionFile> find)
    {
        string[] folders = Folders(PathText.Folder(labelFile), imagesDirectory);
        string stem = PathText.Stem(labelFile);
        List<Companion> missed = [];
        if (Look(folders.SelectMany(folder => Extensions, (folder, extension) => folder + stem + extension), find, missed) is { } found)
        {
            return found;
        }

        string others = folders.Length > 1 ? $", nor one in {DisplayText.Quote(folders[1])}" : string.Empty;
        string fault = $"there is no image {DisplayText.Quote(folders[0] + stem + Extensions[0])} (nor .jpeg, .png, .bmp, .gif, .webp{others})";
        return new FoundImage(null, fault, missed);
    }

    /// <summary>Reads the size of an image that an annotation file names, with or without its folder and extension.</summary>
    /// <param name="annotationFile">The annotation file's path, as the user wrote it.</param>
    /// <param name="image">The image as the file names it, perhaps by a path of another machine.</param>
    /// <param name="imagesDirectory">The only folder to look in; null for the usual ones.</param>
    /// <param name="find">Looks for one file.</param>
    public static FoundImage FindNamed(string annotationFile, string image, string? imagesDirectory, Func<string, CompanionFile> find)
    {
        string name = image.Replace('\\', '/').Trim();
        string last = PathText.LastName(name);
        string[] names = name is ['/', ..] or [_, ':', ..] || last == name ? [last] : [name, last];
        string[] endings = Array.Exists(Extensions, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? [string.Empty] : Extensions;
        string[] folders = Folders(PathText.Folder(annotationFile), imagesDirectory);
        List<Companion> missed = [];
        IEnumerable<string> paths = from folder in folders from part in names from ending in endings select folder + part + ending;
        return Look(paths, find, missed) ?? new FoundImage(null, $"there is no image {DisplayText.Quote(missed[0].Path)}", missed);
    }

    private static FoundImage? Look(IEnumerable<string> paths, Func<string, CompanionFile> find, List<Companion> missed)
    {
        foreach (string path in paths)
        {
            CompanionFile file = find(path);
            if (file.Open is not null)
            {
                return Read(file) with { Exists = true };
            }

            missed.Add(file.Identity);
        }

        return null;
    }

    private static string[] Folders(string labels, string? named)
    {
        if (named is not null)
        {
            return [PathText.AsFolder(named)];
        }

        foreach ((string name, string replacement) in Siblings)
        {
            if (PathText.Replace(labels, name, replacement) is { } images)
            {
                return [images, labels];
            }
        }

        return [labels];
    }

    private static FoundImage Read(CompanionFile file)
    {
        string name = DisplayText.Quote(file.Identity.Path);
        string? unreadable = CompanionReading.TryRead(
            file.Open!,
            stream => ImageHeader.TryReadSize(stream, out ImageSize size, out string fault) ? (Size: size, fault) : (default, fault),
            out (ImageSize Size, string Fault) header);
        return header.Fault == GitLfsPointer.Clause ? new FoundImage(null, $"the image {name} tells no size ({header.Fault})", [file.Identity]) { PointerFolder = PathText.Folder(file.Identity.Path) }
            : unreadable is not null ? new FoundImage(null, $"the image {name} can't be read ({DisplayText.Reason(unreadable)})", [file.Identity])
            : header.Fault.Length > 0 ? new FoundImage(null, $"the image {name} tells no size ({header.Fault})", [file.Identity])
            : new FoundImage(header.Size, null, [file.Identity]);
    }
}

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
