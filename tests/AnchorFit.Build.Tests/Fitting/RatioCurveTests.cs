using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class RatioCurveTests
{
    [Fact]
    public void All_counts_at_once_give_the_bits_of_each_alone() =>
        RatioGen.Sets(1, 60).Sample(set => AssertSame(OptimalKMeansTests.Ratios(set)), iter: 100);

    [Fact]
    public void So_they_do_where_ratios_are_searched_coarsely_first() => AssertSame(Large(1_500));

    [Fact]
    public void So_they_do_where_ratios_are_merged() =>
        RatioGen.Sets(40, 120).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                int most = Math.Min(10, ratios.Count);
                IReadOnlyList<MeanIoUFit> all = OptimalMeanIoU.FitAll(ratios, most, 24, CancellationToken.None);
                for (int k = 1; k <= most; k++)
                {
                    AssertSame(OptimalMeanIoU.Fit(ratios, k, 24, CancellationToken.None), all[k - 1]);
                }
            },
            iter: 60);

    [Theory]
    [InlineData(nameof(FitObjective.KMeans))]
    [InlineData(nameof(FitObjective.MeanIoU))]
    public void Every_point_is_what_the_written_ratios_earn(string objective) =>
        RatioGen.Sets(1, 40).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                RatioCurve curve = Measure(ratios, Enum.Parse<FitObjective>(objective));
                Assert.InRange(curve.Points.Count, 1, Math.Min(10, ratios.Count));
                for (int k = 1; k <= curve.Points.Count; k++)
                {
                    RatioCurvePoint point = curve.Points[k - 1];
                    Assert.Equal(k, point.Count);
                    Assert.Equal(point.Fit.Measure().Coverage.MeanIoU, point.MeanIoU);
                    Assert.Same(point, curve.Find(k));
                }

                Assert.Null(curve.Find(curve.Points.Count + 1));
            },
            iter: 60);

    [Fact]
    public void More_ratios_never_earn_less_where_that_is_what_is_fitted() =>
        RatioGen.Sets(1, 40).Sample(
            set =>
            {
                IReadOnlyList<RatioCurvePoint> points = Measure(OptimalKMeansTests.Ratios(set), FitObjective.MeanIoU).Points;
                Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(pair.Second.MeanIoU >= pair.First.MeanIoU - 1e-7));
            },
            iter: 60);

    [Fact]
    public void The_curve_ends_before_two_written_ratios_are_the_same()
    {
        RatioCurve curve = Measure(WeightedRatios.Create([1, 1 + 1e-12, 2, 3], [1, 1, 1, 1]), FitObjective.KMeans);

        Assert.Equal([1, 2, 3], curve.Points.Select(p => p.Count));
        Assert.Equal([1f, 2f, 3f], curve.Points[2].Fit.AspectRatios);
    }

    [Fact]
    public void The_fewest_ratios_that_reach_the_target_are_found()
    {
        RatioCurve curve = Measure(WeightedRatios.Create([0.1, 0.3, 1, 3], [1, 1, 1, 1]), FitObjective.MeanIoU);

        Assert.Equal(1, curve.FewestReaching(0.01)!.Count);
        for (int k = 2; k <= 4; k++)
        {
            Assert.Equal(k, curve.FewestReaching(curve.Points[k - 1].MeanIoU)!.Count);
            Assert.Equal(k, curve.FewestReaching(curve.Points[k - 2].MeanIoU + 1e-6)!.Count);
        }

        // 0.1 and 0.3 are rounded as they are written; that is no reason to miss 100 %.
        Assert.True(curve.Points[3].MeanIoU < 1);
        Assert.Equal(4, curve.FewestReaching(1)!.Count);
    }

    [Fact]
    public void A_target_beyond_the_curve_is_reached_by_none() =>
        Assert.Null(Measure(Large(2_000), FitObjective.KMeans).FewestReaching(0.9999));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Impossible_counts_break_the_contract(int maxCount)
    {
        WeightedRatios ratios = WeightedRatios.Create([1, 2, 3], [1, 1, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimalKMeans.FitAll(ratios, maxCount, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimalMeanIoU.FitAll(ratios, maxCount, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimalMeanIoU.FitAll(Large(2_000), 11, CancellationToken.None));
    }

    [Theory]
    [InlineData(nameof(FitObjective.KMeans), 3)]
    [InlineData(nameof(FitObjective.KMeans), 5_000)]
    [InlineData(nameof(FitObjective.MeanIoU), 3)]
    public void A_cancelled_token_stops_it(string objective, int count) =>
        Assert.Throws<OperationCanceledException>(() => RatioCurve.Measure(Large(count), RatioFitter.For(Enum.Parse<FitObjective>(objective)), new CancellationToken(canceled: true)));

    [Fact]
    public void Cancelling_on_the_way_is_noticed()
    {
        WeightedRatios ratios = Large(20_000);
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(1));
        Assert.Throws<OperationCanceledException>(() => FitForever(ratios, source.Token));
    }

    private static void FitForever(WeightedRatios ratios, CancellationToken cancellationToken)
    {
        while (true)
        {
            _ = OptimalKMeans.FitAll(ratios, 10, cancellationToken);
        }
    }

    internal static void AssertSame(WeightedRatios ratios)
    {
        int most = Math.Min(10, ratios.Count);
        IReadOnlyList<KMeansFit> clusters = OptimalKMeans.FitAll(ratios, most, CancellationToken.None);
        IReadOnlyList<MeanIoUFit> anchors = OptimalMeanIoU.FitAll(ratios, most, CancellationToken.None);
        Assert.Equal((most, most), (clusters.Count, anchors.Count));
        for (int k = 1; k <= most; k++)
        {
            KMeansFit alone = OptimalKMeans.Fit(ratios, k, CancellationToken.None);
            Assert.Equal(alone.Clusters, clusters[k - 1].Clusters);
            Assert.Equal(alone.Inertia, clusters[k - 1].Inertia);
            AssertSame(OptimalMeanIoU.Fit(ratios, k, CancellationToken.None), anchors[k - 1]);
        }
    }

    private static void AssertSame(MeanIoUFit expected, MeanIoUFit actual)
    {
        Assert.Equal(expected.AspectRatios, actual.AspectRatios);
        Assert.Equal((expected.MeanIoU, expected.GapBound), (actual.MeanIoU, actual.GapBound));
    }

    private static RatioCurve Measure(WeightedRatios ratios, FitObjective objective) =>
        RatioCurve.Measure(ratios, RatioFitter.For(objective), TestContext.Current.CancellationToken);

    private static WeightedRatios Large(int count)
    {
        var random = new Random(3);
        double[] ratios = [.. Enumerable.Range(0, count).Select(_ => Math.Exp((2 * random.NextDouble() * random.NextDouble()) - 1))];
        return WeightedRatios.Create(ratios, [.. ratios.Select(_ => (double)random.Next(1, 4))]);
    }
}
