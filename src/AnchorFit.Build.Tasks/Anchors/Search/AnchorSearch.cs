using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Chooses what an anchor generator draws so that it serves the boxes as well as may be (<see cref="AnchorUtility"/>), and
/// no class and no size band worse than the base config's anchors do (<see cref="BoxGroups"/>).
/// </summary>
/// <remarks>
/// <para>
/// 1. What can be counted (layers reduced or not, anchors between scales or not, how many ratios) gives a handful of
///    plans; of a choice the plan with the most ratios that <see cref="SearchSettings.MaxAnchors"/> lets it have, since
///    one ratio more never serves worse.
/// 2. The plans are searched on a sample of the boxes (<see cref="PlanRace"/>), and the best brought to what all boxes ask
///    for, and improved on all of them.
/// 3. They are scored on all boxes as the trainer would draw them, from the numbers as written. The best that serves no
///    protected group and not all boxes together worse than the base is the result; where there is none, the base is,
///    unless the settings rule it out.
/// 4. The budget is a number of candidates. No clock and no number of threads has a say.
/// </para>
/// </remarks>
internal sealed class AnchorSearch
{
    // Of the budget: to climb on all boxes where they are more than the sample, and to see what the guard costs.
    private const double ClimbShare = 0.1;
    private const double UnguardedShare = 0.03;

    // A sample's floors are not quite those of all boxes: how often, and by how much more than was missing, more is asked of it.
    private const int Attempts = 3;
    private const double Caution = 1.5;

    // What a guard costs less isn't worth a word.
    private const double LeastCost = 0.0005;

    private readonly AnchorScheme _base;
    private readonly AnchorScheme _scheme;
    private readonly SearchSettings _settings;
    private readonly CancellationToken _cancellation;
    private readonly AnchorSpace _space;
    private readonly BoxSample _all;
    private readonly BoxSample _sample;
    private readonly BoxGroups _groups;
    private readonly AnchorUtility _utility;
    private readonly PlacedBoxes _boxes;
    private readonly ImageSize _input;
    private readonly AnchorGenerator _demanded;

    // What is demanded may be a result as it stands, and it is the base config's.
    private readonly bool _mayKeep;
    private readonly bool _keepsBase;

    private AnchorSearch(PlacedBoxes boxes, AnchorScheme scheme, AnchorGenerator generator, SearchSettings settings, CancellationToken cancellation)
    {
        _settings = settings;
        _cancellation = cancellation;
        _space = AnchorSpace.Of(generator);
        _all = BoxSample.All(boxes);
        _groups = new BoxGroups(_all, settings.Protection);
        _sample = _all.Reduce(BoxSample.MaxCount);
        _boxes = _all.ToPlacedBoxes();
        _input = MostFrequentInput(_all);
        _demanded = _space.Demanded(settings);
        _base = scheme;
        _scheme = scheme.With(_demanded);
        _utility = new AnchorUtility(_all.Reduce(AnchorUtility.MaxCount), _scheme, _groups, settings.ClassWeights);
        _mayKeep = _space.HasRatios && Fits(_demanded);
        _keepsBase = _mayKeep && _demanded.Equals(generator);
    }

