using System;
using System.Collections.Generic;
using AnchorFit.Annotations;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Benchmarks;

/// <summary>Fitting aspect ratios to a folder's boxes, resized to 320×320: once they are in memory.</summary>
internal static class FitBenchmark
{
    public static void Run(string folder)
    {
        List<BoxSize> boxes = Resized(VocFolder.Read(VocFolder.Sources(folder), Environment.ProcessorCount));
        var ratios = WeightedRatios.FromBoxes(boxes);
        Console.WriteLine($"{boxes.Count} boxes, {ratios.Count} distinct ratios");
        Console.WriteLine(Stopwatches.Header);
        Stopwatches.Measure("sort and merge the ratios", () => WeightedRatios.FromBoxes(boxes));
        foreach (int k in (int[])[2, 4, 6, 10])
        {
            Stopwatches.Measure($"exact k-means, k={k}", () => OptimalKMeans.Fit(ratios, k));
        }
    }

    private static List<BoxSize> Resized(IEnumerable<AnnotationFile> files)
    {
        ImageResize.FixedShape resize = new(Height: 320, Width: 320);
        List<BoxSize> boxes = [];
        foreach (AnnotationFile file in files)
        {
            if (file.ImageSize is { IsKnown: true } image)
            {
                foreach (GroundTruthBox box in file.Boxes)
                {
                    boxes.Add(resize.Resize(box.Edges.Size, image));
                }
            }
        }

        return boxes;
    }
}
