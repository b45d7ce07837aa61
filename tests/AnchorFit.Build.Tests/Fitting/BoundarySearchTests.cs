using System;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class BoundarySearchTests
{
    [Fact]
    public void Searching_coarsely_first_loses_nothing() =>
        Gen.Select(RatioGen.Sets(1, 150), Gen.Int[1, 8], Gen.Int[1, 20]).Sample(
            (set, k, coarseCells) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                k = Math.Min(k, ratios.Count);
                double whole = Inertia(ratios, k, int.MaxValue);
                double tolerance = KMeansOracle.Tolerance(KMeansOracle.Members(ratios), whole);
                Assert.InRange(Inertia(ratios, k, coarseCells), whole - tolerance, whole + tolerance);
            },
            iter: 1500);

    [Fact]
    public void Searching_coarsely_first_finds_the_same_boundaries()
    {
        var random = new Random(11);
        double[] values = Enumerable.Range(0, 5000).Select(_ => Math.Exp(random.NextDouble() * random.NextDouble())).ToArray();
        var ratios = WeightedRatios.Create(values, values.Select(_ => 1.0).ToArray());
        for (int k = 1; k <= 10; k++)
        {
            Assert.Equal(Starts(ratios, k, int.MaxValue), Starts(ratios, k, 64));
        }
    }

    private static double Inertia(WeightedRatios ratios, int k, int coarseCells) =>
        KMeansFit.Create(ratios, Starts(ratios, k, coarseCells)).Inertia;

    private static int[] Starts(WeightedRatios ratios, int k, int coarseCells) =>
        new BoundarySearch(new IntervalCosts(ratios), k, TestContext.Current.CancellationToken, coarseCells).FindStarts();
}
