using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using AnchorFit.Annotations;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
using AnchorFit.PipelineConfig.Editing;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Benchmarks;

/// <summary>The first and only run in a process, which is what a build sees: most of the code isn't optimised yet.</summary>
internal static class ColdRun
{
    public static void Run(string folder)
    {
        byte[] config = BaseConfigSource.FromBuiltIn(BaseConfigName.Parse(string.Empty))!.Content;
        ConfigDocument document = Step("parse the config", () => TextFormatParser.Parse(Decode(config)));
        Step("bind it to the schema", () => PipelineSchema.BindPipeline(document));
        IReadOnlyList<AnnotationSource> sources = VocFolder.Sources(folder);
        IReadOnlyList<AnnotationFile> files = Step("read", () => VocFolder.Read(sources, Environment.ProcessorCount));
        List<BoxSize> boxes = Step("resize", () => VocFolder.Resized(files));
        WeightedRatios ratios = Step("sort and merge the ratios", () => WeightedRatios.FromBoxes(boxes));
        KMeansFit fit = Step("exact k-means, k=4", () => OptimalKMeans.Fit(ratios, 4));
        Step("edit the config", () => ConfigEditor.SetRepeated(
            document, FieldPath.Parse("model.ssd.anchor_generator.ssd_anchor_generator.aspect_ratios"), [FloatText.Shortest(0.31f), FloatText.Shortest(1.7f)]));
        Step("measure", () => FitQuality.Measure(ratios, fit, [0.5f, 1, 1.5f, 2]));
    }

    private static SourceText Decode(byte[] config) =>
        ConfigText.TryDecode("base.config", config, out SourceText? text, out _) ? text : throw new InvalidOperationException();

    private static T Step<T>(string name, Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan cpuBefore = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        double cpu = (process.TotalProcessorTime - cpuBefore).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36}{elapsed,12:F0} ms{cpu,12:F0} ms of processor time"));
        return result;
    }
}
