using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>The whole flow: settings, base config, annotations, fit, edited config. It touches neither disk nor host.</summary>
internal static class FitRun
{
    /// <summary>
    /// Has the schema loaded and the fit compiled in the background, a quarter of a second of any process's first fit,
    /// while the caller gathers what a request needs. It changes no result.
    /// </summary>
    public static void WarmUp()
    {
        _ = Task.Run(() =>
        {
            BaseConfig? config = BaseConfig.Parse(
                BaseConfigSource.FromBuiltIn(new FitSettings().BaseConfig)!, new FitSettings(), new DiagnosticBag());
            if (config?.Scope is FitScope.Anchors { Drawn: { } drawn })
            {
                DrawnScoring.WarmUp(drawn);
            }
        });
        OptimalKMeans.WarmUp();
    }

    /// <summary>Runs the flow. Bad data never throws: it stands in the outcome's diagnostics.</summary>
    /// <param name="request">What to fit.</param>
    /// <param name="cancellation">Stops at once; work that is under way is left to itself and ends at its next step.</param>
    /// <param name="progress">Told how far reading the annotations is.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FitOutcome Execute(FitRequest request, CancellationToken cancellation, ReadingProgress? progress = null) =>
        Abandonable.Run(() => Run(request, progress, cancellation), cancellation);

    private static FitOutcome Run(FitRequest request, ReadingProgress? progress, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        FitSettings settings = request.Settings.Values;
        diagnostics.AddRange(request.Settings.Faults(ofTheBuild: false));
        BaseConfig? config = BaseConfig.Parse(request.BaseConfig, settings, diagnostics);
        config?.CheckDrawn(settings, request.Settings.ProjectFile, diagnostics);
        LabelMap? labelMap = request.LabelMap is { } named
            ? LabelMapReader.Read(named.Name, named.Content, settings.UnknownFields, diagnostics)
            : null;
        if (config is null || diagnostics.HasErrors)
        {
            return new FitOutcome(diagnostics, null, default, default);
        }

        (BoxPopulation boxes, bool isDone, TimeSpan readTime) = Gather(request, settings, config, diagnostics, progress, cancellation);
        var clock = Stopwatch.StartNew();
        int told = diagnostics.Count;
        FitResult? result = isDone || diagnostics.HasErrors ? null : new ConfigFit(request, settings, config, labelMap, diagnostics).Run(boxes, cancellation);
        return new FitOutcome(diagnostics, result, readTime, clock.Elapsed) { FileCount = boxes.FileCount, HasWarned = diagnostics.Count > told };
    }

    /// <summary>Reads the annotations and takes what a fit needs of them; the files themselves are let go.</summary>
    private static (BoxPopulation Boxes, bool IsDone, TimeSpan ReadTime) Gather(
        FitRequest request,
        FitSettings settings,
        BaseConfig config,
        DiagnosticBag diagnostics,
        ReadingProgress? progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<AnnotationSource> sources = settings.FromInputReader
            ? [.. request.Annotations, .. config.FindRecords(request.FindRecords, diagnostics)]
            : request.Annotations;
        BoxScaling scaling = config.Scope.Scaling(settings.MinBoxSize, settings.NeedsPlaces);
        var options = new ReadingOptions
        {
            NeedsImageSizes = scaling.NeedsImageSize(BoxUnit.Fractions),
            NeedsImageSizesOfPixels = scaling.NeedsImageSize(BoxUnit.Pixels),
            CheckRecords = settings.CheckRecords,
            FindCompanion = request.FindCompanion,
            Cancellation = cancellation,
        };
        var clock = Stopwatch.StartNew();
        IReadOnlyList<AnnotationFile> files = AnnotationReading.ReadAll(sources, Environment.ProcessorCount, options, progress);
        TimeSpan readTime = clock.Elapsed;
        cancellation.ThrowIfCancellationRequested();

        var lists = new ClassLists(request.FindCompanion);
        var faults = new DiagnosticBag();
        BoxPopulation boxes = BoxPopulation.Gather(
            files.Select((file, index) => new WeightedFile(file, sources[index].Weight)
            {
                Name = ReportPaths.Of(sources[index]),
                ImageSize = sources[index].ImageSize,
                ListedClasses = lists.NewIn(file),
            }),
            scaling,
            settings,
            faults);
        diagnostics.AddRange(ClassPattern.Judge(settings.ClassPattern, boxes, faults));
        cancellation.ThrowIfCancellationRequested();
        return (boxes, request.IsDone(sources, files), readTime);
    }
}
