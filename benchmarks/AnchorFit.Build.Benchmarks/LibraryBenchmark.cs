using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;
using AnchorFit.Annotations.PascalVoc;
using AnchorFit.Annotations.Tables;
using AnchorFit.Fitting;

namespace AnchorFit.Benchmarks;

/// <summary>
/// Own readers beside the libraries that could do the reading: the same files, in turn, one thread. The libraries' side keeps
/// no place but the row's or the line's, checks nothing but what the library checks, and tells no fault.
/// </summary>
internal static class LibraryBenchmark
{
    /// <param name="coco">A file of <c>write-coco</c>.</param>
    /// <param name="table">A file of <c>write-shapes</c>.</param>
    /// <param name="voc">A folder of PASCAL VOC files.</param>
    /// <param name="runs">Of which the median is printed; one more goes before.</param>
    public static void Run(string coco, string table, string voc, int runs)
    {
        Console.WriteLine("| what is read | own, ms | library | its ms | library / own |");
        Console.WriteLine("|---|---:|---|---:|---:|");
        string json = $"COCO, {new FileInfo(coco).Length / 1e6:F0} MB";
        Compare(json, () => ReadCoco(coco), [("Utf8JsonReader in segments", () => JsonWithLibrary.Read(coco))], runs);
        Compare(
            $"CSV, {File.ReadLines(table).Count() - 1:N0} rows",
            () => ReadTable(table),
            [("Sylvan.Data.Csv", () => TableWithLibrary.ReadWithSylvan(table)), ("CsvHelper", () => TableWithLibrary.ReadWithCsvHelper(table))],
            runs);
        Compare("a million numbers, sorted", () => Sorted(RatioSort.Sort), [("Array.Sort", () => Sorted(Array.Sort))], runs);
        (string Path, byte[] Bytes)[] files = [.. Directory.GetFiles(voc, "*.xml").Select(path => (path, File.ReadAllBytes(path)))];
        Compare($"PASCAL VOC, {files.Length:N0} files in memory", () => ReadVoc(files), [("XmlReader", () => ReadVocWithXmlReader(files))], runs);
    }

    private static void Compare(string what, Func<double> own, (string Name, Func<double> Read)[] libraries, int runs)
    {
        (string Name, Func<double> Read)[] all = [("", own), .. libraries];
        double[][] times = [.. all.Select(_ => new double[runs])];
        for (int run = -1; run < runs; run++)
        {
            double[] found = new double[all.Length];
            for (int i = 0; i < all.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                found[i] = all[i].Read();
                if (run >= 0)
                {
                    times[i][run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }

            if (found.Any(sum => Math.Abs(sum - found[0]) > 1e-6 * found[0]))
            {
                throw new InvalidOperationException("They read different boxes: " + string.Join(", ", found));
            }
        }

        double[] medians = [.. times.Select(t => t.Order().ElementAt(runs / 2))];
        for (int i = 1; i < all.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {medians[0]:F0} | {all[i].Name} | {medians[i]:F0} | {medians[i] / medians[0]:F1} |"));
        }
    }

    private static double ReadCoco(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Area(new CocoReader().Read(stream, new AnnotationSource(path, () => stream), new ReadingOptions()));
    }

    private static double ReadTable(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        AnnotationFile file = new CsvReader().Read(stream, new AnnotationSource(path, () => stream), new ReadingOptions());
        return file.Shapes.Sum(shape => shape.Size.Width * shape.Size.Height * shape.Count);
    }

    private static double Sorted(Action<double[]> sort)
    {
        double[] values = new double[1_000_000];
        var random = new Random(1);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Exp(4 * (random.NextDouble() - 0.5));
        }

        sort(values);
        return values[values.Length / 2];
    }

    private static double ReadVoc((string Path, byte[] Bytes)[] files)
    {
        var reader = new PascalVocReader();
        return files.Sum(file => Area(reader.Read(file.Bytes, file.Path)));
    }

    private static double ReadVocWithXmlReader((string Path, byte[] Bytes)[] files)
    {
        var reader = new PascalVocXml(new NameTable());
        return files.Sum(file => Area(reader.Read(System.Text.Encoding.UTF8.GetString(file.Bytes), file.Path)));
    }

    private static double Area(AnnotationFile file) => file.Boxes.Sum(box => box.Edges.Width * box.Edges.Height);
}
