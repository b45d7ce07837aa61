using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class OptimalMeanIoUTests
{
    [Fact]
    public void No_choice_of_the_boxes_ratios_is_better() =>
        Gen.Select(RatioGen.Sets(1, 10), Gen.Int[1, 5]).Sample(
            (set, k) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                k = Math.Min(k, ratios.Count);
                (double[] Anchors, double Mean)[] all =
                    [.. MeanIoUOracle.Subsets(ratios.Ratios.ToArray(), k).Select(a => (a, MeanIoUOracle.Mean(ratios, a))).OrderByDescending(c => c.Item2)];

                MeanIoUFit fit = Fit(ratios, k);

                Assert.InRange(fit.MeanIoU, all[0].Mean - 1e-12, all[0].Mean + 1e-12);
                Assert.Equal(0, fit.GapBound);
                if (all.Length == 1 || all[1].Mean < all[0].Mean - 1e-12)
                {
                    Assert.Equal(all[0].Anchors, fit.AspectRatios);
                }
            },
            iter: 2000);

    [Fact]
    public void No_anchor_between_the_boxes_ratios_is_better() =>
        Gen.Select(RatioGen.Sets(3, 12), Gen.Double[0, 1].Array[3]).Sample(
            (set, places) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                int k = Math.Min(3, ratios.Count);
                double low = Math.Log(ratios.Ratios[0]);
                double high = Math.Log(ratios.Ratios[ratios.Count - 1]);
                double[] anchors = [.. places.Take(k).Select(p => Math.Exp(low + (p * (high - low))))];
                Assert.True(MeanIoUOracle.Mean(ratios, anchors) <= Fit(ratios, k).MeanIoU + 1e-12);
            },
            iter: 1000);

    [Fact]
    public void The_recurrence_with_nothing_looked_up_gives_the_same() =>
        RatioGen.Sets(1, 25).Sample(
            set =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                double[] best = MeanIoUOracle.BestByAnchorCount(ratios);
                for (int k = 1; k <= ratios.Count; k++)
                {
                    Assert.Equal(best[k], Fit(ratios, k).MeanIoU, 1e-12);
                }
            },
            iter: 200);

    [Fact]
    public void Turning_every_box_on_its_side_changes_no_mean() =>
        RatioGen.Sets(1, 40).Sample(
            set =>
            {
                WeightedRatios upright = OptimalKMeansTests.Ratios(set);
                WeightedRatios turned = OptimalKMeansTests.Ratios([.. set.Select(m => (1 / m.Ratio, m.Weight))]);
                int k = Math.Min(4, Math.Min(upright.Count, turned.Count));
                Assert.Equal(Fit(upright, k).MeanIoU, Fit(turned, k).MeanIoU, 1e-12);
            },
            iter: 500);

    [Fact]
    public void Turning_boxes_with_one_optimum_turns_the_anchors()
    {
        double[] ratios = [0.25, 0.5, 0.625, 0.75, 1.75, 2, 2.5, 5];
        double[] weights = [1, 2, 3, 1, 5, 2, 2, 1];
        for (int k = 1; k <= ratios.Length; k++)
        {
            IReadOnlyList<double> upright = Fit(WeightedRatios.Create(ratios, weights), k).AspectRatios;
            IReadOnlyList<double> turned = Fit(WeightedRatios.Create(ratios.Select(r => 1 / r).ToArray(), weights), k).AspectRatios;
            Assert.Equal(upright, turned.Select(r => 1 / r).Reverse().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    [Fact]
    public void Counted_shapes_give_the_very_bits_of_the_boxes() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60]).Array[1, 200].SelectMany(boxes => Gen.Shuffle(boxes), (boxes, shuffled) => (boxes, shuffled)).Sample(
            pair =>
            {
                WeightedRatios whole = WeightedRatios.FromBoxes(pair.boxes.Select(b => new BoxSize(b.Item1, b.Item2)));
                var groups = pair.shuffled.GroupBy(b => b).ToArray();
                WeightedRatios reduced = WeightedRatios.Create(
                    [.. groups.Select(g => (double)g.Key.Item1 / g.Key.Item2)], [.. groups.Select(g => (double)g.Count())]);
                int k = Math.Min(5, whole.Count);
                AssertSame(Fit(whole, k), Fit(reduced, k));
                AssertSame(Fit(whole, k, maxExact: 12), Fit(reduced, k, maxExact: 12));
            },
            iter: 100);

    [Fact]
    public void As_many_anchors_as_ratios_are_the_ratios()
    {
        MeanIoUFit fit = Fit(WeightedRatios.Create([4, 1, 0.25], [1, 2, 3]), 3);
        Assert.Equal([0.25, 1, 4], fit.AspectRatios);
        Assert.Equal(1, fit.MeanIoU);
    }

    [Fact]
    public void Of_equal_optima_the_one_with_the_smallest_last_anchor_is_taken()
    {
        Assert.Equal([1.0], Fit(WeightedRatios.Create([1, 4], [1, 1]), 1).AspectRatios);
        Assert.Equal([0.25, 1], Fit(WeightedRatios.Create([0.25, 1, 4], [1, 1, 1]), 2).AspectRatios);
    }

    [Fact]
    public void An_outlier_that_k_means_spends_an_anchor_on_gets_none()
    {
        // 100 boxes near square and two thin ones: the squared distance of those is great, their IoU is lost either way.
        var ratios = WeightedRatios.Create([0.8, 1, 1.25, 100], [100, 100, 100, 2]);
        Assert.Equal(100, OptimalKMeans.Fit(ratios, 2, TestContext.Current.CancellationToken).Clusters[1].AspectRatio, 1e-9);
        Assert.True(Fit(ratios, 2).AspectRatios[1] < 2);
    }

    [Fact]
    public void The_bound_holds_where_ratios_were_merged() =>
        Gen.Select(RatioGen.Sets(1, 60), Gen.Int[1, 4], Gen.Int[1, 20]).Sample(
            (set, k, limit) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                k = Math.Min(k, ratios.Count);
                MeanIoUFit exact = Fit(ratios, k);
                MeanIoUFit merged = Fit(ratios, k, limit);
                Assert.Equal(k, merged.AspectRatios.Distinct().Count());
                Assert.Equal(MeanIoUOracle.Mean(ratios, [.. merged.AspectRatios]), merged.MeanIoU, 1e-12);
                Assert.InRange(exact.MeanIoU, merged.MeanIoU - 1e-12, merged.MeanIoU + merged.GapBound + 1e-12);
            },
            iter: 1000);

    [Fact]
    public void A_fine_grid_has_a_small_bound()
    {
        WeightedRatios ratios = Large(5_000);
        MeanIoUFit exact = Fit(ratios, 4);
        MeanIoUFit merged = Fit(ratios, 4, maxExact: 1_000);
        Assert.Equal(0, exact.GapBound);
        Assert.InRange(merged.GapBound, exact.MeanIoU - merged.MeanIoU, 0.002);
        Assert.True(merged.GapBound > 0);
    }

    [Fact]
    public void On_a_large_set_no_anchor_can_be_moved_to_advantage()
    {
        WeightedRatios ratios = Large(5_000);
        MeanIoUFit fit = Fit(ratios, 5);
        double[] anchors = [.. fit.AspectRatios];
        for (int a = 0; a < anchors.Length; a++)
        {
            foreach (int by in new[] { -900, -1, 1, 40 })
            {
                double[] moved = (double[])anchors.Clone();
                moved[a] = ratios.Ratios[Math.Max(0, Math.Min(ratios.Count - 1, ratios.Ratios.BinarySearch(anchors[a]) + by))];
                Array.Sort(moved);
                Assert.True(MeanIoUFit.Measure(ratios.Ratios, ratios.Weights, moved) <= fit.MeanIoU + 1e-13);
            }
        }
    }

    [Fact]
    public async Task Neither_threads_nor_culture_change_a_bit()
    {
        WeightedRatios ratios = Large(5_000);
        MeanIoUFit alone = Fit(ratios, 3);
        MeanIoUFit[] fits = await Task.WhenAll(new[] { "de-DE", "ar-SA", "" }.Select(culture => Task.Run(
            () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return Fit(ratios, 3);
            },
            TestContext.Current.CancellationToken)));
        Assert.All(fits, fit => AssertSame(alone, fit));
    }

    [Fact]
    public void Extreme_ratios_and_weights_are_fitted()
    {
        var ratios = WeightedRatios.Create([1e-30, 2e-30, 1, 5e29, 1e30], [1e30, 1e-30, 1e-30, 1, 1e30]);
        Assert.Equal([1e-30, 1e30], Fit(ratios, 2).AspectRatios);
        Assert.Equal(5, Fit(ratios, 5).AspectRatios.Count);
        Assert.Equal(0.5, Fit(ratios, 1).MeanIoU, 1e-12);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(0)]
    [InlineData(4)]
    public void Impossible_counts_break_the_contract(int k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(WeightedRatios.Create([1, 2, 3, 2], [1, 1, 1, 1]), k));

    [Fact]
    public void Without_ratios_no_count_is_possible() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(WeightedRatios.FromBoxes([]), 1));

    [Fact]
    public void A_cancelled_token_stops_the_fit() =>
        Assert.Throws<OperationCanceledException>(
            () => OptimalMeanIoU.Fit(WeightedRatios.Create([1, 2, 3], [1, 1, 1]), 2, new CancellationToken(canceled: true)));

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
            _ = OptimalMeanIoU.Fit(ratios, 6, cancellationToken);
        }
    }

    private static MeanIoUFit Fit(WeightedRatios ratios, int k, int maxExact = OptimalMeanIoU.MaxExact) =>
        OptimalMeanIoU.Fit(ratios, k, maxExact, TestContext.Current.CancellationToken);

    private static void AssertSame(MeanIoUFit expected, MeanIoUFit actual)
    {
        Assert.Equal(expected.AspectRatios, actual.AspectRatios);
        Assert.Equal((expected.MeanIoU, expected.GapBound), (actual.MeanIoU, actual.GapBound));
    }

    private static WeightedRatios Large(int count)
    {
        var random = new Random(7);
        double[] ratios = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            double mode = random.Next(2) == 0 ? -0.7 : 0.5;
            ratios[i] = Math.Exp(mode + random.NextDouble() + random.NextDouble() - 1);
            weights[i] = random.Next(1, 4);
        }

        return WeightedRatios.Create(ratios, weights);
    }
}
