using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// The edges of one box as a record has them, in fractions of the image. A box that crosses the edge of its image stays
/// as it is: the API's decoder hands it on so.
/// </summary>
internal readonly record struct TfBoxEdges(float XMin, float YMin, float XMax, float YMax)
{
    /// <summary>Beyond the edge, what rounding leaves.</summary>
    private const float Tolerance = 1e-4f;

    /// <summary>A narrower box is what arithmetic on fractions of 24 bits leaves of none.</summary>
    private const float SmallestExtent = 1e-6f;

    /// <summary>There is nothing to say of the box.</summary>
    public bool IsInside =>
        XMin >= -Tolerance && YMin >= -Tolerance && XMax <= 1 + Tolerance && YMax <= 1 + Tolerance
        && XMax - XMin >= SmallestExtent && YMax - YMin >= SmallestExtent && !IsOutside;

    /// <summary>The gravest fault of a box that isn't <see cref="IsInside"/>.</summary>
    public DiagnosticRule Fault =>
        !(IsFinite(XMin) && IsFinite(YMin) && IsFinite(XMax) && IsFinite(YMax)) ? AnnotationDiagnostics.CornerNotANumber
        : XMax - XMin <= -SmallestExtent || YMax - YMin <= -SmallestExtent
            ? XMin > 1 + Tolerance || YMin > 1 + Tolerance ? AnnotationDiagnostics.BoxOutsideImage : AnnotationDiagnostics.CornersSwapped
        : XMax - XMin < SmallestExtent || YMax - YMin < SmallestExtent ? AnnotationDiagnostics.BoxWithoutExtent
        : IsOutside ? AnnotationDiagnostics.BoxOutsideImage
        : AnnotationDiagnostics.BoxCrossesEdge;

    private bool IsOutside => XMax <= 0 || YMax <= 0 || XMin >= 1 || YMin >= 1;

    /// <summary>The <see cref="Fault"/> in words.</summary>
    public Diagnostic Explain(DiagnosticRule fault, string path, string place)
    {
        if (fault == AnnotationDiagnostics.CornerNotANumber)
        {
            return TfRecordDiagnostics.NotANumber(path, place, Join(NotFinite("xmin", XMin), NotFinite("ymin", YMin), NotFinite("xmax", XMax), NotFinite("ymax", YMax)));
        }

        if (fault == AnnotationDiagnostics.CornersSwapped)
        {
            return TfRecordDiagnostics.Swapped(path, place, Join(Greater("x", XMin, XMax), Greater("y", YMin, YMax)));
        }

        if (fault == AnnotationDiagnostics.BoxWithoutExtent)
        {
            return TfRecordDiagnostics.NoExtent(path, place, Join(Equal("x", XMin, XMax), Equal("y", YMin, YMax)));
        }

        return fault == AnnotationDiagnostics.BoxOutsideImage
            ? TfRecordDiagnostics.OutsideImage(
                path, place, Join("xmin " + FloatText.Shortest(XMin), "ymin " + FloatText.Shortest(YMin), "xmax " + FloatText.Shortest(XMax), "ymax " + FloatText.Shortest(YMax)))
            : TfRecordDiagnostics.CrossesEdge(
                path, place, Join(Beyond(-XMin, "width at the left"), Beyond(-YMin, "height at the top"), Beyond(XMax - 1, "width at the right"), Beyond(YMax - 1, "height at the bottom")));
    }

    private static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);

    private static string? NotFinite(string edge, float value) => IsFinite(value) ? null : $"{edge} is {FloatText.Shortest(value)}";

    private static string? Greater(string axis, float min, float max) =>
        max - min <= -SmallestExtent ? $"{axis}min {FloatText.Shortest(min)} is greater than {axis}max {FloatText.Shortest(max)}" : null;

    private static string? Equal(string axis, float min, float max) =>
        max - min < SmallestExtent ? $"{axis}min and {axis}max are both {FloatText.Shortest(min)}" : null;

    private static string? Beyond(float excess, string side) =>
        excess > Tolerance ? $"{FloatText.Shortest(excess)} of its {side}" : null;

    private static string Join(params string?[] parts)
    {
        List<string> there = [];
        foreach (string? part in parts)
        {
            if (part is not null)
            {
                there.Add(part);
            }
        }

        return string.Join(", ", there);
    }
}
