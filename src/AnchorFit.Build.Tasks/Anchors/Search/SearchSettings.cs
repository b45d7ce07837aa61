namespace AnchorFit.Anchors.Search;

/// <summary>What a search may choose, and how long it may look.</summary>
internal sealed record SearchSettings
{
    /// <summary>The most evaluations that are made unless others are asked for: some 3 s for 40,000 boxes on two cores.</summary>
    public const int DefaultBudget = 20_000;

    /// <summary>How many aspect ratios; with <see cref="MaxAnchors"/> as many at most.</summary>
    public int AspectRatioCount { get; init; } = 1;

    /// <summary>Scales are chosen, too.</summary>
    public bool Scales { get; init; }

    /// <summary>What becomes of <c>reduce_boxes_in_lowest_layer</c>.</summary>
    public LowestLayer LowestLayer { get; init; } = LowestLayer.Keep;

    /// <summary>How many anchors there may be in all; null for any number.</summary>
    public long? MaxAnchors { get; init; }

    /// <summary>How many candidates are scored, each on <see cref="BoxSample.MaxCount"/> boxes at most; above zero.</summary>
    public int Budget { get; init; } = DefaultBudget;
}
