using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using MathNet.Numerics.Statistics;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class WeightedQuantilesTests
{
    [Fact]
    public void Whole_weights_give_R7_of_the_population_written_out() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 12].Select(i => i / 10.0), Gen.Int[1, 6]).Array[1, 30],
            Gen.OneOf(Gen.Double[0, 1], Gen.Int[0, 20].Select(i => i / 20.0))).Sample(
            (members, tau) =>
            {
                double[] population = members.SelectMany(m => Enumerable.Repeat(m.Item1, m.Item2)).Order().ToArray();
                double expected = SortedArrayStatistics.QuantileCustom(population, tau, QuantileDefinition.R7);
                double actual = Of(members.Select(m => m.Item1), members.Select(m => (double)m.Item2)).At(tau);
                Assert.Equal(expected, actual, 1e-12);
            },
            iter: 3000);

    [Fact]
    public void Figures_of_numpy()
    {
        // numpy.quantile([0.2, 0.4, 0.9, 1.0], [0, 0.05, 0.25, 0.5, 0.75, 0.95]), numpy 1.24.2
        WeightedQuantiles quantiles = Of([0.9, 0.2, 1.0, 0.4], [1, 1, 1, 1]);
        Assert.Equal(
            [0.2, 0.23, 0.35, 0.65, 0.925, 0.985],
            new[] { 0, 0.05, 0.25, 0.5, 0.75, 0.95 }.Select(tau => Math.Round(quantiles.At(tau), 12)));
    }

    [Fact]
    public void A_fraction_is_a_narrower_step()
    {
        // Steps: 0 to 0.5 at height 1, 0.5 to 2.5 at height 3; the window is 0.5 wide and starts at 2·tau.
        WeightedQuantiles quantiles = Of([1, 3], [0.5, 2]);
        Assert.Equal(1, quantiles.At(0));
        Assert.Equal(2, quantiles.At(0.125), 1e-15);
        Assert.Equal(3, quantiles.At(0.25), 1e-15);
        Assert.Equal(3, quantiles.At(1));
    }

    [Fact]
    public void Any_weights_give_an_ascending_curve_from_the_least_to_the_greatest() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[1e-3, 50]).Array[1, 20].Sample(members =>
        {
            WeightedQuantiles quantiles = Of(members.Select(m => m.Item1), members.Select(m => m.Item2));
            double[] curve = Enumerable.Range(0, 101).Select(i => quantiles.At(i / 100.0)).ToArray();
            Assert.Equal(members.Min(m => m.Item1), curve[0]);
            Assert.Equal(members.Max(m => m.Item1), curve[100]);
            Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-12));
        });

    [Fact]
    public void Nothing_has_no_quantiles() => Assert.Throws<ArgumentException>(() => Of([], []));

    private static WeightedQuantiles Of(IEnumerable<double> values, IEnumerable<double> weights) =>
        new(values.ToArray(), weights.ToArray());
}
