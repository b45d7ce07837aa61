using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using AnchorFit.Anchors;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Benchmarks;

/// <summary>What it costs to know the places of boxes, and to score the anchors that the built-in config draws.</summary>
internal static class PlacedBoxesBenchmark
{
    private const int BoxesAnImage = 5;
    private const int Runs = 5;

    public static void Run(int boxes)
    {
        AnnotationFile file = Invent(boxes);
        DiagnosticBag diagnostics = [];
        var settings = new FitSettings();
        BaseConfig config = BaseConfig.Parse(BaseConfigSource.FromBuiltIn(BaseConfigName.Parse(string.Empty))!, settings, diagnostics)!;
        AnchorScheme drawn = ((FitScope.Anchors)config.Scope).Drawn!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{boxes} boxes: {"first ms",43}{"fastest of the next ms",24}{"allocated MB",14}"));
        BoxPopulation population = Time("gather", () => BoxPopulation.Gather(
            [new WeightedFile(file, 1)], config.Scope.Scaling(0, needsPlaces: false), settings, diagnostics));
        Time("score", () => DrawnScore.Measure(population.Placed.Boxes, drawn));
    }

    private static T Time<T>(string name, Func<T> work)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        (T result, double first) = Once(work);
        double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6;
        double fastest = first;
        for (int i = 0; i < Runs; i++)
        {
            fastest = Math.Min(fastest, Once(work).Milliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}{first,50:F1}{fastest,24:F1}{megabytes,14:F1}"));
        return result;
    }

    private static (T Result, double Milliseconds) Once<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    // The same boxes on every machine: sides from 4 to 204 pixels in images of 640×480.
    private static AnnotationFile Invent(int count)
    {
        var boxes = new GroundTruthBox[count];
        ulong state = 20_140_501;
        for (int i = 0; i < count; i++)
        {
            double width = 4 + Next(200);
            double height = 4 + Next(200);
            double left = Next((int)(640 - width));
            double top = Next((int)(480 - height));
            boxes[i] = new GroundTruthBox(new PixelBox(left, top, left + width, top + height), (int)(i % 10), BoxFlags.None, i + 1, i / BoxesAnImage);
        }

        List<AnnotatedImage> images = [];
        for (int i = 0; i <= count / BoxesAnImage; i++)
        {
            images.Add(new AnnotatedImage(new ImageSize(640, 480), new LinePosition(1, 1)));
        }

        return new AnnotationFile
        {
            Path = "invented.json",
            Images = images,
            ClassNames = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
            Boxes = boxes,
            ObjectCount = count,
            Diagnostics = [],
        };

        int Next(int limit)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            return (int)((state >> 33) % (ulong)limit);
        }
    }
}
