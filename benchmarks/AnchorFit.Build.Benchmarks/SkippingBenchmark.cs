using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.TfRecord;

namespace AnchorFit.Benchmarks;

/// <summary>
/// What it saves to skip the images of a TFRecord: the reader beside one that parses whole records, in turn, on a file
/// that is in the cache; and both with the checksum of every content checked, for which all of it must be read.
/// </summary>
internal static class SkippingBenchmark
{
    private const int Rounds = 15;

    public static void Run(IEnumerable<int> counts)
    {
        string folder = Directory.CreateTempSubdirectory("anchorfit-benchmark-").FullName;
        try
        {
            Console.WriteLine($"| records of 100 kB, median of {Rounds}, ms | AnchorFit.Build | whole records | whole, checksums checked | AnchorFit.Build, checksums checked |");
            Console.WriteLine("|---:|---:|---:|---:|---:|");
            foreach (int count in counts)
            {
                string path = Path.Combine(folder, "train.record");
                ShardWriter.Write(path, count);
                Console.WriteLine(Row(path, count));
                File.Delete(path);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Row(string path, int count)
    {
        var reader = new TfRecordReader();
        Func<int>[] ways =
        [
            () => Read(reader, path, checks: false),
            () => WholeRecordReader.Read(path, checks: false).Count,
            () => WholeRecordReader.Read(path, checks: true).Count,
            () => Read(reader, path, checks: true),
        ];
        int[] boxes = Array.ConvertAll(ways, way => way());
        if (boxes.Distinct().Count() != 1)
        {
            throw new InvalidOperationException("The readers differ: " + string.Join(", ", boxes));
        }

        double[][] times = Array.ConvertAll(ways, _ => new double[Rounds]);
        for (int round = 0; round < Rounds; round++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                // What one way leaves behind is not the next one's to clean up.
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                ways[way]();
                times[way][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        double[] medians = Array.ConvertAll(times, t => t.Order().ElementAt(Rounds / 2));
        string Times(int way) => string.Create(CultureInfo.InvariantCulture, $"{medians[way]:F0} (×{medians[way] / medians[0]:F1})");
        return string.Create(CultureInfo.InvariantCulture, $"| {count} | {medians[0]:F1} | {Times(1)} | {Times(2)} | {Times(3)} |");
    }

    private static int Read(TfRecordReader reader, string path, bool checks)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return reader.Read(stream, new AnnotationSource(path, () => stream), new ReadingOptions { CheckRecords = checks }).Boxes.Count;
    }
}
