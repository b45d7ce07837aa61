using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Fitting;
using Xunit;

namespace AnchorFit.Tests.Fitting;

/// <summary>Sets large enough for several threads and deep recursion.</summary>
public class OptimalKMeansLargeTests
{
    private const int Count = 200_000;
    private static readonly WeightedRatios Random200K = Sample();

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void No_boundary_can_be_moved_to_advantage(int k)
    {
        KMeansFit fit = OptimalKMeans.Fit(Random200K, k, TestContext.Current.CancellationToken);
        Assert.Equal(k, fit.Clusters.Count);
        int[] starts = fit.Clusters.Select(c => c.Start).ToArray();
        for (int c = 1; c < k; c++)
        {
            foreach (int by in new[] { -5000, -1, 1, 100 })
            {
                int[] moved = (int[])starts.Clone();
                moved[c] += by;
                Assert.True(KMeansFit.Create(Random200K, moved).Inertia >= fit.Inertia);
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_search_on_a_coarse_grid_of_boundaries_comes_close_and_never_below(int k)
    {
        // Boundaries at every 1000th ratio only, everything tried; cost from the fit's own running sums.
        const int step = 1000;
        var costs = new IntervalCosts(Random200K);
        int n = (Random200K.Count + step - 1) / step;
        double[] best = Enumerable.Range(0, n + 1).Select(j => costs.Of(0, At(j))).ToArray();
        best[0] = double.PositiveInfinity;
        for (int q = 2; q <= k; q++)
        {
            double[] previous = best;
            best = Enumerable.Range(0, n + 1).Select(
                j => Enumerable.Range(0, j).Select(i => previous[i] + costs.Of(At(i), At(j))).DefaultIfEmpty(double.PositiveInfinity).Min()).ToArray();
        }

        double exact = OptimalKMeans.Fit(Random200K, k, TestContext.Current.CancellationToken).Inertia;
        Assert.InRange(exact, best[n] * 0.999, best[n] * (1 + 1e-12));

        static int At(int j) => Math.Min(j * step, Random200K.Count);
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        KMeansFit[] fits = new KMeansFit[4];
        Parallel.For(0, fits.Length, i => fits[i] = OptimalKMeans.Fit(Random200K, 4, TestContext.Current.CancellationToken));
        Assert.All(fits, fit => Assert.Equal(fits[0].Clusters, fit.Clusters));
    }

    [Fact]
    public void Cancelling_on_the_way_is_noticed()
    {
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(1));
        Assert.Throws<OperationCanceledException>(() => FitForever(source.Token));
    }

    [Fact]
    public async Task Cancelling_a_fit_that_takes_long_is_noticed_within_it()
    {
        const int million = 1_000_000;
        WeightedRatios ratios = WeightedRatios.Create(
            [.. Enumerable.Range(1, million).Select(i => Math.Exp((double)i / million))], [.. Enumerable.Repeat(1.0, million)]);
        using var source = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        Task fit = Task.Run(
            () =>
            {
                started.Set();
                FitForever(ratios, 100, source.Token);
            },
            TestContext.Current.CancellationToken);
        started.Wait(TestContext.Current.CancellationToken);

        await source.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => fit.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private static void FitForever(CancellationToken cancellationToken) => FitForever(Random200K, 6, cancellationToken);

    private static void FitForever(WeightedRatios ratios, int k, CancellationToken cancellationToken)
    {
        while (true)
        {
            _ = OptimalKMeans.Fit(ratios, k, cancellationToken);
        }
    }

    private static WeightedRatios Sample()
    {
        var random = new Random(7);
        double[] ratios = new double[Count];
        double[] weights = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            // Two blurred modes, as upright and lying objects make them.
            double mode = random.Next(2) == 0 ? -0.7 : 0.5;
            ratios[i] = Math.Exp(mode + random.NextDouble() + random.NextDouble() - 1);
            weights[i] = random.Next(1, 4);
        }

        return WeightedRatios.Create(ratios, weights);
    }
}
