namespace AnchorFit.Reporting;

/// <summary>The size bands of <see cref="Anchors.DrawnScore.SizeBands"/>: from 16 pixels of a box's side on, each twice the one before.</summary>
internal static class DrawnBands
{
    private const int SmallestPx = 16;
    private const int LastBand = 5;

    /// <summary>The side (√area, in input pixels) that the band's boxes are below; null for the last band.</summary>
    public static int? UpperPx(int band) => band < LastBand ? SmallestPx << band : null;
}
