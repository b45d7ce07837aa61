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
///    plans; of a choice the plan with the most ratios that <see cref="SearchSettings.MaxAnchors"/> lets it have. They
///    stand in families by what is free (<see cref="AnchorSpace.Families"/>), each of which is searched as if alone: what
///    a search with less freedom finds is among what this one finds.
/// 2. The plans of a family are searched on a sample of the boxes (<see cref="PlanRace"/>), and the best brought to what
///    all boxes ask for, and improved on all of them.
/// 3. They are scored on all boxes as the trainer would draw them, from the numbers as written. The best that serves no
///    protected group and not all boxes together worse than the base is the result; where there is none, the base is,
///    unless the settings rule it out.
/// 4. The budget is a number of candidates. No clock and no number of threads has a say.
/// </para>
/// </remarks>
internal sealed class AnchorSearch
{
    // Of the budget for a family: all where it has so many numbers, less where it has fewer, more where it has several plans.
    private const double WholeDimension = 10;
    private const double LeastShare = 0.2;
    private const double ShareOfSeveral = 1.5;

    // Of that: to climb on all boxes where they are more than the sample. Of the whole: to see what the guard costs.
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

    /// <summary>What a search climbs, on all boxes, and where, for who measures how far it comes: see <c>benchmarks</c>.</summary>
    public static (SearchObjective Objective, List<List<AnchorPlan>> Families) Landscape(
        PlacedBoxes boxes, AnchorScheme scheme, AnchorGenerator generator, SearchSettings settings, CancellationToken cancellation)
    {
        var search = new AnchorSearch(boxes, scheme, generator, settings, cancellation);
        return (search.Objective(search._all), [.. search.Families().Select(search.Plans)]);
    }

    private AnchorSearchResult Run()
    {
        List<AnchorSpace.Family> families = Families();
        if (!families.Any(family => Plans(family).Count > 0))
        {
            return new AnchorSearchResult.TooManyAnchors(families.SelectMany(family => family.Choices).Min(choice => Count(Generator(choice(1)))));
        }

        SearchObjective objective = Objective(_sample);
        bool hasMore = !ReferenceEquals(_all, _sample);
        SearchObjective whole = hasMore ? Objective(_all) : objective;
        int factor = hasMore ? (_all.Boxes.Length + BoxSample.MaxCount - 1) / BoxSample.MaxCount : 0;
        List<Candidate> finalists = [];
        foreach (AnchorSpace.Family family in families)
        {
            if (Plans(family) is { Count: > 0 } plans)
            {
                bool mayGiveUp = family.IsFurther && finalists.Any(candidate => candidate.Worth >= 0);
                finalists.AddRange(Search(plans, objective, whole, factor, mayGiveUp));
            }
        }

        AnchorSearchResult.Found found = new FinalChoice(_boxes, _base, _scheme, _demanded, whole, _settings.Protection, _mayKeep, _keepsBase).Of(finalists);
        GuardCost? cost = Cost(objective, found);
        int evaluations = objective.Evaluations + (hasMore ? whole.Evaluations * factor : 0);
        return new AnchorSearchResult.Found(found.Generator, found.Outcome, found.Before, found.After, evaluations) { Worse = found.Worse, Gain = found.Gain, Cost = cost };
    }

    private List<AnchorSpace.Family> Families() =>
        [.. _space.Families(_settings, new SearchStarts(_sample, _cancellation), Math.Min(_input.Width, _input.Height))];

    /// <summary>Of a family those that may have so many anchors.</summary>
    private List<AnchorPlan> Plans(AnchorSpace.Family family) => [.. family.Choices.Select(LargestThatFits).OfType<AnchorPlan>()];

    /// <summary>The best candidates of a family, whatever other families there are.</summary>
    private List<Candidate> Search(List<AnchorPlan> family, SearchObjective objective, SearchObjective whole, int factor, bool mayGiveUp)
    {
        double dimension = family.Max(plan => plan.Dimension) / WholeDimension;
        double share = Math.Min(1, Math.Max(LeastShare, dimension * dimension)) * (family.Count > 1 ? ShareOfSeveral : 1);
        int budget = Math.Max(1, (int)(_settings.Budget * share * (1 - UnguardedShare)));
        int search = factor > 0 ? (int)(budget * (1 - ClimbShare)) : budget;
        List<Candidate> finalists = PlanRace.Run(objective, family, _keepsBase ? search : search / 2, stream: 0, mayGiveUp);
        if (!_keepsBase)
        {
            // Where nothing within the bound has what the base gives every group, what is lost is weighed against what is gained.
            objective.IsStrict = finalists[0].Worth >= 0;
            finalists.AddRange(PlanRace.Run(objective, family, search / 2, stream: 2 * family.Count));
            objective.IsStrict = true;
        }

        if (factor > 0)
        {
            Floors floors = objective.Floors;
            ClimbOnAll(objective, whole, finalists, (int)(budget * ClimbShare), factor);
            objective.Floors = floors;
        }

        return finalists;
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
            Candidate climbed = whole.Rescore(DifferentialEvolution.Refine(objective, best, attempt, Math.Max(1, budget / 2 / Attempts)));
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
        if (score.Whole.MeanBestIoU <= found.After.MeanBestIoU + LeastCost)
        {
            return null;
        }

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
