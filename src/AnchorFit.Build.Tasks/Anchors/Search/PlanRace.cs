using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>Finds the best candidates of several plans within one budget.</summary>
internal static class PlanRace
{
    private const int Finalists = 6;

    // Of the budget: to search far and wide; the rest brings the best to the top of their hills.
    private const double SearchShare = 0.88;

    // Of the search: until the worse half of the plans is dropped. A single plan is searched twice, too, the second time
    // from where the first ended: two places are better than one.
    private const double FirstShare = 0.55;

    /// <summary>The best candidates, best first.</summary>
    /// <param name="objective">Scores them.</param>
    /// <param name="plans">One at least.</param>
    /// <param name="budget">How many candidates are scored, about.</param>
    /// <param name="stream">Tells the random numbers of several races apart.</param>
    public static List<Candidate> Run(SearchObjective objective, IReadOnlyList<AnchorPlan> plans, int budget, int stream)
    {
        int total = (int)(budget * SearchShare);
        int first = Math.Max(1, (int)(total * FirstShare / plans.Count));
        List<List<Candidate>> searched = [.. plans.Select((plan, i) => DifferentialEvolution.Run(objective, plan, [], stream + i, first))];
        List<Candidate> left = [.. searched.Select(members => members[0]).OrderByDescending(best => best.Worth).Take((plans.Count + 1) / 2)];
        int rest = Math.Max(1, (total - (first * plans.Count)) / left.Count);
        searched.AddRange(left.Select((best, i) => DifferentialEvolution.Run(objective, best.Plan, [best.Point], stream + plans.Count + i, rest)));

        List<Candidate> found = [.. searched.SelectMany(members => members.Take(2)).Distinct().OrderByDescending(candidate => candidate.Worth).Take(Finalists)];
        int climb = (budget - total) / 2;
        found.Insert(0, PatternSearch.Climb(objective, found[0], climb));
        climb /= found.Count;
        return [.. found.SelectMany(candidate => new[] { PatternSearch.Climb(objective, candidate, climb), candidate }).OrderByDescending(candidate => candidate.Worth)];
    }
}
