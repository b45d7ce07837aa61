using System;
using AnchorFit.Anchors;

namespace AnchorFit.Reporting;

/// <summary>The size bands of <see cref="DrawnScore.SizeBands"/>: from 16 pixels of a box's side on, each twice the one before.</summary>
internal static class DrawnBands
{
    private const int SmallestPx = 16;
    private const int LastBand = 5;

    /// <summary>The side (√area, in input pixels) that the band's boxes are below; null for the last band.</summary>
    public static int? UpperPx(int band) => band < LastBand ? SmallestPx << band : null;

    /// <summary>The band's name: <c>below 16 px</c>, <c>16-32 px</c>, up to <c>from 256 px</c>.</summary>
    public static string Name(int band) => (band, UpperPx(band)) switch
    {
        (0, _) => FormattableString.Invariant($"below {SmallestPx} px"),
        (_, { } upper) => FormattableString.Invariant($"{upper / 2}-{upper} px"),
        _ => FormattableString.Invariant($"from {UpperPx(band - 1)} px"),
    };
}
