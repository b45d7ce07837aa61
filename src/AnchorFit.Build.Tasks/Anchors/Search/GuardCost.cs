using System.Collections.Generic;

namespace AnchorFit.Anchors.Search;

/// <summary>What would be where no group of boxes were protected.</summary>
/// <param name="Whole">How the anchors would serve all boxes together.</param>
/// <param name="Groups">Which groups they would serve worse than the base config's do.</param>
internal sealed record GuardCost(MatchingScore Whole, IReadOnlyList<GroupRegression> Groups);
