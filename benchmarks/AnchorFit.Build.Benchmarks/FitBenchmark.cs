using System;
using System.Collections.Generic;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Benchmarks;

/// <summary>Fitting aspect ratios to a folder's boxes, resized to 320×320: once they are in memory.</summary>
internal static class FitBenchmark
{
    public static void Run(string folder)
    {
        List<BoxSize> boxes = VocFolder.Resized(VocFolder.Read(VocFolder.Sources(folder), Environment.ProcessorCount));
        var ratios = WeightedRatios.FromBoxes(boxes);
        Console.WriteLine($"{boxes.Count} boxes, {ratios.Count} distinct ratios");
        Console.WriteLine(Stopwatches.Header);
        Stopwatches.Measure("sort and merge the ratios", () => WeightedRatios.FromBoxes(boxes));
        foreach (int k in (int[])[2, 4, 6, 10])
        {
            Stopwatches.Measure($"exact k-means, k={k}", () => OptimalKMeans.Fit(ratios, k));
        }
    }
}
