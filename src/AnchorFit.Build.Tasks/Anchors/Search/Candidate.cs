namespace AnchorFit.Anchors.Search;

/// <summary>Numbers for a plan, and what they are worth.</summary>
/// <param name="Plan">Whose numbers.</param>
/// <param name="Point">All of them, in bounds and in order.</param>
/// <param name="Worth">See <see cref="SearchScore.Worth"/>.</param>
internal sealed record Candidate(AnchorPlan Plan, double[] Point, double Worth);
