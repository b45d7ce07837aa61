using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>From the boxes to the outputs: fits what the model has, decides on the classes, edits the config.</summary>
internal sealed class ConfigFit(
    FitRequest request, FitSettings settings, BaseConfig config, LabelMap? labelMap, DiagnosticBag diagnostics)
{
    /// <summary>The outputs; null where an error says why there are none.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public FitResult? Run(BoxPopulation boxes, CancellationToken cancellation)
    {
        ClassSelectionCheck.ReportUnknown(settings.Classes, boxes, request.Settings.ProjectFile, diagnostics);
        if (labelMap is not null)
        {
            LabelMapCheck.ReportUnknown(boxes.Classes, labelMap, settings.UnknownClasses, diagnostics);
        }

        return config.Scope switch
        {
            FitScope.Anchors scope => FitAnchors(scope, boxes, cancellation),
            FitScope.ClassesOnly => CountClasses(boxes),
            _ => throw new InvalidOperationException("A scope that nothing fits."),
        };
    }

    private FitResult? FitAnchors(FitScope.Anchors scope, BoxPopulation boxes, CancellationToken cancellation)
    {
        if (settings.NeedsPlaces && boxes.BoxCount > 0 && boxes.Placed.Boxes.Count == 0)
        {
            diagnostics.Add(DrawnAnchorDiagnostics.NoPlacedBoxes(boxes.BoxCount));
            return null;
        }

        var scoring = new DrawnScoring(scope, boxes);
        WeightedRatios ratios = boxes.TakeRatios();
        if (new GeneratorFitting(scope, settings, request.Settings, scoring, diagnostics).Run(boxes, ratios, cancellation) is not { } fit)
        {
            return null;
        }

        ClassDecision classes = Decide(boxes.Classes);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        if (classes.Count.Value is null && config.NumClasses is null or < 1)
        {
            diagnostics.Add(config.NoClassCount());
        }

        EditedConfig edited = config.Edit(fit.Changes, classes.Count.Value);
        (DrawnFigures? Figures, string? WhyNot) drawn = scoring.Finish(edited.Message.Model, cancellation);
        AnchorFigures anchors = new FitReview(scope, settings, request.Settings.ProjectFile, config.Checkpoint, diagnostics)
            .Run(fit, boxes, ratios, scoring, drawn.Figures, scope.DrawnBy(edited.Message.Model, out _), cancellation);
        return Describe(boxes, anchors, ratios, drawn, classes, edited);
    }

    private FitResult? CountClasses(BoxPopulation boxes)
    {
        ClassDecision classes = Decide(boxes.Classes);
        if (diagnostics.HasErrors)
        {
            return null;
        }

        string? written = classes.Count.Value is { } number
            ? FormattableString.Invariant($"num_classes is set to {number}")
            : classes.GeneratedMap is null ? null : "num_classes stays as it is, and the label map is written";
        diagnostics.Add(config.NoAnchors(written));
        return written is null ? null : Describe(boxes, anchors: null, ratios: null, (null, "the model has no anchors"), classes, config.Edit([], classes.Count.Value));
    }

    private ClassDecision Decide(ClassCensus classes) =>
        new(classes, settings, labelMap, config.NumClasses, request.Settings.ProjectFile, diagnostics);

    private FitResult Describe(
        BoxPopulation boxes,
        AnchorFigures? anchors,
        WeightedRatios? ratios,
        (DrawnFigures? Figures, string? WhyNot) drawn,
        ClassDecision classes,
        EditedConfig edited)
    {
        var summary = new FitSummary
        {
            PackageVersion = request.PackageVersion,
            BaseConfig = ReportPaths.Of(request.BaseConfig),
            ImageResizer = config.Scope.ResizerName,
            FileCount = boxes.FileCount,
            ObjectCount = boxes.ObjectCount,
            BoxCount = boxes.BoxCount,
            OtherClassesCount = boxes.LeftOut.OtherClasses,
            DifficultCount = boxes.LeftOut.Difficult,
            TooSmallCount = boxes.LeftOut.TooSmall,
            Classes = [.. boxes.Classes.FittedBoxes],
            NumClasses = classes.Count.Value ?? config.NumClasses,
            NumClassesSource = classes.Count.Source,
            ClassesWithoutObjects = classes.WithoutObjects,
            ClassListName = classes.ListName,
            Anchors = anchors,
            Drawn = drawn.Figures,
            WhyNotDrawn = drawn.WhyNot,
            UnplacedCount = boxes.Placed.UnplacedCount,
        };
        return new FitResult(
            edited.Encode(),
            classes.GeneratedMap,
            Encoding.UTF8.GetBytes(FitSummaryJson.Write(summary)),
            FitMessages.Headline(summary),
            [.. FitMessages.Details(summary), .. config.Notes],
            [
                .. Figures(anchors),
                .. DrawnMetadata.Of(drawn.Figures),
                new("NumClasses", summary.NumClasses?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
                new("Boxes", DoubleText.Count(summary.BoxCount)),
                new("Files", summary.FileCount.ToString(CultureInfo.InvariantCulture)),
            ])
        {
            Report = settings.Report ? new ReportContent(request, settings, boxes, config.Scope.Scaling(settings.MinBoxSize, needsPlaces: true), diagnostics).Write(summary, ratios, BaseRatios()) : null,
            Fitted = config.FittedFields,
            Closing = DrawnMessages.Closing(drawn.Figures, summary.Advice.Count, settings.Report ? "the report" : "anchorfit.json"),
        };
    }

    private IReadOnlyList<float> BaseRatios() => config.Scope is FitScope.Anchors scope ? scope.Generator.AspectRatios : [];

    // The same names for every model; the values are empty where there are no anchors.
    private static IEnumerable<KeyValuePair<string, string>> Figures(AnchorFigures? anchors)
    {
        FitQuality? quality = anchors?.Quality;
        yield return new("AspectRatios", anchors is null ? string.Empty : string.Join(";", anchors.AspectRatios.Select(FloatText.Shortest)));
        yield return new("MeanIoU", Percent(quality?.Coverage.MeanIoU));
        yield return new("MinimumIoU", Percent(quality?.Coverage.Quantiles.Minimum));
        yield return new("P5IoU", Percent(quality?.Coverage.Quantiles.P5));
        yield return new("MedianIoU", Percent(quality?.Coverage.Quantiles.Median));
        yield return new("MeanIoUOfCentroids", Percent(quality?.AverageCentroidIoU));
        yield return new("Inertia", quality?.Inertia is { } inertia ? DoubleText.Shortest(inertia) : string.Empty);
    }

    private static string Percent(double? share) => share is { } value ? (100 * value).ToString("0.####", CultureInfo.InvariantCulture) : string.Empty;
}