    /// <summary>Searches.</summary>
    /// <param name="boxes">One at least, in any order: the result doesn't depend on it.</param>
    /// <param name="scheme">How the base config's model draws and matches anchors.</param>
    /// <param name="generator">The base config's generator.</param>
    /// <param name="settings">What may be chosen.</param>
    /// <param name="cancellation">Noticed throughout.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static AnchorSearchResult Run(
        PlacedBoxes boxes, AnchorScheme scheme, AnchorGenerator generator, SearchSettings settings, CancellationToken cancellation) =>
        new AnchorSearch(boxes, scheme, generator, settings, cancellation).Run();

    private AnchorSearchResult Run()
    {
        var starts = new SearchStarts(_sample, _cancellation);
        IReadOnlyList<Func<int, AnchorPlan>> choices = _space.Choices(_settings, starts, Math.Min(_input.Width, _input.Height));
        List<AnchorPlan> plans = [.. choices.Select(LargestThatFits).OfType<AnchorPlan>()];
        if (plans.Count == 0)
        {
            return new AnchorSearchResult.TooManyAnchors(choices.Min(choice => Count(Generator(choice(1)))));
        }

        SearchObjective objective = Objective(_sample);
        bool hasMore = !ReferenceEquals(_all, _sample);
        int budget = (int)(_settings.Budget * (1 - UnguardedShare - (hasMore ? ClimbShare : 0)));
        List<Candidate> finalists = PlanRace.Run(objective, plans, _keepsBase ? budget : budget / 2, stream: 0);
        if (!_keepsBase)
        {
            // Where nothing within the bound has what the base gives every group, what is lost is weighed against what is gained.
            objective.IsStrict = finalists[0].Worth >= 0;
            finalists.AddRange(PlanRace.Run(objective, plans, budget / 2, stream: 2 * plans.Count));
            objective.IsStrict = true;
        }

        SearchObjective whole = hasMore ? Objective(_all) : objective;
        int factor = hasMore ? (_all.Boxes.Length + BoxSample.MaxCount - 1) / BoxSample.MaxCount : 0;
        if (hasMore)
        {
            ClimbOnAll(objective, whole, finalists, (int)(_settings.Budget * ClimbShare), factor);
        }

        AnchorSearchResult.Found found = new FinalChoice(_boxes, _base, _scheme, _demanded, whole, _settings.Protection, _mayKeep, _keepsBase).Of(finalists);
        GuardCost? cost = Cost(objective, found);
        int evaluations = objective.Evaluations + (hasMore ? whole.Evaluations * factor : 0);
        return new AnchorSearchResult.Found(found.Generator, found.Outcome, found.Before, found.After, evaluations) { Worse = found.Worse, Gain = found.Gain, Cost = cost };
    }

    private SearchObjective Objective(BoxSample boxes)
    {
        var meter = new GroupMeter(boxes, _scheme, _groups);
        return new SearchObjective(_scheme, _utility, meter, _cancellation) { Floors = Floors.Of(meter.Measure(_base)) };
    }

    /// <summary>Brings candidates that were found on the sample to the floors of all boxes, and improves the best on all boxes.</summary>
    /// <param name="factor">An evaluation of all boxes counts for as many.</param>
    private static void ClimbOnAll(SearchObjective objective, SearchObjective whole, List<Candidate> finalists, int budget, int factor)
    {
        Candidate best = finalists.Select(whole.Rescore).OrderByDescending(candidate => candidate.Worth).First();
        for (int attempt = 0; attempt < Attempts && best.Worth < 0; attempt++)
        {
            objective.Floors = objective.Floors.Raise(whole.Floors, best.Scores, Caution);
            Candidate climbed = whole.Rescore(PatternSearch.Climb(objective, objective.Rescore(best), budget / 2 / Attempts));
            finalists.Add(climbed);
            best = climbed.Worth > best.Worth ? climbed : best;
        }

        finalists.Add(PatternSearch.Climb(whole, best, budget / 2 / factor));
    }

    /// <summary>What the guard keeps from being; null where it costs nothing worth a word.</summary>
    private GuardCost? Cost(SearchObjective objective, AnchorSearchResult.Found found)
    {
        if (_settings.Protection == Protection.None || objective.Unguarded is not { } unguarded)
        {
            return null;
        }

        objective.Floors = objective.Floors.ForAll();
        unguarded = PatternSearch.Climb(objective, objective.Rescore(unguarded), (int)(_settings.Budget * UnguardedShare));
        AnchorScheme scheme = _scheme.With(unguarded.Plan.Write(unguarded.Point));
        double gain = _utility.Of(scheme) - _utility.Of(_scheme.With(found.Generator));
        if (gain < LeastCost)
        {
            return null;
        }

        DrawnScore score = DrawnScore.Measure(_boxes, scheme);
        IReadOnlyList<GroupRegression> groups = GroupRegression.Find(DrawnScore.Measure(_boxes, _base), score, _settings.Protection);
        return groups.Count == 0 ? null : new GuardCost(score.Whole, groups);
    }

    private AnchorPlan? LargestThatFits(Func<int, AnchorPlan> choice)
    {
        for (int ratios = _settings.AspectRatioCount; ratios > 0; ratios--)
        {
            AnchorPlan plan = choice(ratios);
            if (Fits(Generator(plan)))
            {
                return plan;
            }
        }

        return null;
    }

    private bool Fits(AnchorGenerator generator) => !(Count(generator) > _settings.MaxAnchors);

    private long Count(AnchorGenerator generator) => _scheme.With(generator).Draw(_input).Count;

    private static AnchorGenerator Generator(AnchorPlan plan) => plan.Write(plan.Start(0));

    private static ImageSize MostFrequentInput(BoxSample boxes) => boxes.Boxes
        .GroupBy(box => boxes.Inputs[box.Input])
        .OrderByDescending(group => group.Sum(box => box.Weight))
        .ThenBy(group => (long)group.Key.Width * group.Key.Height)
        .First().Key;
}
