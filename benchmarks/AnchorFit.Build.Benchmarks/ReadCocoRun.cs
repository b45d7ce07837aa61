using System;
using System.Diagnostics;
using System.IO;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;

namespace AnchorFit.Benchmarks;

/// <summary>Reads a COCO file once in this process, as a build does: the runtime has compiled nothing yet.</summary>
internal static class ReadCocoRun
{
    public static void Run(string path)
    {
        long start = Stopwatch.GetTimestamp();
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        AnnotationFile file = new CocoReader().Read(stream, new AnnotationSource(path, () => stream), new ReadingOptions());
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        foreach (var diagnostic in file.Diagnostics)
        {
            Console.Error.WriteLine(diagnostic);
        }

        using Process process = Process.GetCurrentProcess();
        double sum = 0;
        foreach (GroundTruthBox box in file.Boxes)
        {
            sum += box.Edges.Width * box.Edges.Height;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"read {milliseconds:F1} ms, peak {process.PeakWorkingSet64 / 1e6:F0} MB, {file.Boxes.Count} boxes, {file.ClassNames.Count} classes, area {sum:F0}"));
    }
}
