using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// Where a box of a COCO file lies in its image. As the API's create_coco_tf_record.py does it: a box that reaches past
/// the right or lower edge, by however little, is left out; one past the left or upper edge stays as it is.
/// </summary>
internal static class CocoBounds
{
    /// <summary>The kind of fault; null when there is none, and at the left and top within a rounding error.</summary>
    public static DiagnosticRule? Check(ImageSize image, PixelBox box)
    {
        if (box.XMin >= 0 && box.YMin >= 0 && box.XMax <= image.Width && box.YMax <= image.Height)
        {
            return null;
        }

        return ImageBounds.IsOutside(image, box) ? AnnotationDiagnostics.BoxOutsideImage
            : box.XMax > image.Width || box.YMax > image.Height ? CocoDiagnostics.BoxPastEdge
            : ImageBounds.Contains(image, box) ? null
            : AnnotationDiagnostics.BoxCrossesEdge;
    }

    /// <summary>Its edges: "x 1 to 3, y 2 to 4".</summary>
    public static string Edges(PixelBox box) =>
        $"x {PixelNumber.Format(box.XMin)} to {PixelNumber.Format(box.XMax)}, y {PixelNumber.Format(box.YMin)} to {PixelNumber.Format(box.YMax)}";

    /// <summary>By how much the box reaches over which edges: "3 pixels at the right", "a rounding error at the bottom".</summary>
    public static string Excess(ImageSize image, PixelBox box) => ImageBounds.Excess(image, box, tolerance: 0);
}
