using System;
using System.Collections.Generic;

namespace AnchorFit.Run;

/// <summary>The settings as the user wrote them; empty where nothing was said.</summary>
internal sealed record RawSettings
{
    /// <summary>The project's file: the place that diagnostics about settings name.</summary>
    public required string ProjectFile { get; init; }

    public string BaseConfig { get; init; } = string.Empty;

    public string OutputSubfolder { get; init; } = string.Empty;

    public string AspectRatioCount { get; init; } = string.Empty;

    public string TargetIoU { get; init; } = string.Empty;

    public string Objective { get; init; } = string.Empty;

    public string Scales { get; init; } = string.Empty;

    public string LowestLayer { get; init; } = string.Empty;

    public string MaxAnchors { get; init; } = string.Empty;

    public string Protect { get; init; } = string.Empty;

    public string ClassWeights { get; init; } = string.Empty;

    public string Budget { get; init; } = string.Empty;

    public string FeatureMaps { get; init; } = string.Empty;

    public string NumClasses { get; init; } = string.Empty;

    public string InvalidBoxes { get; init; } = string.Empty;

    public string Difficult { get; init; } = string.Empty;

    public string AnnotationsFormat { get; init; } = string.Empty;

    public string AnnotationsExclude { get; init; } = string.Empty;

    public string MinBoxSize { get; init; } = string.Empty;

    public string IncludeClasses { get; init; } = string.Empty;

    public string ExcludeClasses { get; init; } = string.Empty;

    public string CheckRecords { get; init; } = string.Empty;

    public string FromInputReader { get; init; } = string.Empty;

    public string UnknownFields { get; init; } = string.Empty;

    public string ConfigStyle { get; init; } = string.Empty;

    public string LabelMap { get; init; } = string.Empty;

    public string GenerateLabelMap { get; init; } = string.Empty;

    public string UnknownClasses { get; init; } = string.Empty;

    public string ClassPattern { get; init; } = string.Empty;

    public string Report { get; init; } = string.Empty;

    /// <summary>The items <c>PipelineConfigOverride</c>, in their order.</summary>
    public IReadOnlyList<RawOverride> Overrides { get; init; } = [];

    /// <summary>The settings among MSBuild properties, by their names.</summary>
    /// <exception cref="ArgumentException">The targets pass a property that nothing reads.</exception>
    public static RawSettings FromProperties(string projectFile, IEnumerable<KeyValuePair<string, string>> properties)
    {
        var settings = new RawSettings { ProjectFile = projectFile };
        foreach (KeyValuePair<string, string> property in properties)
        {
            settings = settings.With(property.Key, property.Value);
        }

        return settings;
    }

    private RawSettings With(string property, string value) => property switch
    {
        "AnchorFitBaseConfig" => this with { BaseConfig = value },
        "AnchorFitOutputSubfolder" => this with { OutputSubfolder = value },
        "AnchorFitAspectRatioCount" => this with { AspectRatioCount = value },
        "AnchorFitTargetIoU" => this with { TargetIoU = value },
        "AnchorFitObjective" => this with { Objective = value },
        "AnchorFitScales" => this with { Scales = value },
        "AnchorFitLowestLayer" => this with { LowestLayer = value },
        "AnchorFitMaxAnchors" => this with { MaxAnchors = value },
        "AnchorFitProtect" => this with { Protect = value },
        "AnchorFitClassWeights" => this with { ClassWeights = value },
        "AnchorFitBudget" => this with { Budget = value },
        "AnchorFitFeatureMaps" => this with { FeatureMaps = value },
        "AnchorFitNumClasses" => this with { NumClasses = value },
        "AnchorFitInvalidBoxes" => this with { InvalidBoxes = value },
        "AnchorFitDifficult" => this with { Difficult = value },
        "AnchorAnnotationsFormat" => this with { AnnotationsFormat = value },
        "AnchorAnnotationsExclude" => this with { AnnotationsExclude = value },
        "AnchorFitMinBoxSize" => this with { MinBoxSize = value },
        "AnchorFitIncludeClasses" => this with { IncludeClasses = value },
        "AnchorFitExcludeClasses" => this with { ExcludeClasses = value },
        "AnchorFitCheckRecords" => this with { CheckRecords = value },
        "AnchorFitFromInputReader" => this with { FromInputReader = value },
        "AnchorFitUnknownFields" => this with { UnknownFields = value },
        "AnchorFitConfigStyle" => this with { ConfigStyle = value },
        "AnchorFitLabelMap" => this with { LabelMap = value },
        "AnchorFitGenerateLabelMap" => this with { GenerateLabelMap = value },
        "AnchorFitUnknownClasses" => this with { UnknownClasses = value },
        "AnchorFitClassPattern" => this with { ClassPattern = value },
        "AnchorFitReport" => this with { Report = value },
        _ => throw new ArgumentException("No setting has this name.", nameof(property)),
    };
}
