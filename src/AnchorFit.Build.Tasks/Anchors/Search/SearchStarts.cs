using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Fitting;

namespace AnchorFit.Anchors.Search;

/// <summary>Where a search begins: what the boxes say of aspect ratios and sizes, without a look at anchors.</summary>
/// <param name="sample">One box at least.</param>
/// <param name="cancellation">Noticed while ratios are fitted.</param>
internal sealed class SearchStarts(BoxSample sample, CancellationToken cancellation)
{
    private const double Spread = 1.25;

    private readonly WeightedRatios _ratios = WeightedRatios.Create(
        sample.Boxes.Select(box => box.Edges.Size.AspectRatio).ToArray(), sample.Boxes.Select(box => box.Weight).ToArray());

    private readonly WeightedQuantiles _sides = new(
        sample.Boxes.Select(box => Math.Sqrt(box.Edges.Width * box.Edges.Height)).ToArray(), sample.Boxes.Select(box => box.Weight).ToArray());

    /// <summary>The smallest and the greatest size (√area) of a box, in pixels of the input.</summary>
    public (double Least, double Greatest) Sides => (_sides.At(0), _sides.At(1));

    /// <summary>The aspect ratios that a generator shares among its layers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="present">Those of the base config: a start, less some or with more where they are not as many.</param>
    public ParameterBlock Ratios(int count, IEnumerable<float> present)
    {
        (double low, double high) = (_ratios.Ratios[0] / 2, _ratios.Ratios[_ratios.Count - 1] * 2);
        List<double[]> starts = [FittedToMeanIoU(count), FittedToInertia(count)];
        double[] given = [.. present.Distinct().Where(ratio => ratio > 0).Select(ratio => (double)ratio)];
        Array.Sort(given);
        if (given.Length > 0)
        {
            starts.Add(Fill(given.Length <= count ? given : Enumerable.Range(0, count).Select(i => given[((2 * i) + 1) * given.Length / (2 * count)]), count));
            (low, high) = (Math.Min(low, given.Min()), Math.Max(high, given.Max()));
        }

        return new ParameterBlock(count, low, high, starts) { Present = given.Length == count ? given : null };
    }

    /// <summary>A ratio beside the shared ones.</summary>
    /// <param name="present">That of the base config.</param>
    public ParameterBlock FurtherRatio(double present)
    {
        double middle = FittedToMeanIoU(1)[0];
        (double low, double high) = (_ratios.Ratios[0] / 2, _ratios.Ratios[_ratios.Count - 1] * 2);
        return new ParameterBlock(1, Math.Min(low, present), Math.Max(high, present), [[present], [middle]]) { Present = [present] };
    }

    /// <summary>Sizes of anchors.</summary>
    /// <param name="count">How many.</param>
    /// <param name="unitPx">How many pixels (√area) an anchor of size 1 has.</param>
    /// <param name="highest">No size is above it.</param>
    /// <param name="present">Those of the base config; they are a start where they are as many.</param>
    public ParameterBlock Sizes(int count, double unitPx, double highest, IEnumerable<double> present)
    {
        (double least, double greatest) = Sides;
        double high = Math.Min(highest, 2 * greatest / unitPx);
        double low = Math.Min(least / 2 / unitPx, high / 100);
        List<double[]> starts = [Quantiles(count, 0, 1, unitPx), Quantiles(count, 0.02, 0.8, unitPx)];
        double[] given = [.. present];
        Array.Sort(given);
        if (given.Length == count)
        {
            starts.Add(given);
            (low, high) = (Math.Min(low, given.Min()), Math.Min(highest, Math.Max(high, given.Max())));
        }

        return new ParameterBlock(count, low, high, starts) { Present = given.Length == count ? given : null };
    }

    private double[] Quantiles(int count, double from, double to, double unitPx) =>
        [.. Enumerable.Range(0, count).Select(i => _sides.At(from + ((to - from) * (i + 0.5) / count)) / unitPx)];

    private double[] FittedToMeanIoU(int count) =>
        Fill(OptimalMeanIoU.Fit(_ratios, Math.Min(count, _ratios.Count), cancellation).AspectRatios, count);

    private double[] FittedToInertia(int count) =>
        Fill(OptimalKMeans.Fit(_ratios, Math.Min(count, _ratios.Count), cancellation).Clusters.Select(cluster => cluster.AspectRatio), count);

    // Where the boxes have fewer ratios than are asked for.
    private static double[] Fill(IEnumerable<double> fitted, int count)
    {
        List<double> values = [.. fitted];
        while (values.Count < count)
        {
            values.Add(values[values.Count - 1] * Spread);
        }

        return [.. values];
    }
}
