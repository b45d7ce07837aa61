namespace AnchorFit.Anchors;

/// <summary>The score of a part of the boxes: a class, a size band, the boxes that a grid serves best.</summary>
/// <param name="Key">The class, the band or the grid, as a number.</param>
/// <param name="Score">Of these boxes alone.</param>
internal readonly record struct GroupScore(int Key, MatchingScore Score);
