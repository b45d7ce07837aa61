namespace AnchorFit.Anchors;

/// <summary>How the trainer matches boxes with anchors.</summary>
/// <param name="MatchedThreshold">The IoU from which an anchor is matched with a box, 0 to 1; null where the model has no such threshold.</param>
/// <param name="ForcesMatches">A box that no anchor reaches gets its best anchor all the same.</param>
internal readonly record struct MatchRule(double? MatchedThreshold, bool ForcesMatches);
