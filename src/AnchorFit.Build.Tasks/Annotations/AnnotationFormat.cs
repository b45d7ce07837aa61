using System;

namespace AnchorFit.Annotations;

/// <summary>One format of annotation files: all that is known of it outside its reader.</summary>
internal sealed class AnnotationFormat
{
    /// <summary>What the metadata <c>Format</c> takes, in any case.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>How the names of its files end, in small letters.</summary>
    public required string[] Endings { get; init; }

    /// <summary>A name without such an ending is one of its files all the same.</summary>
    public Func<string, bool> IsNamedSo { get; init; } = _ => false;

    /// <summary>The content shows the format.</summary>
    public required Func<FileGlance, bool> Recognises { get; init; }

    /// <summary>A reader for one thread.</summary>
    public required Func<IAnnotationReader> CreateReader { get; init; }

    /// <summary>Where the sizes of images come from that its files don't say.</summary>
    public ImageSizeSource ImageSizes { get; init; } = ImageSizeSource.Images;

    /// <summary>What a person can do about an image whose size isn't known, as the second half of a sentence.</summary>
    public string SizeAdvice { get; init; } = AdviceOnImages;

    /// <summary>The advice where no file of the format can say the size.</summary>
    public const string AdviceOnImages = "put the image where it is looked for, or give the item the metadata Images (its folder) or " + OneSize;

    /// <summary>The metadata that says one size for all images.</summary>
    public const string OneSize = "ImageSize (WIDTHxHEIGHT, where all are of one size)";

    /// <summary>Whether files of the format are usually called so.</summary>
    /// <param name="fileName">Without folder.</param>
    public bool IsNamedLike(ReadOnlySpan<char> fileName)
    {
        foreach (string ending in Endings)
        {
            if (fileName.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return IsNamedSo(fileName.ToString());
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Where the sizes of images come from that an annotation file doesn't say.</summary>
internal enum ImageSizeSource
{
    /// <summary>Nowhere: the format has a place for them.</summary>
    None,

    /// <summary>From the images' headers, which the reader looks for: it judges boxes by them, or knows another place.</summary>
    Reader,

    /// <summary>From the headers of the images in the folder that the item names, and nowhere without it: there are millions.</summary>
    NamedFolder,

    /// <summary>From the images' headers, once the file was read.</summary>
    Images,
}
