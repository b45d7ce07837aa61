namespace AnchorFit.Anchors.Search;

/// <summary>How drawn anchors serve a sample of boxes, both 0 to 1.</summary>
/// <param name="MeanBestIoU">The weighted mean of the boxes' IoU with their best anchor.</param>
/// <param name="Recall">The share of boxes that reach the matched threshold; 1 where the model has none.</param>
internal readonly record struct SearchScore(double MeanBestIoU, double Recall)
{
    // A point of recall lost must never pay, whatever it brings in IoU.
    private const double PointsOfIoUForOneOfRecall = 4;

    // Weights add up to the same but for their last digits.
    private const double Tolerance = 1e-9;

    /// <summary>One number to climb: the mean, less a fine for recall that is missing.</summary>
    /// <param name="leastRecall">The recall that is asked for.</param>
    public double Worth(double leastRecall) =>
        Recall >= leastRecall - Tolerance ? MeanBestIoU : MeanBestIoU - (PointsOfIoUForOneOfRecall * (leastRecall - Recall));
}
