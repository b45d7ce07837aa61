using System.Collections.Generic;
using AnchorFit.Text;

namespace AnchorFit.Diagnostics;

/// <summary>AFB402x: a config that fits the schema, but says too little of its model, or something impossible.</summary>
internal static class ModelDiagnostics
{
    internal static readonly DiagnosticRule NoModelRule = Error("AFB4020", "The config has no model");
    internal static readonly DiagnosticRule NoImageResizerRule = Error("AFB4021", "The model has no image resizer");
    internal static readonly DiagnosticRule UnusableResizerRule = Error("AFB4022", "The image resizer makes no image");
    internal static readonly DiagnosticRule NoAnchorGeneratorRule = Error("AFB4023", "The model has no anchor generator");

    internal static readonly DiagnosticRule ModelWithoutAnchorsRule = new("AFB4024", DiagnosticSeverity.Warning, "The model has no anchors to fit");
    internal static readonly DiagnosticRule PathsToBeConfiguredRule = new("AFB4025", DiagnosticSeverity.Warning, "The config has paths that are still to be filled in");

    internal static readonly DiagnosticRule GridWithoutSizesRule = Error("AFB4026", "An anchor grid has no sizes");

    internal static readonly DiagnosticRule NoClassCountRule = new("AFB4027", DiagnosticSeverity.Warning, "The number of classes is not known");

    internal static readonly DiagnosticRule NoInputRecordsRule = Error("AFB4028", "The config names no records to train from");
    internal static readonly DiagnosticRule RecordsNotFoundRule = Error("AFB4029", "The records that the config names are not there");
    internal static readonly DiagnosticRule UnusableGeneratorRule = Error("AFB4060", "The anchor generator can draw no anchors");

    /// <summary>The places are those of the nearest enclosing field that the file has; null where it has none.</summary>
    public static Diagnostic NoModel(SourceText source, TextSpan? place)
        => At(NoModelRule, source, place, "the config names no model; add one: model { ssd { … } }, faster_rcnn or center_net");

    public static Diagnostic NoImageResizer(SourceText source, TextSpan? place, string path)
        => At(NoImageResizerRule, source, place, $"{DisplayText.QuotePath(path)} is missing or empty; add for example fixed_shape_resizer {{ height: 320 width: 320 }}");

    public static Diagnostic UnusableResizer(SourceText source, TextSpan? place, string path, string value, string rule)
        => At(UnusableResizerRule, source, place, $"{DisplayText.QuotePath(path)} is {value}, but {rule}");

    /// <param name="example">A generator of that kind of model.</param>
    public static Diagnostic NoAnchorGenerator(SourceText source, TextSpan? place, string path, string example)
        => At(NoAnchorGeneratorRule, source, place, $"{DisplayText.QuotePath(path)} is missing or empty; add the generator whose aspect_ratios are to be fitted, for example {example}");

    /// <param name="value">The field's value, or its default where it isn't set.</param>
    /// <param name="rule">What it must be, as a clause.</param>
    public static Diagnostic UnusableGenerator(SourceText source, TextSpan? place, string path, string value, string rule)
        => At(UnusableGeneratorRule, source, place, $"{DisplayText.QuotePath(path)} is {value}, but {rule}");

    /// <summary>A warning where something is written for the model all the same, else an error.</summary>
    /// <param name="written">What is written, as a clause: "num_classes is set to 3".</param>
    public static Diagnostic ModelWithoutAnchors(SourceText source, TextSpan? place, string path, string? written) => written is not null
        ? At(ModelWithoutAnchorsRule, source, place, $"{DisplayText.QuotePath(path)} draws no anchors, so no aspect ratios are fitted; {written}")
        : At(ModelWithoutAnchorsRule, source, place, $"{DisplayText.QuotePath(path)} draws no anchors, and there is no number of classes to write either; start from a config with an ssd or faster_rcnn model, or set AnchorFitEnabled to false") with
        {
            Severity = DiagnosticSeverity.Error,
        };

    public static Diagnostic NoGrids(SourceText source, TextSpan? place, string path)
        => At(GridWithoutSizesRule, source, place, $"{DisplayText.QuotePath(path)} has no anchor_grid, so it draws no anchors; add one a feature map, with its base_sizes and strides");

    public static Diagnostic NoBaseSizes(SourceText source, TextSpan? place, string path)
        => At(GridWithoutSizesRule, source, place, $"{DisplayText.QuotePath(path)} has no base_sizes, so there is nothing to pair with the fitted ratios; write the sizes of its anchors in pixels, for example base_sizes: [32, 64]");

    public static Diagnostic NoScales(SourceText source, TextSpan? place, string path)
        => At(GridWithoutSizesRule, source, place, $"{DisplayText.QuotePath(path)} has no scales, so it draws no anchors; write them, for example scales: [0.25, 0.5, 1.0, 2.0]");

    public static Diagnostic NoClassCount(SourceText source, TextSpan? place, string path)
        => At(NoClassCountRule, source, place, $"{DisplayText.QuotePath(path + ".num_classes")} is not above zero and stays as it is, as neither the annotations nor AnchorFitNumClasses give a number; write one, or set AnchorFitNumClasses");

    /// <param name="paths">The fields, each once.</param>
    public static Diagnostic PathsToBeConfigured(SourceText source, TextSpan place, IReadOnlyList<string> paths)
        => At(PathsToBeConfiguredRule, source, place, $"PATH_TO_BE_CONFIGURED stands in {string.Join(", ", paths)}; write the real paths before training");

    public static Diagnostic NoInputRecords(SourceText source, TextSpan? place, string path)
        => At(NoInputRecordsRule, source, place, $"AnchorFitFromInputReader is true, but {DisplayText.QuotePath(path)} names no records; write their path there (an item PipelineConfigOverride can do it), or name annotations in AnchorAnnotations instead");

    /// <param name="path">The field.</param>
    /// <param name="value">The path or pattern in it.</param>
    public static Diagnostic RecordsNotFound(SourceText source, TextSpan? place, string path, string value)
        => At(RecordsNotFoundRule, source, place, $"{DisplayText.QuotePath(path)} is {DisplayText.Quote(value)}, and {(value.Contains("://") ? "only files of this machine can be read" : "no file matches it (relative paths count from the project's folder)")}; correct the path, or set it by an item PipelineConfigOverride");

    private static DiagnosticRule Error(string code, string title) => new(code, DiagnosticSeverity.Error, title);

    private static Diagnostic At(DiagnosticRule rule, SourceText source, TextSpan? span, string message) => span is { } place
        ? Diagnostic.At(rule, source, place, message)
        : new Diagnostic(rule, source.Path, LinePosition.None, message);
}
