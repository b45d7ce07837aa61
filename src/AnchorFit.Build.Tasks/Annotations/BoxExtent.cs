using AnchorFit.Geometry;

namespace AnchorFit.Annotations;

/// <summary>What is wrong with the extent of a box, in the words of its format.</summary>
/// <param name="Left">What the format calls the edge: xmin.</param>
/// <param name="Smallest">A narrower box is what arithmetic leaves of none; in the unit of the edges.</param>
internal readonly record struct BoxExtent(string Left, string Top, string Right, string Bottom, double Smallest)
{
    /// <summary>In pixels a narrower box is what arithmetic leaves of none.</summary>
    public const double SmallestPixels = 1e-6;

    /// <summary>Pixels by the names that PASCAL VOC and the API's tables give them.</summary>
    public static BoxExtent OfCorners { get; } = new("xmin", "ymin", "xmax", "ymax", SmallestPixels);

    /// <summary>Both sides are above zero.</summary>
    public bool IsGood(PixelBox box) => box.Width >= Smallest && box.Height >= Smallest;

    /// <summary>Edges stand on the wrong sides, which is another fault than to lie on each other.</summary>
    public bool IsSwapped(PixelBox box) => box.Width <= -Smallest || box.Height <= -Smallest;

    /// <summary>
    /// A box in pixels lies within the first one, at fractions of it: its edges are fractions of the image. One from 0 to
    /// 1 may be a pixel.
    /// </summary>
    public static bool AreFractions(PixelBox box) =>
        box.XMax <= 1 && box.YMax <= 1 && box.XMin > -1 && box.YMin > -1
        && !(IsWhole(box.XMin) && IsWhole(box.YMin) && IsWhole(box.XMax) && IsWhole(box.YMax));

    /// <summary>The fault as a clause: "xmin 20 is greater than xmax 10", "ymin and ymax are both 3".</summary>
    public string Fault(PixelBox box) => IsSwapped(box)
        ? Join(
            box.Width <= -Smallest ? Greater(Left, box.XMin, Right, box.XMax) : null,
            box.Height <= -Smallest ? Greater(Top, box.YMin, Bottom, box.YMax) : null)
        : Join(
            box.Width < Smallest ? $"{Left} and {Right} are both {PixelNumber.Format(box.XMin)}" : null,
            box.Height < Smallest ? $"{Top} and {Bottom} are both {PixelNumber.Format(box.YMin)}" : null);

    /// <summary>The four edges: "xmin 1, ymin 2, xmax 3, ymax 4".</summary>
    public string Edges(PixelBox box) =>
        $"{Left} {PixelNumber.Format(box.XMin)}, {Top} {PixelNumber.Format(box.YMin)}, "
        + $"{Right} {PixelNumber.Format(box.XMax)}, {Bottom} {PixelNumber.Format(box.YMax)}";

    private static bool IsWhole(double value) => (int)value == value;

    private static string Greater(string min, double low, string max, double high) =>
        $"{min} {PixelNumber.Format(low)} is greater than {max} {PixelNumber.Format(high)}";

    private static string Join(string? first, string? second) =>
        first is null || second is null ? first + second : first + ", " + second;
}
