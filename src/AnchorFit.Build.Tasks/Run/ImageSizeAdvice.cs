using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>What a person can do about an image whose size isn't known.</summary>
internal static class ImageSizeAdvice
{
    private const string OneSize = "ImageSize (WIDTHxHEIGHT, where all are of one size)";

    /// <summary>The second half of a sentence.</summary>
    public static string For(AnnotationFormat format) => format switch
    {
        AnnotationFormat.PascalVoc => "write the image's width and height into 'size', or give the item the metadata " + OneSize,
        AnnotationFormat.Coco => "write 'width' and 'height' into the entry of 'images', or give the item the metadata " + OneSize,
        AnnotationFormat.Csv => "fill the columns width and height, or give the item the metadata " + OneSize,
        AnnotationFormat.TfRecord => "write image/width and image/height into the records, or give the item the metadata " + OneSize,
        AnnotationFormat.OpenImages => "give the item the metadata Images (the images' folder) or " + OneSize,
        _ => "put the image where it is looked for, or give the item the metadata Images (its folder) or " + OneSize,
    };
}
