namespace AnchorFit.Fitting;

/// <summary>What makes aspect ratios good.</summary>
internal enum FitObjective
{
    /// <summary>A small squared distance of the boxes to the centres of their clusters, as in the notebook: <see cref="OptimalKMeans"/>.</summary>
    KMeans,

    /// <summary>A great mean IoU of the boxes with their best anchor: <see cref="OptimalMeanIoU"/>.</summary>
    MeanIoU,

    /// <summary>A great mean IoU of the boxes with the best of the anchors that the config draws, at their sizes and places.</summary>
    DrawnAnchors,
}
