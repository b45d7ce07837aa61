using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace AnchorFit.Anchors.Search;

/// <summary>What a search climbs: scores candidates on a sample, and counts how many.</summary>
/// <param name="scheme">The base config's, of which only the generator changes.</param>
/// <param name="kernel">Holds the sample.</param>
/// <param name="leastRecall">The recall that is asked for.</param>
/// <param name="cancellation">Noticed between rounds.</param>
internal sealed class SearchObjective(AnchorScheme scheme, MatchingKernel kernel, double leastRecall, CancellationToken cancellation)
{
    // Below, handing the work to threads costs more than it saves.
    private const double PairsWorthAThread = 200_000;

    /// <summary>How many candidates have been scored.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The recall that is asked for; a candidate below it is fined.</summary>
    public double LeastRecall { get; set; } = leastRecall;

    /// <summary>Scores a candidate that was scored on another sample, or when another recall was asked for.</summary>
    public Candidate Rescore(Candidate candidate) => Score(candidate.Plan, [candidate.Point])[0];

    /// <summary>Scores candidates of a plan; on many threads where that pays, with the same result.</summary>
    public Candidate[] Score(AnchorPlan plan, IReadOnlyList<double[]> points)
    {
        cancellation.ThrowIfCancellationRequested();
        Evaluations += points.Count;
        var candidates = new Candidate[points.Count];
        if (kernel.PairCount * points.Count < PairsWorthAThread)
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

        return candidates;

        void ScoreOne(int i)
        {
            SearchScore score = kernel.Score(scheme.With(plan.Write(points[i])));
            candidates[i] = new Candidate(plan, points[i], score, score.Worth(LeastRecall));
        }
    }
}
