using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>Where a box lies in its image. Boxes that cross the edge stay as they are, as the API's converters keep them.</summary>
internal static class ImageBounds
{
    /// <summary>What exporters that go through normalised coordinates leave as rounding, in pixels.</summary>
    private const double Tolerance = 0.01;

    /// <summary>The box reaches over no edge.</summary>
    public static bool Contains(ImageSize image, PixelBox box) =>
        box.XMin >= -Tolerance && box.YMin >= -Tolerance
        && box.XMax <= image.Width + Tolerance && box.YMax <= image.Height + Tolerance
        && !IsOutside(image, box);

    /// <summary>No part of the box is inside the image.</summary>
    public static bool IsOutside(ImageSize image, PixelBox box) =>
        box.XMax <= 0 || box.YMax <= 0 || box.XMin >= image.Width || box.YMin >= image.Height;

    /// <summary>The left and upper edges that lie beyond the image: "xmin 5000". Null where there are none: the corners of such a box may only be swapped.</summary>
    /// <param name="left">What the format calls the edge.</param>
    /// <param name="top">What the format calls the edge.</param>
    public static string? EdgesBeyond(ImageSize image, PixelBox box, string left = "xmin", string top = "ymin") =>
        (box.XMin > image.Width + Tolerance, box.YMin > image.Height + Tolerance) switch
        {
            (true, true) => $"{left} {PixelNumber.Format(box.XMin)} and {top} {PixelNumber.Format(box.YMin)}",
            (true, false) => left + " " + PixelNumber.Format(box.XMin),
            (false, true) => top + " " + PixelNumber.Format(box.YMin),
            _ => null,
        };

    /// <summary>What there is to say of the box; null when the image contains it.</summary>
    public static Diagnostic? Check(ImageSize image, PixelBox box, string path, LinePosition at, string? className)
    {
        if (Contains(image, box))
        {
            return null;
        }

        string size = $"{image.Width} × {image.Height}";
        return IsOutside(image, box)
            ? AnnotationDiagnostics.OutsideImage(path, at, className, BoxExtent.OfCorners.Edges(box), size)
            : AnnotationDiagnostics.CrossesEdge(path, at, className, Excess(image, box), size);
    }

    /// <summary>By how much a box reaches over which edges: "3 pixels at the left, 1 pixel at the top".</summary>
    /// <param name="image">The image's size.</param>
    /// <param name="box">The box, in its pixels.</param>
    /// <param name="tolerance">So much isn't worth a word, in pixels.</param>
    public static string Excess(ImageSize image, PixelBox box, double tolerance = Tolerance)
    {
        List<string> sides = [];
        Add(-box.XMin, "at the left");
        Add(-box.YMin, "at the top");
        Add(box.XMax - image.Width, "at the right");
        Add(box.YMax - image.Height, "at the bottom");
        return string.Join(", ", sides);

        void Add(double excess, string side)
        {
            if (excess > tolerance)
            {
                string pixels = PixelNumber.Format(excess);
                sides.Add(pixels switch
                {
                    "0" => "a rounding error " + side,
                    "1" => "1 pixel " + side,
                    _ => $"{pixels} pixels {side}",
                });
            }
        }
    }
}
