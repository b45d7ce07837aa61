using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using AnchorFit.Annotations;

namespace AnchorFit.Benchmarks;

/// <summary>Reading and parsing a folder of annotations, on one thread and on all.</summary>
internal static class ReadVocBenchmark
{
    /// <summary>What any reader has to do: open every file and take its bytes.</summary>
    private static void Touch(string folder, int threads) => Parallel.ForEach(
        Directory.GetFiles(folder, "*.xml"),
        new ParallelOptions { MaxDegreeOfParallelism = threads },
        () => new byte[64 << 10],
        (path, _, buffer) =>
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            while (file.Read(buffer, 0, buffer.Length) > 0)
            {
            }

            return buffer;
        },
        _ => { });

    public static void Run(string folder)
    {
        IReadOnlyList<AnnotationSource> sources = VocFolder.Sources(folder);
        int boxes = VocFolder.Read(sources, threads: 1).Sum(file => file.Boxes.Count);
        Console.WriteLine($"{sources.Count} files, {boxes} boxes");
        Console.WriteLine(Stopwatches.Header);
        Stopwatches.Measure("open and read the bytes, 1 thread", () => Touch(folder, threads: 1));
        Stopwatches.Measure("read, 1 thread", () => VocFolder.Read(sources, threads: 1));
        int all = Environment.ProcessorCount;
        if (all > 1)
        {
            Stopwatches.Measure($"open and read the bytes, {all} threads", () => Touch(folder, all));
            Stopwatches.Measure($"read, {all} threads", () => VocFolder.Read(sources, all));
        }
    }
}
