using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace AnchorFit.Benchmarks;

/// <summary>
/// What the package costs a build in which nothing changed, and one in which one annotation changed, against the same
/// project without the package: whole processes of <c>dotnet build --no-restore</c>, one of each kind in turn.
/// </summary>
internal static class NoChangeBenchmark
{
    private const int Rounds = 7;

    private static readonly string[] s_variants = ["without", "items", "directory"];

    public static void Run(IEnumerable<int> counts)
    {
        string root = Directory.CreateTempSubdirectory("anchorfit-benchmark-").FullName;
        try
        {
            ScaleProject.PackInto(root);
            Console.WriteLine("| annotations | without the package, s | items | AnchorAnnotationsDirectory | one changed, items | one changed, directory |");
            Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
            foreach (int count in counts)
            {
                string folder = Path.Combine(root, count.ToString(CultureInfo.InvariantCulture));
                ScaleProject.Write(folder, count);
                Console.WriteLine(Row(folder, count));
                Directory.Delete(folder, recursive: true);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Row(string folder, int count)
    {
        foreach (string variant in s_variants)
        {
            ScaleProject.DotNet(folder, "build", variant + ".csproj");
        }

        var times = s_variants.Concat(s_variants.Skip(1).Select(v => v + " changed")).ToDictionary(v => v, _ => new List<double>(), StringComparer.Ordinal);
        for (int round = 0; round < Rounds; round++)
        {
            foreach (string variant in s_variants)
            {
                times[variant].Add(Build(folder, variant));
            }

            foreach (string variant in s_variants.Skip(1))
            {
                ScaleProject.ChangeOne(folder, round);
                times[variant + " changed"].Add(Build(folder, variant));
            }

            // The other kind sees the change, too; that isn't measured.
            Build(folder, s_variants[1]);
        }

        double without = Median(times["without"]);
        string Against(string variant, string baseline) => string.Create(
            CultureInfo.InvariantCulture, $"{Median(times[variant]):F2} ({Percent(Median(times[variant]) / Median(times[baseline]))})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {without:F2} | {Against("items", "without")} | {Against("directory", "without")} | {Against("items changed", "items")} | {Against("directory changed", "directory")} |");
    }

    private static string Percent(double ratio) => (100 * (ratio - 1)).ToString("+0;-0", CultureInfo.InvariantCulture) + " %";

    private static double Build(string folder, string variant)
    {
        long start = Stopwatch.GetTimestamp();
        ScaleProject.DotNet(folder, "build", variant + ".csproj", "--no-restore", "-v:q", "-nr:false");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
