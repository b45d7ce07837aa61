using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>What each number of aspect ratios gives and costs.</summary>
/// <param name="Points">For 1 ratio, 2, and so on; one at least.</param>
/// <param name="TargetIoU">The mean IoU, 0 to 1, by which <c>auto</c> chose; null where the number was given.</param>
/// <param name="ChosenCount">The number that was chosen or given; it may lie beyond the points.</param>
internal sealed record FitCurve(IReadOnlyList<CurvePoint> Points, double? TargetIoU, int ChosenCount)
{
    /// <summary><c>auto</c> chose by what is drawn.</summary>
    public bool IsChosenByDrawnAnchors { get; init; }

    /// <summary>What the points draw is known.</summary>
    public bool IsDrawn => Points[0].Drawn is not null;

    /// <summary>The point for a number of ratios; null where there is none.</summary>
    public CurvePoint? Find(int count) => count >= 1 && count <= Points.Count ? Points[count - 1] : null;
}

/// <summary>One number of aspect ratios.</summary>
/// <param name="AspectRatios">The best ratios of that number, as they would be written; ascending.</param>
/// <param name="MeanIoU">The mean IoU of the boxes with the best of them, all at unit area; 0 to 1.</param>
/// <param name="AnchorsALocation">How many anchors the generator then draws at a location.</param>
internal sealed record CurvePoint(IReadOnlyList<float> AspectRatios, double MeanIoU, int AnchorsALocation)
{
    /// <summary>The anchors that are drawn with these ratios, compared with the base config's; null where that isn't known.</summary>
    public DrawnFigures? Drawn { get; init; }

    /// <summary>Their mean best IoU, 0 to 1; null where that isn't known.</summary>
    public double? DrawnMeanIoU => Drawn?.After.Whole.MeanBestIoU;

    /// <summary>How many ratios.</summary>
    public int Count => AspectRatios.Count;
}
