using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Protos;
using AnchorFit.Run;

namespace AnchorFit.Benchmarks;

/// <summary>
/// How much of what can be gained the search for drawn anchors gains: its own result at the default budget, at ten times
/// as much, and what another search (<see cref="CovarianceSearch"/>) finds with fifty times as much.
/// </summary>
internal static class SearchQualityBenchmark
{
    /// <param name="folder">PASCAL VOC files, or a folder with Annotations.</param>
    /// <param name="times">Of the default budget: for the other search; 0 for none.</param>
    /// <param name="wanted">Which settings, by their first letters; all where there are none.</param>
    /// <param name="bases">Base configs, as AnchorFitBaseConfig names them; none for the default.</param>
    public static void Run(string folder, int times, string wanted, string[] bases)
    {
        Console.WriteLine("| set | base config | free | 1 | s | 10 | s | another, " + times + " | s | share |");
        Console.WriteLine("|---|---|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (string name in bases.DefaultIfEmpty(string.Empty))
        {
            RunOn(folder, name, times, wanted);
        }
    }

    private static void RunOn(string folder, string name, int times, string wanted)
    {
        var diagnostics = new DiagnosticBag();
        BaseConfigSource source = File.Exists(name)
            ? new BaseConfigSource(name, name, File.ReadAllBytes(name), IsBuiltIn: false)
            : BaseConfigSource.FromBuiltIn(BaseConfigName.Parse(name))!;
        FitSettings settings = new RawSettings { ProjectFile = string.Empty }.With(("AnchorFitObjective", "DrawnAnchors")).Values;
        BaseConfig config = BaseConfig.Parse(source, settings, diagnostics)!;
        var scope = (FitScope.Anchors)config.Scope;
        string annotations = Path.Combine(folder, "Annotations");
        BoxPopulation population = BoxPopulation.Gather(
            VocFolder.Read(VocFolder.Sources(Directory.Exists(annotations) ? annotations : folder), Environment.ProcessorCount).Select(file => new WeightedFile(file, 1)),
            config.Scope.Scaling(0, needsPlaces: true), settings, diagnostics);
        PlacedBoxes boxes = population.Placed.Boxes;
        AnchorScheme scheme = scope.Drawn!;
        AnchorGenerator generator = scope.Generator.Message;
        long own = DrawnScore.Measure(boxes, scheme).AnchorCount;
        foreach ((string words, SearchSettings search) in Settings(own).Where(setting => wanted.Length == 0 || wanted.Split(',').Any(setting.Words.StartsWith)))
        {
            (double once, string onceWords) = Timed(() => Gain(1));
            (double often, string oftenWords) = times == 0 ? (once, "– | –") : Timed(() => Gain(10));
            (double other, string otherWords) = times == 0 ? (once, "– | –") : Timed(Other);
            double most = Math.Max(once, Math.Max(often, other));
            string share = most > 0 ? FormattableString.Invariant($"{100 * once / most:0.0} %") : "nothing to gain";
            Console.WriteLine($"| {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} | {Path.GetFileNameWithoutExtension(source.RelativeName)} | {words} | {onceWords} | {oftenWords} | {otherWords} | {share} |");

            double Gain(int factor) => AnchorSearch.Run(boxes, scheme, generator, search with { Budget = factor * SearchSettings.DefaultBudget }, CancellationToken.None)
                is AnchorSearchResult.Found found ? found.Gain : double.NaN;

            double Other()
            {
                (SearchObjective objective, List<List<AnchorPlan>> families) = AnchorSearch.Landscape(boxes, scheme, generator, search, CancellationToken.None);
                List<AnchorPlan> plans = [.. families.SelectMany(family => family).GroupBy(plan => plan.Dimension).OrderByDescending(group => group.Key).First()];
                int evaluations = (int)((double)times * SearchSettings.DefaultBudget * Math.Min(1, plans[0].Dimension / 20.0) / plans.Count);
                return plans.Max(plan => CovarianceSearch.Run(objective, plan, evaluations, seed: 1).Worth) - objective.Measure(scheme).Utility;
            }
        }
    }

    private static (double Gain, string Words) Timed(Func<double> measure)
    {
        var clock = Stopwatch.StartNew();
        double gain = measure();
        return (gain, FormattableString.Invariant($"{100 * gain:0.000} | {clock.Elapsed.TotalSeconds:0.0}"));
    }

    private static IEnumerable<(string Words, SearchSettings Settings)> Settings(long own)
    {
        var all = new SearchSettings { AspectRatioCount = 4, Scales = true, LowestLayer = LowestLayer.Auto };
        yield return ("ratios", all with { Scales = false, LowestLayer = LowestLayer.Keep });
        yield return ("scales", all with { LowestLayer = LowestLayer.Keep });
        yield return ("lowest layer", all);
        yield return ("bound", all with { MaxAnchors = own });
        yield return ("unguarded", all with { Protection = Protection.None });
    }
}
