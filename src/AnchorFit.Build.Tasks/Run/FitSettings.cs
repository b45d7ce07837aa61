using System.Collections.Generic;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Annotations;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Overriding;
using AnchorFit.PipelineConfig.Schema;

namespace AnchorFit.Run;

/// <summary>The settings of a fit, checked.</summary>
internal sealed record FitSettings
{
    /// <summary>What an automatic number of aspect ratios reaches where nobody says it.</summary>
    public const double DefaultTargetIoU = 0.9;

    /// <summary>Where the fit starts from.</summary>
    public BaseConfigName BaseConfig { get; init; } = BaseConfigName.Parse(string.Empty);

    /// <summary>The path of the existing label map, as the user wrote it; null where none is named.</summary>
    public string? LabelMap { get; init; }

    /// <summary>Where below the output folder the copy of the fitted config goes; empty for that folder itself.</summary>
    public string OutputSubfolder { get; init; } = string.Empty;

    /// <summary>The format of annotation files that don't name their own; null where their names or contents tell.</summary>
    public AnnotationFormat? AnnotationsFormat { get; init; }

    /// <summary>The files of the annotations' folder that are passed over.</summary>
    public ExcludePatterns AnnotationsExclude { get; init; } = ExcludePatterns.None;

    /// <summary>Whether contents tell that a file changed, instead of size and time.</summary>
    public bool ContentHash { get; init; }

    /// <summary>The number of aspect ratios, from 1 to 100; without meaning where <see cref="TargetIoU"/> decides it.</summary>
    public int AspectRatioCount { get; init; } = 4;

    /// <summary>The mean IoU at unit area, 0 to 1, for which the fewest aspect ratios are chosen; null where their number is given.</summary>
    public double? TargetIoU { get; init; }

    /// <summary>Where drawn anchors are known, they decide on the number of ratios in place of <see cref="TargetIoU"/>, which nobody gave.</summary>
    public bool DrawnAnchorsDecideCount { get; init; }

    /// <summary>What makes aspect ratios good.</summary>
    public FitObjective Objective { get; init; } = FitObjective.KMeans;

    /// <summary>Every box must have a place in the network's input, not a shape alone.</summary>
    public bool NeedsPlaces => Objective == FitObjective.DrawnAnchors;

    /// <summary>What a search for drawn anchors may choose; the number of ratios is <see cref="AspectRatioCount"/>.</summary>
    public SearchSettings Search { get; init; } = new();

    /// <summary>What classes count for in that search.</summary>
    public ClassWeights ClassWeights { get; init; } = ClassWeights.None;

    /// <summary>The feature maps on which anchors are drawn; null where the feature extractor says it.</summary>
    public FeatureMapSizes? FeatureMaps { get; init; }

    public NumClassesSetting NumClasses { get; init; } = NumClassesSetting.Auto;

    /// <summary>What a box that can't be used leads to.</summary>
    public InvalidBoxPolicy InvalidBoxes { get; init; } = InvalidBoxPolicy.Warn;

    /// <summary>What a config field that the schema doesn't know leads to.</summary>
    public UnknownFieldPolicy UnknownFields { get; init; } = UnknownFieldPolicy.Warn;

    /// <summary>Whether boxes marked difficult, as a crowd or as a group take part in the fit.</summary>
    public bool IncludeDifficult { get; init; } = true;

    /// <summary>The shorter side that a box must have in resized pixels; 0 for any.</summary>
    public double MinBoxSize { get; init; }

    /// <summary>The classes whose objects take part.</summary>
    public ClassSelection Classes { get; init; } = ClassSelection.All;

    /// <summary>Whether the checksums of records are compared with their content.</summary>
    public bool CheckRecords { get; init; }

    /// <summary>Whether the records that the config's <c>train_input_reader</c> names are read.</summary>
    public bool FromInputReader { get; init; }

    /// <summary>How the fitted config is written.</summary>
    public ConfigStyle ConfigStyle { get; init; } = ConfigStyle.Preserve;

    /// <summary>Whether a label map is written for the classes of the annotations.</summary>
    public bool GenerateLabelMap { get; init; }

    /// <summary>What a class name that the existing label map hasn't got leads to.</summary>
    public UnknownClassPolicy UnknownClasses { get; init; } = UnknownClassPolicy.Error;

    /// <summary>Gives the class of all objects of a file; null where the objects name their own.</summary>
    public ClassPattern? ClassPattern { get; init; }

    /// <summary>Whether the report for people is written.</summary>
    public bool Report { get; init; } = true;

    /// <summary>Fields of the base config to set before the fit, in this order.</summary>
    public IReadOnlyList<ConfigOverride> Overrides { get; init; } = [];
}
