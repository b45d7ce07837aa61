using System;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class IntervalGainsTests
{
    [Fact]
    public void Looked_up_gains_are_the_summed_ones_to_the_precision_of_all_boxes() =>
        RatioGen.Sets(2, 40).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                var gains = new IntervalGains(ratios.Ratios, ratios.Weights);
                for (int left = 0; left < ratios.Count; left++)
                {
                    for (int right = left + 1; right < ratios.Count; right++)
                    {
                        (double exact, double found) = Compare(ratios, gains, left, right);
                        Assert.InRange(found, exact - (1e-14 * ratios.TotalWeight), exact + (1e-14 * ratios.TotalWeight));
                    }
                }
            },
            iter: 500);

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Where_weights_are_alike_an_interval_keeps_its_own_precision(double spread)
    {
        const int count = 20_000;
        var random = new Random(11);
        WeightedRatios ratios = WeightedRatios.Create(
            [.. Enumerable.Range(0, count).Select(_ => Math.Exp(spread * ((2 * random.NextDouble()) - 1)))],
            [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(1, 20))]);
        var gains = new IntervalGains(ratios.Ratios, ratios.Weights);
        double worst = 0;
        foreach ((int left, int right) in new[] { (0, count - 1), (0, count / 2), (100, count - 200), (count / 3, count / 2), (count - 5000, count - 1) })
        {
            (double exact, double found) = Compare(ratios, gains, left, right);
            worst = Math.Max(worst, Math.Abs(found - exact) / exact);
        }

        Assert.InRange(worst, 0, 2e-14);
    }

    [Fact]
    public void The_middle_is_the_last_ratio_that_is_as_near_to_the_left_wherever_the_search_begins() =>
        RatioGen.Sets(2, 40).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                var gains = new IntervalGains(ratios.Ratios, ratios.Weights);
                for (int left = 0; left < ratios.Count; left++)
                {
                    for (int right = left + 1; right < ratios.Count; right++)
                    {
                        double border = ratios.Ratios[left] * ratios.Ratios[right];
                        int expected = Enumerable.Range(left, right - left).Last(i => i == left || ratios.Ratios[i] * ratios.Ratios[i] <= border);
                        Assert.All(Enumerable.Range(0, expected + 1), from => Assert.Equal(expected, gains.Middle(left, right, from)));
                    }
                }
            },
            iter: 200);

    /// <summary>The gain of the boxes between two anchors, and of those at them: summed in double-double, and looked up.</summary>
    private static (double Exact, double Found) Compare(WeightedRatios ratios, IntervalGains gains, int left, int right)
    {
        int middle = gains.Middle(left, right, left);
        double found = gains.At(left) + gains.After(left) + gains.At(right) + gains.Before(right) - gains.Beyond(left, right, middle);

        // What lies outside the two anchors is no part of it.
        var exact = default(DoubleDouble);
        for (int i = 0; i < ratios.Count; i++)
        {
            double root = Math.Sqrt(ratios.Ratios[i]);
            double share = i < left || i > right ? 0 : UnitAreaCoverage.IoU(root, Math.Sqrt(ratios.Ratios[i <= middle ? left : right]));
            exact += DoubleDouble.Product(ratios.Weights[i], share);
        }

        return (exact.High, found);
    }
}
