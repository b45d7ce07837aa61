using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>The whole flow: settings, base config, annotations, fit, edited config. It touches neither disk nor host.</summary>
internal static class FitRun
{
    /// <summary>Runs the flow. Bad data never throws: it stands in the outcome's diagnostics.</summary>
    /// <param name="request">What to fit.</param>
    /// <param name="cancellation">Noticed while reading and while fitting.</param>
    /// <param name="fileRead">Told the number of boxes of each file that was read, on any thread; it decides nothing.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FitOutcome Execute(FitRequest request, CancellationToken cancellation, Action<int>? fileRead = null)
    {
        var diagnostics = new DiagnosticBag();
        FitSettings settings = SettingsParser.Parse(request.Settings, diagnostics);
        BaseConfig? config = BaseConfig.Parse(request.BaseConfig, settings.UnknownFields, diagnostics);
        if (config is null || diagnostics.HasErrors)
        {
            return new FitOutcome(diagnostics, null, default, default);
        }

        var clock = Stopwatch.StartNew();
        IReadOnlyList<AnnotationFile> files = AnnotationReading.ReadAll(request.Annotations, Environment.ProcessorCount, cancellation, fileRead);
        TimeSpan readTime = clock.Elapsed;

        BoxPopulation boxes = BoxPopulation.Gather(files, config.Resize, settings, diagnostics);
        FitResult? result = diagnostics.HasErrors ? null : Fit(request, settings, config, boxes, diagnostics, cancellation);
        return new FitOutcome(diagnostics, result, readTime, clock.Elapsed - readTime);
    }

    private static FitResult? Fit(
        FitRequest request,
        FitSettings settings,
        BaseConfig config,
        BoxPopulation boxes,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        WeightedRatios ratios = WeightedRatios.FromBoxes(boxes.Sizes);
        if (ratios.Count == 0)
        {
            diagnostics.Add(FittingDiagnostics.NoUsableBoxes(boxes.FileCount, boxes.ObjectCount));
            return null;
        }

        if (settings.AspectRatioCount > ratios.Count)
        {
            diagnostics.Add(FittingDiagnostics.TooFewDistinctRatios(settings.AspectRatioCount, ratios.Count));
            return null;
        }

        KMeansFit fit = OptimalKMeans.Fit(ratios, settings.AspectRatioCount, cancellation);
        float[] written = [.. fit.Clusters.Select(c => (float)c.AspectRatio)];
        int distinct = written.Distinct().Count();
        if (distinct < written.Length)
        {
            diagnostics.Add(FittingDiagnostics.TooFewDistinctRatios(settings.AspectRatioCount, distinct));
            return null;
        }

        ClassCount classes = ClassCount.Decide(settings.NumClasses, boxes.Classes);
        if (classes.Value is null && config.NumClasses is null or < 1)
        {
            diagnostics.Add(config.NoClassCount());
        }

        return Describe(new FitSummary
        {
            PackageVersion = request.PackageVersion,
            BaseConfig = request.BaseConfig.RelativeName,
            ImageResizer = config.Resize.ProtoName,
            FileCount = boxes.FileCount,
            ObjectCount = boxes.ObjectCount,
            BoxCount = boxes.Sizes.Count,
            Classes = [.. boxes.Classes],
            NumClasses = classes.Value ?? config.NumClasses,
            NumClassesSource = classes.Source,
            AspectRatios = written,
            Fit = fit,
            Quality = FitQuality.Measure(ratios, fit, written),
        }, config.Edit(written, classes.Value));
    }

    private static FitResult Describe(FitSummary summary, byte[] pipelineConfig) => new(
        pipelineConfig,
        Encoding.UTF8.GetBytes(FitSummaryJson.Write(summary)),
        FitMessages.Headline(summary),
        FitMessages.Details(summary),
        [
            new("AspectRatios", string.Join(";", summary.AspectRatios.Select(FloatText.Shortest))),
            new("MeanIoU", Percent(summary.Quality.Coverage.MeanIoU)),
            new("MinimumIoU", Percent(summary.Quality.Coverage.Quantiles.Minimum)),
            new("P5IoU", Percent(summary.Quality.Coverage.Quantiles.P5)),
            new("MedianIoU", Percent(summary.Quality.Coverage.Quantiles.Median)),
            new("MeanIoUOfCentroids", Percent(summary.Quality.AverageCentroidIoU)),
            new("Inertia", DoubleText.Shortest(summary.Quality.Inertia)),
            new("NumClasses", summary.NumClasses?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
            new("Boxes", summary.BoxCount.ToString(CultureInfo.InvariantCulture)),
            new("Files", summary.FileCount.ToString(CultureInfo.InvariantCulture)),
        ]);

    private static string Percent(double share) => (100 * share).ToString("0.####", CultureInfo.InvariantCulture);
}
