using System.Collections.Generic;
using AnchorFit.Fitting;

namespace AnchorFit.Reporting;

/// <summary>A way to fit, and the anchors that it draws: what was done, and what could be done in its place.</summary>
/// <param name="Objective">What is fitted; null for the base config as it is.</param>
/// <param name="WithScales">Scales are fitted, too.</param>
/// <param name="AspectRatioCount">How many aspect ratios there are then.</param>
/// <param name="Drawn">The anchors, compared with the base config's.</param>
internal sealed record FitChoice(FitObjective? Objective, bool WithScales, int AspectRatioCount, DrawnFigures Drawn)
{
    /// <summary>This is what was written.</summary>
    public bool IsInUse { get; init; }

    /// <summary>Found by a short search: a full one finds at least about as much.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The properties that choose it, with their values; none for the base config.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];
}
