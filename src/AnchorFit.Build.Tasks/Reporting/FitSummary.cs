using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>Everything a person or a program may want to know of a finished fit. Source of the log line and of anchorfit.json.</summary>
internal sealed record FitSummary
{
    public required string PackageVersion { get; init; }

    /// <summary>The base config as the user named it, or <c>builtin:NAME</c>.</summary>
    public required string BaseConfig { get; init; }

    /// <summary>The name of the resizer's field, such as <c>fixed_shape_resizer</c>.</summary>
    public required string ImageResizer { get; init; }

    public required int FileCount { get; init; }

    /// <summary>Objects in the files, those included whose box was left out.</summary>
    public required long ObjectCount { get; init; }

    /// <summary>Boxes that were fitted.</summary>
    public required double BoxCount { get; init; }

    /// <summary>Boxes that the settings leave out: of classes that take no part.</summary>
    public double OtherClassesCount { get; init; }

    /// <summary>Boxes that the settings leave out: marked difficult, as a crowd or as a group.</summary>
    public double DifficultCount { get; init; }

    /// <summary>Boxes that the settings leave out: below <c>AnchorFitMinBoxSize</c>.</summary>
    public double TooSmallCount { get; init; }

    /// <summary>Class names in ordinal order, with the number of fitted boxes of each.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Classes { get; init; }

    /// <summary>The value of <c>num_classes</c> in the result; null where the config has none.</summary>
    public required int? NumClasses { get; init; }

    /// <summary>Where that value comes from: <c>annotations</c>, <c>label_map</c>, <c>base_config</c> or <c>setting</c>.</summary>
    public required string NumClassesSource { get; init; }

    /// <summary>Classes of the existing label map or, without one, of the lists with the annotations, that no object has.</summary>
    public IReadOnlyList<string> ClassesWithoutObjects { get; init; } = [];

    /// <summary>What names those: <c>label map</c> or <c>list of classes</c>.</summary>
    public string ClassListName { get; init; } = "label map";

    /// <summary>The anchors that were fitted; null for a model that has none.</summary>
    public required AnchorFigures? Anchors { get; init; }

    /// <summary>What other numbers of aspect ratios give; null where there are no anchors, or that was neither asked for nor cheap.</summary>
    public FitCurve? Curve => Anchors?.Curve;

    /// <summary>What else could be fitted, and what that draws; empty where it wasn't compared.</summary>
    public IReadOnlyList<FitChoice> Choices => Anchors?.Choices ?? [];

    /// <summary>What could be done better.</summary>
    public IReadOnlyList<Advice> Advice => Anchors?.Advice ?? [];

    /// <summary>How the anchors that the configs draw serve the boxes; null where that can't be said.</summary>
    public DrawnFigures? Drawn { get; init; }

    /// <summary>Why <see cref="Drawn"/> is null, as a clause; null where it isn't.</summary>
    public string? WhyNotDrawn { get; init; }

    /// <summary>Fitted boxes that have no place in an image of known size, and so no part in <see cref="Drawn"/>.</summary>
    public double UnplacedCount { get; init; }
}
