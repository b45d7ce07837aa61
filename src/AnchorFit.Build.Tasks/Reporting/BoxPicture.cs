using AnchorFit.Geometry;

namespace AnchorFit.Reporting;

/// <summary>An image with the box that stands in it, small enough for the report.</summary>
/// <param name="MediaType">Of a kind that browsers decode and that holds pixels alone, such as <c>image/png</c>.</param>
/// <param name="Content">The file's bytes.</param>
/// <param name="Size">The image's size in pixels.</param>
/// <param name="Box">The box, in these pixels.</param>
internal sealed record BoxPicture(string MediaType, byte[] Content, ImageSize Size, PixelBox Box);
