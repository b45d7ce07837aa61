using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Benchmarks;

/// <summary>How much of what fifty times the budget finds the search for drawn anchors finds, and ten times.</summary>
internal static class SearchQualityBenchmark
{
    private static readonly int[] Times = [1, 10, 50];

    /// <param name="folder">PASCAL VOC files.</param>
    /// <param name="bases">Base configs, as AnchorFitBaseConfig names them.</param>
    public static void Run(string folder, string[] bases)
    {
        Console.WriteLine("config, settings: gain in utility and seconds at 1, 10 and 50 times the default budget; share of the greatest gain at 1");
        foreach (string name in bases.DefaultIfEmpty(string.Empty))
        {
            RunOn(folder, name);
        }
    }

    private static void RunOn(string folder, string name)
    {
        var diagnostics = new DiagnosticBag();
        BaseConfigSource source = File.Exists(name)
            ? new BaseConfigSource(name, name, File.ReadAllBytes(name), IsBuiltIn: false)
            : BaseConfigSource.FromBuiltIn(BaseConfigName.Parse(name))!;
        FitSettings settings = new RawSettings { ProjectFile = string.Empty }.With(("AnchorFitObjective", "DrawnAnchors")).Values;
        BaseConfig config = BaseConfig.Parse(source, settings, diagnostics)!;
        var scope = (FitScope.Anchors)config.Scope;
        BoxPopulation boxes = BoxPopulation.Gather(
            VocFolder.Read(VocFolder.Sources(folder), Environment.ProcessorCount).Select(file => new WeightedFile(file, 1)), config.Scope.Scaling(0, needsPlaces: true), settings, diagnostics);
        long own = DrawnScore.Measure(boxes.Placed.Boxes, scope.Drawn!).AnchorCount;
        foreach ((string words, SearchSettings search) in Settings(own))
        {
            double[] gains = new double[Times.Length];
            double[] seconds = new double[Times.Length];
            for (int i = 0; i < Times.Length; i++)
            {
                var clock = Stopwatch.StartNew();
                AnchorSearchResult result = AnchorSearch.Run(
                    boxes.Placed.Boxes, scope.Drawn!, scope.Generator.Message, search with { Budget = Times[i] * SearchSettings.DefaultBudget }, CancellationToken.None);
                (gains[i], seconds[i]) = ((result as AnchorSearchResult.Found)?.Gain ?? double.NaN, clock.Elapsed.TotalSeconds);
            }

            string figures = string.Join(", ", gains.Zip(seconds, (gain, time) => FormattableString.Invariant($"{100 * gain:0.000} in {time:0.0} s")));
            string share = gains.Max() > 0 ? FormattableString.Invariant($"{100 * gains[0] / gains.Max():0.0} %") : "nothing to gain";
            Console.WriteLine($"{source.RelativeName}, {words}: {figures}; {share}");
        }
    }

    private static IEnumerable<(string Words, SearchSettings Settings)> Settings(long own)
    {
        var all = new SearchSettings { AspectRatioCount = 4, Scales = true, LowestLayer = LowestLayer.Auto };
        yield return ("ratios", all with { Scales = false, LowestLayer = LowestLayer.Keep });
        yield return ("ratios and scales", all with { LowestLayer = LowestLayer.Keep });
        yield return ("and the lowest layer", all);
        yield return ("and within the base's anchors", all with { MaxAnchors = own });
        yield return ("without protection", all with { Protection = Protection.None });
    }
}
