using System.Collections.Generic;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>What is known of fitted anchors.</summary>
/// <param name="AspectRatios">The aspect ratios as written: width / height, ascending.</param>
/// <param name="Objective">What they were fitted to.</param>
/// <param name="Quality">How well they serve the boxes.</param>
internal sealed record AnchorFigures(IReadOnlyList<float> AspectRatios, FitObjective Objective, FitQuality Quality)
{
    /// <summary>What other numbers of aspect ratios give; null where that was neither asked for nor cheap.</summary>
    public FitCurve? Curve { get; init; }

    /// <summary>How they were searched for; null where shapes alone decide.</summary>
    public SearchFigures? Search { get; init; }

    /// <summary>What else could be fitted, and what that draws; empty where it wasn't compared.</summary>
    public IReadOnlyList<FitChoice> Choices { get; init; } = [];

    /// <summary>What could be done better.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];
}
