using System;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class WeightedRatiosTests
{
    [Fact]
    public void Equal_ratios_are_merged_and_all_are_ascending()
    {
        var ratios = WeightedRatios.Create([2, 0.5, 2, 1], [1, 2, 3, 0.5]);
        Assert.Equal([0.5, 1, 2], ratios.Ratios.ToArray());
        Assert.Equal([2, 0.5, 4], ratios.Weights.ToArray());
        Assert.Equal(6.5, ratios.TotalWeight);
    }

    [Fact]
    public void A_box_is_one_unit_of_its_width_by_its_height()
    {
        var ratios = WeightedRatios.FromBoxes([new BoxSize(30, 10), new BoxSize(10, 20), new BoxSize(15, 5)]);
        Assert.Equal([0.5, 3], ratios.Ratios.ToArray());
        Assert.Equal([1, 2.0], ratios.Weights.ToArray());
    }

    [Fact]
    public void Fractions_are_added_in_an_order_of_their_own() =>
        Gen.Select(Gen.Int[1, 3].Select(i => (double)i), Gen.Double[1e-9, 1e9]).Array[2, 40]
            .SelectMany(set => Gen.Shuffle(set), (set, shuffled) => (set, shuffled))
            .Sample(
                pair =>
                {
                    WeightedRatios a = OptimalKMeansTests.Ratios(pair.set);
                    WeightedRatios b = OptimalKMeansTests.Ratios(pair.shuffled);
                    Assert.Equal(a.Ratios.ToArray(), b.Ratios.ToArray());
                    Assert.Equal(a.Weights.ToArray(), b.Weights.ToArray());
                    Assert.Equal(a.TotalWeight, b.TotalWeight);
                });

    [Fact]
    public void The_callers_arrays_stay_as_they_were()
    {
        double[] ratios = [2, 1];
        double[] weights = [3, 4];
        _ = WeightedRatios.Create(ratios, weights);
        Assert.Equal([2, 1], ratios);
        Assert.Equal([3, 4], weights);
    }

    [Fact]
    public void No_boxes_give_no_ratios()
    {
        var ratios = WeightedRatios.FromBoxes([]);
        Assert.Equal(0, ratios.Count);
        Assert.Equal(0, ratios.TotalWeight);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e-31)]
    [InlineData(1e31)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Other_ratios_and_weights_break_the_contract(double value)
    {
        Assert.False(WeightedRatios.IsUsable(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedRatios.Create([1, value], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedRatios.Create([1, 2], [1, value]));
    }

    [Fact]
    public void Every_ratio_needs_a_weight() =>
        Assert.Throws<ArgumentException>(() => WeightedRatios.Create([1, 2], [1]));

    [Fact]
    public void The_extremes_can_be_fitted()
    {
        var ratios = WeightedRatios.Create([1e-30, 1, 1e30], [1e30, 1e-30, 1e30]);
        KMeansFit fit = OptimalKMeans.Fit(ratios, 2, TestContext.Current.CancellationToken);
        Assert.All(fit.Clusters, c => Assert.True(double.IsFinite(c.AspectRatio) && double.IsFinite(c.Inertia)));
        Assert.Equal(3, fit.Clusters.Sum(c => c.End - c.Start));
    }
}
