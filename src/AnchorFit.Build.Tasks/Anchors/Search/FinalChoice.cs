using System.Collections.Generic;
using System.Linq;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>Chooses among candidates as the trainer draws them, from the numbers as written and on all boxes.</summary>
/// <param name="boxes">All boxes.</param>
/// <param name="before">How the base config's model draws anchors.</param>
/// <param name="scheme">How the model draws what is demanded.</param>
/// <param name="demanded">The base config's generator with what the settings demand of it.</param>
/// <param name="objective">Of all boxes, with the floors that the base sets.</param>
/// <param name="protection">Which groups are protected.</param>
/// <param name="mayKeep">What is demanded may be a result as it stands.</param>
/// <param name="keepsBase">And it is the base config's.</param>
internal sealed class FinalChoice(
    PlacedBoxes boxes, AnchorScheme before, AnchorScheme scheme, AnchorGenerator demanded, SearchObjective objective, Protection protection, bool mayKeep, bool keepsBase)
{
    /// <summary>The best of them, or the base where that is better and may stay.</summary>
    public AnchorSearchResult.Found Of(IEnumerable<Candidate> candidates)
    {
        var utilities = new Dictionary<AnchorGenerator, double>();
        foreach (Candidate candidate in candidates.Select(objective.Rescore))
        {
            utilities[candidate.Plan.Write(candidate.Point)] = candidate.Utility;
        }

        if (mayKeep && !keepsBase)
        {
            utilities[demanded] = objective.Measure(scheme).Utility;
        }

        DrawnScore old = DrawnScore.Measure(boxes, before);
        double least = objective.Measure(before).Utility;
        var found = new AnchorSearchResult.Found(demanded, SearchOutcome.Base, old.Whole, old.Whole, Evaluations: 0);
        double most = double.NegativeInfinity;
        foreach ((AnchorGenerator generator, double utility) in utilities.Select(entry => (entry.Key, entry.Value)))
        {
            AnchorScheme drawn = scheme.With(generator);
            DrawnScore score = DrawnScore.Measure(boxes, drawn);
            double worth = utility - objective.Floors.Shortfall(objective.Measure(drawn).Scores);
            IReadOnlyList<GroupRegression> worse = GroupRegression.Find(old, score, protection);
            bool holds = worse.Count == 0 && !IsWorse(old.Whole, score.Whole);
            if (keepsBase && (!holds || utility <= least))
            {
                continue;
            }

            bool hasHeld = found.Outcome == SearchOutcome.Better;
            if (holds == hasHeld ? worth > most : holds)
            {
                most = worth;
                found = found with { Generator = generator, After = score.Whole, Outcome = holds ? SearchOutcome.Better : SearchOutcome.Worse, Worse = worse, Gain = utility - least };
            }
        }

        return found;
    }

    private static bool IsWorse(MatchingScore before, MatchingScore after)
    {
        var all = new GroupRegression(Protection.None, 0, before, after);
        return all.LosesRecall || all.LosesOverlap;
    }
}
