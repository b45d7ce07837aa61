using System.Collections.Generic;
using AnchorFit.Anchors;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>Everything that the report shows, as numbers and names. What a fit doesn't know is null or empty, and left out.</summary>
internal sealed record ReportModel
{
    /// <summary>What the log and anchorfit.json tell, too.</summary>
    public required FitSummary Summary { get; init; }

    /// <summary>The project's name; empty where it isn't known.</summary>
    public string Project { get; init; } = string.Empty;

    /// <summary>The boxes by the layer that served them best before the fit: what became of them. Those of the finest first.</summary>
    public IReadOnlyList<GroupChange> LayersBefore { get; init; } = [];

    /// <summary>The base config's aspect ratios, ascending; empty where it has none.</summary>
    public IReadOnlyList<float> BaseAspectRatios { get; init; } = [];

    /// <summary>How the base config's ratios serve the boxes where shapes alone are compared; null where it has none.</summary>
    public UnitAreaCoverage? BaseCoverage { get; init; }

    public RatioHistogram? Ratios { get; init; }

    public ShapeDensity? Shapes { get; init; }

    /// <summary>The part of the boxes in each twentieth of best IoU (<see cref="OverlapHistogram"/>), by the base config.</summary>
    public IReadOnlyList<double> OverlapsBefore { get; init; } = [];

    /// <summary>The same by the fitted config.</summary>
    public IReadOnlyList<double> OverlapsAfter { get; init; } = [];

    /// <summary>In ordinal order of the names.</summary>
    public IReadOnlyList<ReportedClass> Classes { get; init; } = [];

    /// <summary>The boxes with the least overlap after the fit, the worst first.</summary>
    public IReadOnlyList<WorstBox> WorstBoxes { get; init; } = [];

    /// <summary>What was told while fitting, by code.</summary>
    public IReadOnlyList<DiagnosticGroup> Diagnostics { get; init; } = [];

    public IReadOnlyList<ReportedSetting> Settings { get; init; } = [];

    /// <summary>How the anchors that the base config draws serve the boxes; null where they aren't known.</summary>
    public DrawnScore? Before => Summary.Drawn?.Before;

    /// <summary>The same of the fitted config.</summary>
    public DrawnScore? After => Summary.Drawn?.After;

    /// <summary>The overlap from which the trainer matches an anchor with a box; null where there is none.</summary>
    public double? MatchedThreshold => Summary.Drawn?.MatchedThreshold;

    /// <summary>The fitted config's anchors on each feature map, the finest first.</summary>
    public IReadOnlyList<AnchorGrid> Grids => Summary.Drawn?.Grids ?? [];
}
