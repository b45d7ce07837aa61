namespace AnchorFit.Anchors.Search;

/// <summary>How drawn anchors serve a sample of boxes, all 0 to 1.</summary>
/// <param name="MeanBestIoU">The weighted mean of the boxes' IoU with their best anchor.</param>
/// <param name="Recall">The share of boxes that reach the matched threshold; 1 where the model has none.</param>
/// <param name="Lack">The weighted mean of what the boxes' IoU lacks of the threshold.</param>
internal readonly record struct SearchScore(double MeanBestIoU, double Recall, double Lack)
{
    // What the boxes below the threshold gain counts so much more than what those above lose.
    private const double WeightOfLack = 20;
    private const double WeightOfRecall = 4;

    // Weights add up to the same but for their last digits.
    private const double Tolerance = 1e-9;

    /// <summary>One number to climb: the mean; below 0 where recall is missing, so that no mean makes up for it.</summary>
    /// <param name="leastRecall">The recall that is asked for.</param>
    public double Worth(double leastRecall) => Recall >= leastRecall - Tolerance
        ? MeanBestIoU
        : MeanBestIoU - 1 - (WeightOfRecall * (leastRecall - Recall)) - (WeightOfLack * Lack);
}
