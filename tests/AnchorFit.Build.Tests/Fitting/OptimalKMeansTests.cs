using System;
using System.Linq;
using System.Threading;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class OptimalKMeansTests
{
    [Fact]
    public void No_partition_at_all_is_better() =>
        Gen.Select(RatioGen.Sets(1, 10), Gen.Int[1, 4]).Sample(
            (set, k) =>
            {
                WeightedRatios ratios = Ratios(set);
                (double Ratio, double Weight)[] members = KMeansOracle.Members(ratios);
                k = Math.Min(k, ratios.Count);
                double least = KMeansOracle.LeastOfAllPartitions(members, k);
                AssertEqual(least, Fit(ratios, k), members);
            },
            iter: 400);

    [Fact]
    public void The_recurrence_with_nothing_left_out_gives_the_same() =>
        RatioGen.Sets(1, 30).Sample(
            set =>
            {
                WeightedRatios ratios = Ratios(set);
                (double Ratio, double Weight)[] members = KMeansOracle.Members(ratios);
                double[] least = KMeansOracle.LeastByClusterCount(members, ratios.Count);
                for (int k = 1; k <= ratios.Count; k++)
                {
                    AssertEqual(least[k], Fit(ratios, k), members);
                }
            },
            iter: 3000);

    [Fact]
    public void The_order_of_the_input_changes_no_bit() =>
        RatioGen.Sets(2, 60).SelectMany(set => Gen.Shuffle(set), (set, shuffled) => (set, shuffled)).Sample(
            pair =>
            {
                WeightedRatios first = Ratios(pair.set);
                WeightedRatios second = Ratios(pair.shuffled);
                int k = Math.Min(4, first.Count);
                KMeansFit a = Fit(first, k);
                KMeansFit b = Fit(second, k);
                Assert.Equal(a.Clusters, b.Clusters);
                Assert.Equal(a.Inertia, b.Inertia);
            },
            iter: 500);

    [Fact]
    public void Turning_every_box_on_its_side_mirrors_the_result()
    {
        double[] ratios = [0.2, 0.25, 0.5, 0.6, 0.8, 1.7, 1.9, 2.4, 5];
        double[] weights = [1, 2, 3, 1, 5, 2, 2, 1, 1];
        for (int k = 1; k <= ratios.Length; k++)
        {
            KMeansFit upright = Fit(WeightedRatios.Create(ratios, weights), k);
            KMeansFit turned = Fit(WeightedRatios.Create(ratios.Select(r => 1 / r).ToArray(), weights), k);
            Assert.Equal(upright.Inertia, turned.Inertia, 1e-12);
            foreach ((RatioCluster a, RatioCluster b) in upright.Clusters.Zip(turned.Clusters.Reverse()))
            {
                Assert.Equal(a.AspectRatio, 1 / b.AspectRatio, 1e-12);
                Assert.Equal(a.Weight, b.Weight);
            }
        }
    }

    [Fact]
    public void Inertia_and_mirror_hold_for_any_set() =>
        RatioGen.Sets(1, 30).Sample(
            set =>
            {
                WeightedRatios upright = Ratios(set);
                WeightedRatios turned = Ratios(set.Select(m => (1 / m.Ratio, m.Weight)).ToArray());
                int k = Math.Min(3, Math.Min(upright.Count, turned.Count));
                double expected = Fit(upright, k).Inertia;
                double actual = Fit(turned, k).Inertia;

                // 1/r is rounded: points move by an ulp of their coordinates.
                double moved = 1e-15 * set.Sum(m => m.Weight * (m.Ratio + (1 / m.Ratio)));
                Assert.InRange(actual - expected, -moved - (1e-9 * expected), moved + (1e-9 * expected));
            },
            iter: 500);

    [Fact]
    public void Weights_stand_for_repeated_boxes() =>
        RatioGen.Sets(1, 20).Sample(
            set =>
            {
                (double Ratio, double Weight)[] whole = set.Select(m => (m.Ratio, Math.Ceiling(Math.Min(m.Weight, 9)))).ToArray();
                (double Ratio, double Weight)[] repeated = whole.SelectMany(m => Enumerable.Repeat((m.Ratio, 1.0), (int)m.Weight)).ToArray();
                int k = Math.Min(3, Ratios(whole).Count);
                Assert.Equal(
                    Fit(Ratios(whole), k).Clusters,
                    Fit(Ratios(repeated), k).Clusters);
            },
            iter: 500);

    [Fact]
    public void Clusters_cover_every_ratio_once_ascending_and_shares_add_to_one() =>
        RatioGen.Sets(1, 60).Sample(
            set =>
            {
                WeightedRatios ratios = Ratios(set);
                KMeansFit fit = Fit(ratios, Math.Min(5, ratios.Count));
                Assert.Equal(Math.Min(5, ratios.Count), fit.Clusters.Count);
                int next = 0;
                foreach (RatioCluster cluster in fit.Clusters)
                {
                    Assert.Equal(next, cluster.Start);
                    Assert.True(cluster.End > cluster.Start);
                    Assert.InRange(
                        cluster.AspectRatio,
                        ratios.Ratios[cluster.Start] * (1 - 1e-12),
                        ratios.Ratios[cluster.End - 1] * (1 + 1e-12));
                    next = cluster.End;
                }

                Assert.Equal(ratios.Count, next);
                Assert.Equal(1, fit.Clusters.Sum(c => c.Share), 1e-12);
            },
            iter: 500);

    [Fact]
    public void As_many_clusters_as_ratios_give_the_ratios()
    {
        KMeansFit fit = Fit(WeightedRatios.Create([4, 1, 0.25], [1, 2, 3]), 3);
        Assert.Equal([0.25, 1, 4], fit.Clusters.Select(c => c.AspectRatio));
        Assert.Equal([3.0, 2, 1], fit.Clusters.Select(c => c.Weight));
        Assert.Equal(0, fit.Inertia);
    }

    [Fact]
    public void Of_equal_optima_the_one_with_the_smallest_split_is_taken()
    {
        // Ratios 1/4, 1, 4 with equal weights: {1/4} {1, 4} costs exactly what {1/4, 1} {4} does.
        KMeansFit fit = Fit(WeightedRatios.Create([0.25, 1, 4], [1, 1, 1]), 2);
        Assert.Equal(1, fit.Clusters[0].End);
    }

    [Fact]
    public void No_cluster_is_empty_even_where_weights_are_too_small_to_cost_anything()
    {
        var ratios = WeightedRatios.Create([1, 2, 3, 4, 5], [1e30, 1e-30, 1e-30, 1e-30, 1e-30]);
        for (int k = 1; k <= 5; k++)
        {
            Assert.All(Fit(ratios, k).Clusters, c => Assert.True(c.End > c.Start));
        }
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
            () => OptimalKMeans.Fit(WeightedRatios.Create([1, 2, 3], [1, 1, 1]), 2, new CancellationToken(canceled: true)));

    internal static WeightedRatios Ratios((double Ratio, double Weight)[] set) =>
        WeightedRatios.Create(set.Select(m => m.Ratio).ToArray(), set.Select(m => m.Weight).ToArray());

    private static KMeansFit Fit(WeightedRatios ratios, int k) =>
        OptimalKMeans.Fit(ratios, k, TestContext.Current.CancellationToken);

    private static void AssertEqual(double least, KMeansFit fit, (double Ratio, double Weight)[] members)
    {
        double tolerance = KMeansOracle.Tolerance(members, least);
        Assert.InRange(fit.Inertia, least - tolerance, least + tolerance);
    }
}
