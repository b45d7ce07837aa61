using AnchorFit.Anchors;

namespace AnchorFit.Reporting;

/// <summary>How the anchors before and after a fit serve a group of the boxes.</summary>
/// <param name="Kind"><see cref="Protection.Classes"/> or <see cref="Protection.Sizes"/>; <see cref="Protection.None"/> for all boxes.</param>
/// <param name="Key">The class's or the band's number, as in <see cref="GroupScore.Key"/>.</param>
/// <param name="Name">The class as the annotations name it, null for boxes without one; the band as <see cref="DrawnBands.Name"/> has it.</param>
/// <param name="Before">With the base config's anchors.</param>
/// <param name="After">With the result's.</param>
internal sealed record GroupChange(Protection Kind, int Key, string? Name, MatchingScore Before, MatchingScore After)
{
    // A smaller fall isn't seen in figures with two decimals.
    private const double Shown = 0.0001;

    /// <summary>Enough boxes for a figure that isn't chance.</summary>
    public bool Counts => Before.BoxCount >= GroupRegression.LeastBoxes;

    /// <summary>Its recall at the matched threshold fell by 0.01 percentage points or more.</summary>
    public bool LosesRecall => Counts && Before.Recall - After.Recall >= Shown;

    /// <summary>Its mean best IoU fell by 0.01 percentage points or more.</summary>
    public bool LosesOverlap => Counts && Before.MeanBestIoU - After.MeanBestIoU >= Shown;

    /// <summary>It is served worse than before.</summary>
    public bool Falls => LosesRecall || LosesOverlap;

    /// <summary>The greater of the two falls, from 0 to 1; below 0 where both figures rose.</summary>
    public double Fall => System.Math.Max(Before.MeanBestIoU - After.MeanBestIoU, Before.Recall - After.Recall ?? double.NegativeInfinity);
}
