using System;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class IntervalCostsTests
{
    [Fact]
    public void Every_interval_costs_what_its_points_do_about_their_mean() =>
        RatioGen.Sets(1, 20).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                (double Ratio, double Weight)[] members = KMeansOracle.Members(ratios);
                var costs = new IntervalCosts(ratios);
                for (int start = 0; start < members.Length; start++)
                {
                    for (int end = start + 1; end <= members.Length; end++)
                    {
                        double expected = KMeansOracle.Cost(members.AsSpan(start, end - start));
                        double tolerance = KMeansOracle.Tolerance(members, expected);
                        Assert.InRange(costs.Of(start, end), expected - tolerance, expected + tolerance);
                    }
                }
            },
            iter: 1000);

    [Fact]
    public void A_heavy_ratio_far_away_costs_no_digits()
    {
        (double Ratio, double Weight)[] members = [(7, 111195.76983775065), (1e6, 0.65884254035862926), (1000000.0000982267, 0.36787944117144233)];
        var costs = new IntervalCosts(WeightedRatios.Create([.. members.Select(m => m.Ratio)], [.. members.Select(m => m.Weight)]));
        double expected = KMeansOracle.Cost(members.AsSpan(1));

        Assert.InRange(costs.Of(1, 3), expected * (1 - 1e-9), expected * (1 + 1e-9));
    }

    [Fact]
    public void Nothing_and_one_ratio_cost_nothing()
    {
        var costs = new IntervalCosts(WeightedRatios.Create([1, 2], [1, 1]));
        Assert.Equal(0, costs.Of(1, 1));
        Assert.Equal(0, costs.Of(2, 1));
        Assert.Equal(0, costs.Of(1, 2));
        Assert.True(costs.Of(0, 2) > 0);
    }

    [Fact]
    public void Rough_costs_are_off_by_no_more_than_the_bound() =>
        RatioGen.Sets(2, 70).Sample(
            set =>
            {
                var costs = new IntervalCosts(OptimalKMeansTests.Ratios(set));
                for (int start = 0; start < costs.Count; start++)
                {
                    for (int end = start + 1; end <= costs.Count; end++)
                    {
                        double exact = costs.Of(start, end);
                        Assert.InRange(costs.Roughly(start, end), exact - costs.RoughError, exact + costs.RoughError);
                    }
                }
            },
            iter: 500);

    [Fact]
    public void Weights_too_unlike_for_rounded_sums_are_costed_exactly()
    {
        var costs = new IntervalCosts(WeightedRatios.Create([1, 1.5, 2, 3], [1e-9, 1e-9, 1e25, 1]));
        Assert.True(costs.Of(0, 2) > 0);
        Assert.Equal(costs.Of(0, 2), costs.Roughly(0, 2));
    }

    /// <summary>Sums of many ratios are made in parts at once.</summary>
    [Theory]
    [InlineData(0, 200_000)]
    [InlineData(65_530, 65_550)]
    [InlineData(65_536, 131_072)]
    [InlineData(131_071, 131_090)]
    [InlineData(7, 199_991)]
    public void Parts_join_without_a_seam(int start, int end)
    {
        (double Ratio, double Weight)[] members = [.. Enumerable.Range(0, 200_000).Select(i => (0.2 + (i * 2e-5), 1.0 + (i % 3)))];
        var costs = new IntervalCosts(WeightedRatios.Create([.. members.Select(m => m.Ratio)], [.. members.Select(m => m.Weight)]));
        double expected = KMeansOracle.Cost(members.AsSpan(start, end - start));

        Assert.InRange(costs.Of(start, end), expected * (1 - 1e-9), expected * (1 + 1e-9));
    }
}
