namespace AnchorFit.Fitting;

/// <summary>One cluster of neighbouring aspect ratios.</summary>
/// <param name="Start">Index of its first distinct ratio.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="Centroid">The weighted mean of its points; its <see cref="RatioPoint.AspectRatio"/> is what gets written.</param>
/// <param name="Weight">How many boxes it has.</param>
/// <param name="Share">Its part of all boxes, 0 to 1.</param>
/// <param name="Inertia">The weighted sum of squared distances of its points to the centroid.</param>
internal readonly record struct RatioCluster(
    int Start,
    int End,
    RatioPoint Centroid,
    double Weight,
    double Share,
    double Inertia)
{
    /// <summary>The aspect ratio of the centroid, width / height.</summary>
    public double AspectRatio => Centroid.AspectRatio;
}
