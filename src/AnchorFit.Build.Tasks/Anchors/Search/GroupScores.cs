namespace AnchorFit.Anchors.Search;

/// <summary>How drawn anchors serve each of <see cref="BoxGroups"/>, all 0 to 1.</summary>
/// <param name="Overlap">The mean of the boxes' IoU with their best anchor.</param>
/// <param name="Recall">The share of boxes that reach the matched threshold; 1 where the model has none.</param>
/// <param name="Lack">The mean of what boxes' IoU lacks of the threshold.</param>
internal sealed record GroupScores(double[] Overlap, double[] Recall, double[] Lack);
