namespace AnchorFit.Anchors.Search;

/// <summary>Numbers for a plan, and what they are worth.</summary>
/// <param name="Plan">Whose numbers.</param>
/// <param name="Point">All of them, in bounds and in order.</param>
/// <param name="Score">Of the anchors that they draw.</param>
/// <param name="Worth">See <see cref="SearchScore.Worth"/>; below 0 where recall is missing.</param>
internal sealed record Candidate(AnchorPlan Plan, double[] Point, SearchScore Score, double Worth);
