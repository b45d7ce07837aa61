using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace AnchorFit.Fitting;

/// <summary>Clusters of aspect ratios, and how tight they are.</summary>
/// <param name="Clusters">Ascending in aspect ratio; together they hold every ratio once.</param>
/// <param name="Inertia">The weighted sum of squared distances of all points to their centroids.</param>
internal sealed record KMeansFit(IReadOnlyList<RatioCluster> Clusters, double Inertia)
{
    private const int RatiosWorthThreads = 1 << 16;

    /// <summary>Evaluates the clusters that begin at the given ratios: means first, then distances from them.</summary>
    /// <param name="ratios">The ratios of all boxes.</param>
    /// <param name="starts">Index of the first ratio of each cluster: 0, then ascending.</param>
    public static KMeansFit Create(WeightedRatios ratios, IReadOnlyList<int> starts)
    {
        var clusters = new RatioCluster[starts.Count];
        void MeasureAt(int c) => clusters[c] = Measure(ratios, starts[c], c + 1 < clusters.Length ? starts[c + 1] : ratios.Count);
        if (ratios.Count < RatiosWorthThreads)
        {
            for (int c = 0; c < clusters.Length; c++)
            {
                MeasureAt(c);
            }
        }
        else
        {
            Parallel.For(0, clusters.Length, MeasureAt);
        }

        var inertia = default(DoubleDouble);
        foreach (RatioCluster cluster in clusters)
        {
            inertia += cluster.Inertia;
        }

        return new KMeansFit(clusters, inertia.High);
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static RatioCluster Measure(WeightedRatios ratios, int start, int end)
    {
        (DoubleDouble x, DoubleDouble y, DoubleDouble weight) = (default, default, default);
        for (int i = start; i < end; i++)
        {
            RatioPoint point = RatioPoint.OfRatio(ratios.Ratios[i]);
            double w = ratios.Weights[i];
            x += DoubleDouble.Product(point.X, w);
            y += DoubleDouble.Product(point.Y, w);
            weight += w;
        }

        var centroid = new RatioPoint((x / weight).High, (y / weight).High);
        var inertia = default(DoubleDouble);
        for (int i = start; i < end; i++)
        {
            RatioPoint point = RatioPoint.OfRatio(ratios.Ratios[i]);
            double dx = point.X - centroid.X;
            double dy = point.Y - centroid.Y;
            inertia += ratios.Weights[i] * ((dx * dx) + (dy * dy));
        }

        return new RatioCluster(start, end, centroid, weight.High, weight.High / ratios.TotalWeight, inertia.High);
    }
}
