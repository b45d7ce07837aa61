using System.Linq;
using AnchorFit.Fitting;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class FitQualityTests
{
    [Fact]
    public void Raw_centroids_are_scored_with_the_area_they_have()
    {
        // Boxes 2 x 1/2 and 1/2 x 2 in one cluster: the centroid is 1.25 x 1.25, the overlap 1.25 · 0.5.
        var ratios = WeightedRatios.Create([4, 0.25], [1, 1]);
        KMeansFit fit = OptimalKMeans.Fit(ratios, 1, TestContext.Current.CancellationToken);
        FitQuality quality = FitQuality.Measure(ratios, fit, [1f]);
        Assert.Equal(0.625 / (1 + (1.25 * 1.25) - 0.625), quality.AverageCentroidIoU!.Value, 1e-15);
        Assert.Equal(1.0 / 3, quality.Coverage.MeanIoU, 1e-15);
        Assert.Equal(4 * 0.75 * 0.75, quality.Inertia!.Value, 1e-15);
    }

    [Fact]
    public void Every_box_takes_the_best_centroid_and_counts_by_its_weight()
    {
        var ratios = WeightedRatios.Create([1, 4], [3, 1]);
        RatioPoint[] centroids = [RatioPoint.OfRatio(1), RatioPoint.OfRatio(9)];
        double best = new[] { UnitAreaCoverage.IoU(1, 2), UnitAreaCoverage.IoU(2, 3) }.Max();
        Assert.Equal((3 + best) / 4, FitQuality.MeasureAverageCentroidIoU(ratios, centroids), 1e-15);
    }
}
