namespace AnchorFit.Anchors;

/// <summary>How well drawn anchors serve the boxes. Means and shares are weighted, 0 to 1; all 0 without boxes.</summary>
internal sealed record MatchingScore
{
    /// <summary>The mean of the boxes' IoU with their best anchor.</summary>
    public required double MeanBestIoU { get; init; }

    /// <summary>The share of boxes whose best IoU reaches the matched threshold; null where the model has none.</summary>
    public required double? Recall { get; init; }

    /// <summary>
    /// The share of boxes that only a forced match serves: their best anchor overlaps them, but less than the threshold
    /// asks for. Null where the model forces none, or has no threshold.
    /// </summary>
    public required double? ForcedShare { get; init; }

    /// <summary>How many boxes there are, counts and weights included.</summary>
    public required double BoxCount { get; init; }
}
