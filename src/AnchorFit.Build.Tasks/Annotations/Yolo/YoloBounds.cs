using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Whether a box in fractions has an extent and lies in its image.</summary>
internal static class YoloBounds
{
    /// <summary>A narrower box is what arithmetic leaves of none.</summary>
    private const double SmallestExtent = 1e-9;

    /// <summary>Exporters round to three to six digits.</summary>
    private const double Tolerance = 0.001;

    /// <summary>What is wrong with the box; null when it has an extent and reaches over no edge by more than rounding.</summary>
    public static DiagnosticRule? FindFault(PixelBox box) =>
        !(box.Width >= SmallestExtent && box.Height >= SmallestExtent) ? AnnotationDiagnostics.BoxWithoutExtent
        : box.XMax <= 0 || box.YMax <= 0 || box.XMin >= 1 || box.YMin >= 1 ? AnnotationDiagnostics.BoxOutsideImage
        : box.XMin < -Tolerance || box.YMin < -Tolerance || box.XMax > 1 + Tolerance || box.YMax > 1 + Tolerance ? AnnotationDiagnostics.BoxCrossesEdge
        : null;

    /// <summary>What there is to say of a box with such a fault.</summary>
    public static Diagnostic Describe(DiagnosticRule fault, PixelBox box, string path, LinePosition at, string className)
    {
        if (fault == AnnotationDiagnostics.BoxWithoutExtent)
        {
            string width = box.Width >= SmallestExtent ? string.Empty : $"width is {PixelNumber.Format(box.Width)}";
            string height = box.Height >= SmallestExtent ? string.Empty : $"height is {PixelNumber.Format(box.Height)}";
            return YoloDiagnostics.NoExtent(path, at, className, width + (width.Length > 0 && height.Length > 0 ? ", " : string.Empty) + height);
        }

        if (fault == AnnotationDiagnostics.BoxOutsideImage)
        {
            string edges = $"from {PixelNumber.Format(box.XMin)} to {PixelNumber.Format(box.XMax)} across, "
                + $"{PixelNumber.Format(box.YMin)} to {PixelNumber.Format(box.YMax)} down";
            return YoloDiagnostics.OutsideImage(path, at, className, edges);
        }

        List<string> sides = [];
        Add(-box.XMin, "width at the left");
        Add(-box.YMin, "height at the top");
        Add(box.XMax - 1, "width at the right");
        Add(box.YMax - 1, "height at the bottom");
        return YoloDiagnostics.CrossesEdge(path, at, className, string.Join(", ", sides));

        void Add(double excess, string side)
        {
            if (excess > Tolerance)
            {
                sides.Add($"{PixelNumber.Format(excess)} of its {side}");
            }
        }
    }
}
