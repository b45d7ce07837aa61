using System;
using System.Collections.Generic;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Images;

/// <summary>
/// Finds the image that a label file belongs to, for the sake of its size. It has the label file's name and stands in
/// the folder that the user named; else in the one that is called <c>images</c> where the labels' is called
/// <c>labels</c> (KITTI: <c>image_2</c> where <c>label_2</c>), or beside the labels.
/// </summary>
internal static class ImageLookup
{
    /// <summary>In the order in which they are looked for; capital letters matter on some file systems.</summary>
    private static readonly string[] Extensions =
        [".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".JPG", ".JPEG", ".PNG", ".BMP", ".GIF", ".WEBP"];

    /// <summary>Reads the size of a label file's image.</summary>
    /// <param name="labelFile">The label file's path, as the user wrote it.</param>
    /// <param name="imagesDirectory">The only folder to look in; null for the usual ones.</param>
    /// <param name="find">Looks for one file.</param>
    public static FoundImage Find(string labelFile, string? imagesDirectory, Func<string, CompanionFile> find)
    {
        string[] folders = Folders(PathText.Folder(labelFile), imagesDirectory);
        string stem = PathText.Stem(labelFile);
        List<Companion> missed = [];
        foreach (string folder in folders)
        {
            foreach (string extension in Extensions)
            {
                CompanionFile file = find(folder + stem + extension);
                if (file.Open is not null)
                {
                    return Read(file);
                }

                missed.Add(file.Identity);
            }
        }

        string others = folders.Length > 1 ? $", nor one in {DisplayText.Quote(folders[1])}" : string.Empty;
        string fault = $"there is no image {DisplayText.Quote(folders[0] + stem + Extensions[0])} (nor .jpeg, .png, .bmp, .gif, .webp{others})";
        return new FoundImage(null, fault, missed);
    }

    private static string[] Folders(string labels, string? named)
    {
        if (named is not null)
        {
            return [PathText.AsFolder(named)];
        }

        return (PathText.Replace(labels, "labels", "images") ?? PathText.Replace(labels, "label_2", "image_2")) is { } images
            ? [images, labels]
            : [labels];
    }

    private static FoundImage Read(CompanionFile file)
    {
        string name = DisplayText.Quote(file.Identity.Path);
        string? unreadable = CompanionReading.TryRead(
            file.Open!,
            stream => ImageHeader.TryReadSize(stream, out ImageSize size, out string fault) ? (Size: size, fault) : (default, fault),
            out (ImageSize Size, string Fault) header);
        return unreadable is not null ? new FoundImage(null, $"the image {name} can't be read ({DisplayText.Reason(unreadable)})", [file.Identity])
            : header.Fault.Length > 0 ? new FoundImage(null, $"the image {name} tells no size ({header.Fault})", [file.Identity])
            : new FoundImage(header.Size, null, [file.Identity]);
    }
}
