using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations;

namespace AnchorFit.Benchmarks;

/// <summary>Reading and parsing a folder of annotations, on one thread and on all.</summary>
internal static class ReadVocBenchmark
{
    public static void Run(string folder)
    {
        IReadOnlyList<AnnotationSource> sources = VocFolder.Sources(folder);
        int boxes = VocFolder.Read(sources, threads: 1).Sum(file => file.Boxes.Count);
        Console.WriteLine($"{sources.Count} files, {boxes} boxes");
        Console.WriteLine(Stopwatches.Header);
        Stopwatches.Measure("read, 1 thread", () => VocFolder.Read(sources, threads: 1));
        int all = Environment.ProcessorCount;
        if (all > 1)
        {
            Stopwatches.Measure($"read, {all} threads", () => VocFolder.Read(sources, all));
        }
    }
}
