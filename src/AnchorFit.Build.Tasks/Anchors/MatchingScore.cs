using System.Collections.Generic;

namespace AnchorFit.Anchors;

/// <summary>How well drawn anchors serve the boxes. Means and shares are weighted, 0 to 1.</summary>
internal sealed record MatchingScore
{
    /// <summary>The mean of the boxes' IoU with their best anchor.</summary>
    public required double MeanBestIoU { get; init; }

    /// <summary>The share of boxes whose best IoU reaches the matched threshold; null where the model has none.</summary>
    public required double? Recall { get; init; }

    /// <summary>The share of boxes that only a forced match serves; null where the model forces none.</summary>
    public required double? ForcedShare { get; init; }

    /// <summary>How many boxes there are, counts and weights included.</summary>
    public required double BoxCount { get; init; }
}

/// <summary>The score of a part of the boxes: a class, a size band, the boxes that a grid serves best.</summary>
/// <param name="Key">The class, the band or the grid, as a number.</param>
/// <param name="Score">Of these boxes alone.</param>
internal readonly record struct GroupScore(int Key, MatchingScore Score);

/// <summary>The anchors that a config draws, and how they serve the boxes.</summary>
internal sealed record DrawnScore
{
    /// <summary>Of all boxes.</summary>
    public required MatchingScore Whole { get; init; }

    /// <summary>How many anchors the most frequent input size has.</summary>
    public required long AnchorCount { get; init; }

    /// <summary>How many anchors each grid has at a location, the finest grid first.</summary>
    public required IReadOnlyList<int> AnchorsALocation { get; init; }

    /// <summary>By class, ascending; only classes that have boxes.</summary>
    public required IReadOnlyList<GroupScore> Classes { get; init; }

    /// <summary>By size band: side (√area, in input pixels) below 16, 32, 64, 128, 256, and above; only bands that have boxes.</summary>
    public required IReadOnlyList<GroupScore> SizeBands { get; init; }

    /// <summary>By the grid that serves the box best; only grids that serve any.</summary>
    public required IReadOnlyList<GroupScore> Grids { get; init; }

    /// <summary>Each box's best anchor.</summary>
    public required BestMatches Matches { get; init; }
}
