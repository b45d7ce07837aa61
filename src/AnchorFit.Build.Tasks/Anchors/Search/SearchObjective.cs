using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace AnchorFit.Anchors.Search;

/// <summary>What a search climbs: scores candidates on a sample, and counts how many.</summary>
/// <param name="scheme">The base config's, of which only the generator changes.</param>
/// <param name="utility">What is made as great as may be.</param>
/// <param name="meter">Holds the sample, in groups.</param>
/// <param name="cancellation">Noticed between rounds.</param>
internal sealed class SearchObjective(AnchorScheme scheme, AnchorUtility utility, GroupMeter meter, CancellationToken cancellation)
{
    // Below, handing the work to threads costs more than it saves.
    private const double PairsWorthAThread = 200_000;

    // Numbers that no box speaks for stay as the base config has them; those that boxes do speak for hardly notice.
    private const double PriceOfDrift = 0.002;

    /// <summary>How many candidates have been scored.</summary>
    public int Evaluations { get; private set; }

    /// <summary>What each group of boxes must have; a candidate below is fined.</summary>
    public required Floors Floors { get; set; }

    /// <summary>
    /// A candidate below the floors counts for nothing beside one that isn't. Otherwise what it lacks is weighed against
    /// its utility, for where no candidate has all.
    /// </summary>
    public bool IsStrict { get; set; } = true;

    /// <summary>The candidate of the highest utility so far that serves all boxes together as well as it must, whatever becomes of single groups.</summary>
    public Candidate? Unguarded { get; private set; }

    /// <summary>The utility of a generator's anchors and how they serve the groups.</summary>
    public (double Utility, GroupScores Scores) Measure(AnchorScheme candidate) => (utility.Of(candidate), meter.Measure(candidate));

    /// <summary>Scores a candidate that was scored on another sample, or when other floors were asked for.</summary>
    public Candidate Rescore(Candidate candidate) => Score(candidate.Plan, [candidate.Point])[0];

    /// <summary>Scores candidates of a plan; on many threads where that pays, with the same result.</summary>
    /// <param name="plan">Whose numbers.</param>
    /// <param name="points">The candidates.</param>
    /// <param name="least">The utility below which each is of no use to the caller: how it serves the groups isn't measured then. None for any.</param>
    public Candidate[] Score(AnchorPlan plan, IReadOnlyList<double[]> points, IReadOnlyList<double>? least = null)
    {
        cancellation.ThrowIfCancellationRequested();
        Evaluations += points.Count;
        var candidates = new Candidate[points.Count];
        if ((meter.PairCount + utility.PairCount) * points.Count < PairsWorthAThread)
        {
            for (int i = 0; i < candidates.Length; i++)
            {
                ScoreOne(i);
            }
        }
        else
        {
            Parallel.For(0, candidates.Length, ScoreOne);
        }

        foreach (Candidate candidate in candidates)
        {
            Unguarded = candidate.Utility > (Unguarded?.Utility ?? double.NegativeInfinity) && candidate.IsMeasured && Floors.HoldForAll(candidate.Scores)
                ? candidate
                : Unguarded;
        }

        return candidates;

        void ScoreOne(int i)
        {
            AnchorScheme candidate = scheme.With(plan.Write(points[i]));
            double its = utility.Of(candidate) - (PriceOfDrift * plan.Drift(points[i]));
            if (its < least?[i])
            {
                candidates[i] = Candidate.Useless(plan, points[i], its);
                return;
            }

            GroupScores scores = meter.Measure(candidate);
            double shortfall = Floors.Shortfall(scores);
            candidates[i] = IsStrict
                ? new Candidate(plan, points[i], its, scores, shortfall)
                : new Candidate(plan, points[i], its - shortfall, scores, 0);
        }
    }
}
