using System;
using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using AnchorFit.Run;

namespace AnchorFit.Benchmarks;

/// <summary>Reading a large table of shapes, each file once, as a build does: rows a second and the process's peak memory.</summary>
internal static class ReadShapesBenchmark
{
    /// <summary>Writes a table of so many rows, among which so many shapes occur, in random order.</summary>
    /// <param name="decimals">Of the sides; −1 writes all digits of a quotient, as databases do.</param>
    public static void Write(string path, long rows, int distinct, int decimals)
    {
        using FileStream file = File.Create(path);
        byte[] buffer = new byte[1 << 20];
        int length = Append(buffer, 0, "box_width,box_height,count,class\n"u8);
        ulong state = 1;
        int wide = (int)Math.Sqrt(distinct);
        for (long i = 0; i < rows; i++)
        {
            if (length > buffer.Length - 128)
            {
                file.Write(buffer, 0, length);
                length = 0;
            }

            int shape = i < distinct ? (int)i : (int)(Next(ref state) % (ulong)distinct);
            length = AppendSide(buffer, length, (1 + (shape % wide)) * 320.0 / (wide + 1), decimals);
            length = AppendSide(buffer, length, (1 + (shape / wide)) * 320.0 / (wide + 5), decimals);
            length = Append(buffer, length, shape % 3 == 0 ? "1,person\n"u8 : "12,traffic light\n"u8);
        }

        file.Write(buffer, 0, length);
    }

    public static void Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long start = Stopwatch.GetTimestamp();
        long rows = 0;
        AnnotationFile read = new CsvReader().Read(
            file, new AnnotationSource(path, () => file), new ReadingOptions { BoxesRead = count => rows += count });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} rows, {read.Shapes.Count} distinct shapes, {read.Diagnostics.Count} diagnostics: {seconds:F2} s, {rows / seconds / 1e6:F1} million rows/s, {file.Length / seconds / 1e6:F0} MB/s, peak {process.PeakWorkingSet64 >> 20} MiB"));
    }

    /// <summary>The whole of a fit but for its host: the table read, four ratios fitted, the config edited.</summary>
    public static void Fit(string path)
    {
        var request = new FitRequest(
            new RawSettings { ProjectFile = "benchmark.csproj" },
            BaseConfigSource.FromBuiltIn(BaseConfigName.Parse(string.Empty))!,
            [new AnnotationSource(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0))],
            "0.0.0");
        FitOutcome outcome = FitRun.Execute(request, CancellationToken.None);
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Result?.Headline}: read {outcome.ReadTime.TotalSeconds:F1} s, fitted {outcome.FitTime.TotalSeconds:F1} s, peak {process.PeakWorkingSet64 >> 20} MiB"));
    }

    private static int AppendSide(byte[] buffer, int length, double side, int decimals)
    {
        StandardFormat format = decimals < 0 ? default : new StandardFormat('F', (byte)decimals);
        Utf8Formatter.TryFormat(side, buffer.AsSpan(length), out int written, format);
        return Append(buffer, length + written, ","u8);
    }

    private static int Append(byte[] buffer, int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(length));
        return length + text.Length;
    }

    /// <summary>xorshift64 (Marsaglia, 2003).</summary>
    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
}
