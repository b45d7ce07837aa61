using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;

namespace AnchorFit.Tests.Fitting;

/// <summary>Slow and obvious ways to the least inertia, which share no code with the fit.</summary>
internal static class KMeansOracle
{
    /// <summary>The inertia of one cluster: distances from the mean, with the mean's own rounding taken out.</summary>
    public static double Cost(ReadOnlySpan<(double Ratio, double Weight)> cluster)
    {
        double weight = 0;
        (double X, double Y) mean = default;
        foreach ((double ratio, double w) in cluster)
        {
            weight += w;
            mean = (mean.X + (w * Math.Sqrt(ratio)), mean.Y + (w / Math.Sqrt(ratio)));
        }

        mean = (mean.X / weight, mean.Y / weight);
        double squares = 0;
        (double X, double Y) rest = default;
        foreach ((double ratio, double w) in cluster)
        {
            (double x, double y) = (Math.Sqrt(ratio) - mean.X, (1 / Math.Sqrt(ratio)) - mean.Y);
            squares += w * ((x * x) + (y * y));
            rest = (rest.X + (w * x), rest.Y + (w * y));
        }

        return Math.Max(0, squares - (((rest.X * rest.X) + (rest.Y * rest.Y)) / weight));
    }

    /// <summary>The least inertia over all partitions into k non-empty clusters, contiguous or not.</summary>
    public static double LeastOfAllPartitions(IReadOnlyList<(double Ratio, double Weight)> members, int k)
    {
        double[] costOfSubset = Enumerable.Range(0, 1 << members.Count)
            .Select(subset => Cost(members.Where((_, i) => (subset >> i & 1) == 1).ToArray()))
            .ToArray();
        return Partition((1 << members.Count) - 1, k);

        double Partition(int rest, int clusters)
        {
            if (clusters == 1)
            {
                return rest == 0 ? double.PositiveInfinity : costOfSubset[rest];
            }

            // The first member left has some cluster: any subset of the others may join it.
            double least = double.PositiveInfinity;
            int first = rest & -rest;
            int others = rest ^ first;
            for (int joining = others; first != 0; joining = (joining - 1) & others)
            {
                least = Math.Min(least, costOfSubset[first | joining] + Partition(others ^ joining, clusters - 1));
                if (joining == 0)
                {
                    break;
                }
            }

            return least;
        }
    }

    /// <summary>The least inertia over contiguous clusters, for every k from 1: the recurrence with nothing left out.</summary>
    public static double[] LeastByClusterCount((double Ratio, double Weight)[] sorted, int maxK)
    {
        int n = sorted.Length;
        double[,] cost = new double[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j <= n; j++)
            {
                cost[i, j] = Cost(sorted.AsSpan(i, j - i));
            }
        }

        double[] least = new double[maxK + 1];
        double[] best = Enumerable.Range(0, n + 1).Select(j => j == 0 ? 0 : double.PositiveInfinity).ToArray();
        for (int k = 1; k <= maxK; k++)
        {
            double[] next = new double[n + 1];
            for (int j = 0; j <= n; j++)
            {
                next[j] = double.PositiveInfinity;
                for (int i = 0; i < j; i++)
                {
                    next[j] = Math.Min(next[j], best[i] + cost[i, j]);
                }
            }

            best = next;
            least[k] = best[n];
        }

        return least;
    }

    /// <summary>The distinct ratios with their weights, as the fit numbers them.</summary>
    public static (double Ratio, double Weight)[] Members(WeightedRatios ratios) =>
        Enumerable.Range(0, ratios.Count).Select(i => (ratios.Ratios[i], ratios.Weights[i])).ToArray();

    /// <summary>What rounding may cost: nine digits of the result, and next to nothing of the points' magnitude.</summary>
    public static double Tolerance(IEnumerable<(double Ratio, double Weight)> members, double expected) =>
        (1e-9 * expected) + (1e-28 * members.Sum(m => m.Weight * (m.Ratio + (1 / m.Ratio))));
}
