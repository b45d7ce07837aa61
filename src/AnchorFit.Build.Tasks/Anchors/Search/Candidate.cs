namespace AnchorFit.Anchors.Search;

/// <summary>Numbers for a plan, and what they are worth.</summary>
/// <param name="Plan">Whose numbers.</param>
/// <param name="Point">All of them, in bounds and in order.</param>
/// <param name="Utility">See <see cref="AnchorUtility"/>.</param>
/// <param name="Scores">How its anchors serve the groups of boxes.</param>
/// <param name="Shortfall">See <see cref="Floors.Shortfall"/>.</param>
internal sealed record Candidate(AnchorPlan Plan, double[] Point, double Utility, GroupScores Scores, double Shortfall)
{
    private static readonly GroupScores s_none = new([], [], []);

    /// <summary>One number to climb: the utility; below 0 where a group is below its floor, so that no utility makes up for it.</summary>
    public double Worth => Shortfall > 0 ? -Shortfall : Utility;

    /// <summary>Whether how it serves the groups was measured.</summary>
    public bool IsMeasured => !double.IsPositiveInfinity(Shortfall);

    /// <summary>A candidate whose utility is too low for what is sought, so that nothing else was measured.</summary>
    public static Candidate Useless(AnchorPlan plan, double[] point, double utility) => new(plan, point, utility, s_none, double.PositiveInfinity);
}
