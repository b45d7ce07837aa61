using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Benchmarks;

/// <summary>An exact fit in a new process, and another once it is compiled, of boxes whose widths and heights lie in a file as pairs of float64.</summary>
internal static class FitShapesBenchmark
{
    /// <summary>Writes random boxes: the same for the same number.</summary>
    public static void Write(string file, int count)
    {
        var random = new Random(1);
        double[] numbers = new double[2 * count];
        for (int i = 0; i < count; i++)
        {
            // Three kinds of objects, each with its own mean shape: the logarithms of ratios and sizes are normal.
            double ratio = Math.Exp(((i % 3) - 1) * 0.8 + (0.35 * Normal(random)));
            double size = Math.Exp(3.5 + (0.7 * Normal(random)));
            numbers[2 * i] = size * Math.Sqrt(ratio);
            numbers[(2 * i) + 1] = size / Math.Sqrt(ratio);
        }

        using FileStream target = File.Create(file);
        target.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    public static void Run(string file, int k)
    {
        BoxSize[] boxes = Read(file);
        (double first, _, _) = Fit(boxes, k);
        (double again, WeightedRatios ratios, KMeansFit fit) = Fit(boxes, k);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"fitted {first:F1} ms; again {again:F1} ms; {ratios.Count} distinct ratios; inertia {fit.Inertia:R}; aspect ratios {string.Join(", ", fit.Clusters.Select(c => c.AspectRatio.ToString("F4", CultureInfo.InvariantCulture)))}"));
    }

    private static (double Milliseconds, WeightedRatios Ratios, KMeansFit Fit) Fit(BoxSize[] boxes, int k)
    {
        long start = Stopwatch.GetTimestamp();
        OptimalKMeans.WarmUp();
        var ratios = WeightedRatios.OfBoxes(Array.ConvertAll(boxes, box => box.AspectRatio));
        KMeansFit fit = OptimalKMeans.Fit(ratios, k);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, ratios, fit);
    }

    private static BoxSize[] Read(string file) => MemoryMarshal.Cast<byte, BoxSize>(File.ReadAllBytes(file)).ToArray();

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
