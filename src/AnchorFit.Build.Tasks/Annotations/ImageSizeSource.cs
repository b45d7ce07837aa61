namespace AnchorFit.Annotations;

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
