using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>Finds the best candidates of several plans within one budget.</summary>
/// <remarks>
/// A search may end on a lower hill, or where floors meet; several short ones from other starts seldom all do. What they
/// find is refined, and brought to the top of its hill.
/// </remarks>
internal static class PlanRace
{
    private const int Finalists = 4;

    // Runs far and wide: so many, of at most so many candidates for each pair of numbers that are searched.
    private const int Runs = 3;
    private const int RunAPair = 50;

    // Of the budget: to search far and wide; of the rest, to refine.
    private const double SearchShare = 0.75;
    private const double RefineShare = 0.8;

    /// <summary>The best candidates, best first.</summary>
    /// <param name="objective">Scores them.</param>
    /// <param name="plans">One at least.</param>
    /// <param name="budget">How many candidates are scored, about.</param>
    /// <param name="stream">Tells the random numbers of several races apart.</param>
    /// <param name="mayGiveUp">Plans that have nothing within the floors after a first run are left.</param>
    public static List<Candidate> Run(SearchObjective objective, IReadOnlyList<AnchorPlan> plans, int budget, int stream, bool mayGiveUp = false)
    {
        int total = (int)(budget * SearchShare);
        int most = plans.Max(plan => RunAPair * plan.Dimension * (plan.Dimension + 1) / 2);
        int runs = Math.Max(Runs, total / (most * plans.Count));
        int each = Math.Max(1, total / (runs * plans.Count));
        var found = new List<Candidate>();
        IReadOnlyList<AnchorPlan> left = plans;
        for (int run = 0; run < runs; run++)
        {
            foreach (AnchorPlan plan in left)
            {
                found.AddRange(DifferentialEvolution.Run(objective, plan, stream++, each).Take(2));
            }

            if (run == 0 && mayGiveUp && found.All(candidate => candidate.Worth < 0))
            {
                return found;
            }

            if (run == 0 && plans.Count > 1)
            {
                // The worse half of the plans has had its chance.
                left = [.. found.OrderByDescending(candidate => candidate.Worth).Select(candidate => candidate.Plan).Distinct().Take((plans.Count + 1) / 2)];
                each = Math.Max(1, (total - (each * plans.Count)) / ((runs - 1) * left.Count));
            }
        }

        found = [.. found.OrderByDescending(candidate => candidate.Worth).Take(Finalists)];
        int refine = (int)((budget - total) * RefineShare);
        Candidate[] refined = [.. found.Take(2).Select((candidate, i) => DifferentialEvolution.Refine(objective, candidate, stream + i, Math.Max(1, refine / 2)))];
        found.AddRange(refined);
        int climb = (budget - total - refine) / 2;
        found.AddRange(refined.Select(candidate => PatternSearch.Climb(objective, candidate, climb)));
        return [.. found.OrderByDescending(candidate => candidate.Worth)];
    }
}
