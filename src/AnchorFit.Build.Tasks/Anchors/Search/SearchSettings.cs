using System.Collections.Generic;

namespace AnchorFit.Anchors.Search;

/// <summary>What a search may choose, and how long it may look.</summary>
internal sealed record SearchSettings
{
    /// <summary>Of <see cref="Budget"/> unless another is asked for.</summary>
    public const int DefaultBudget = 20_000;

    private static readonly Dictionary<int, double> s_none = [];

    /// <summary>How many aspect ratios; with <see cref="MaxAnchors"/> as many at most.</summary>
    public int AspectRatioCount { get; init; } = 1;

    /// <summary>Scales are chosen, too.</summary>
    public bool Scales { get; init; }

    /// <summary>What becomes of <c>reduce_boxes_in_lowest_layer</c>.</summary>
    public LowestLayer LowestLayer { get; init; } = LowestLayer.Keep;

    /// <summary>How many anchors there may be in all; null for any number.</summary>
    public long? MaxAnchors { get; init; }

    /// <summary>Which groups of boxes may not be served worse than by the base config's anchors.</summary>
    public Protection Protection { get; init; } = Protection.All;

    /// <summary>What classes count for in the objective, by their numbers; 1 for those that aren't here.</summary>
    public IReadOnlyDictionary<int, double> ClassWeights { get; init; } = s_none;

    /// <summary>
    /// How many candidates are scored for each set of numbers that is free (<see cref="AnchorSpace.Families"/>), each on
    /// <see cref="BoxSample.MaxCount"/> boxes at most; fewer where the numbers are few. Above zero.
    /// </summary>
    public int Budget { get; init; } = DefaultBudget;
}
