using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AnchorFit.Geometry;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Chooses what an anchor generator draws so that the boxes' mean IoU with their best anchor is as great as may be, with
/// a recall not below the base config's.
/// </summary>
/// <remarks>
/// <para>
/// 1. What can be counted (layers reduced or not, anchors between scales or not, how many ratios) gives a handful of
///    plans; of a choice the plan with the most ratios that <see cref="SearchSettings.MaxAnchors"/> lets it have, since
///    one ratio more never serves worse.
/// 2. All plans are searched for a while, the worse half is dropped, and so on (<see cref="DifferentialEvolution"/>).
/// 3. The best are brought to the top of their hills (<see cref="PatternSearch"/>), at last on all boxes.
/// 4. They are scored on all boxes as the trainer would draw them, from the numbers as written. The best that isn't
///    below the base in mean or recall is the result; where there is none, the base is, unless the settings rule it out.
/// 5. The budget is a number of candidates. No clock and no number of threads has a say.
/// </para>
/// </remarks>
internal sealed class AnchorSearch
{
    private const int Finalists = 6;

    // Of the budget: to search, to climb on the sample, and to climb on all boxes where they are more.
    private const double SearchShare = 0.8;
    private const double ClimbShare = 0.1;

    // A sample's recall is not quite that of all boxes: how often, and by how much more than was missing, more is asked of it.
    private const int Attempts = 3;
    private const double Caution = 1.5;

    // Of the search: until the worse half of the plans is dropped.
    private const double FirstShare = 0.6;

    private readonly AnchorScheme _base;
    private readonly AnchorScheme _scheme;
    private readonly SearchSettings _settings;
    private readonly CancellationToken _cancellation;
    private readonly AnchorSpace _space;
    private readonly BoxSample _all;
    private readonly BoxSample _sample;
    private readonly PlacedBoxes _boxes;
    private readonly ImageSize _input;
    private readonly AnchorGenerator _demanded;
    // What is demanded may be a result as it stands, and whether it is the base config's.
    private readonly bool _mayKeep;
    private readonly bool _isBase;

    private AnchorSearch(PlacedBoxes boxes, AnchorScheme scheme, AnchorGenerator generator, SearchSettings settings, CancellationToken cancellation)
    {
        _settings = settings;
        _cancellation = cancellation;
        _space = AnchorSpace.Of(generator);
        _all = BoxSample.All(boxes);
        _sample = _all.Reduce(BoxSample.MaxCount);
        _boxes = _all.ToPlacedBoxes();
        _input = MostFrequentInput(_all);
        _demanded = _space.Demanded(settings);
        _base = scheme;
        _scheme = scheme.With(_demanded);
        _mayKeep = _space.HasRatios && Fits(_demanded);
        _isBase = _demanded.Equals(generator);
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

        MatchingScore before = DrawnScore.Measure(_boxes, _base).Whole;
        bool keepsBase = _mayKeep && _isBase;
        var kernel = new MatchingKernel(_sample, _scheme);
        double leastRecall = kernel.Score(_base).Recall;
        var objective = new SearchObjective(_scheme, kernel, leastRecall, _cancellation);
        List<Candidate> finalists = Search(objective, plans, keepsBase ? _settings.Budget : _settings.Budget / 2, stream: 0);
        if (!keepsBase)
        {
            // Where nothing within the bound has the base's recall, not all of the mean should go for the last of it.
            objective.LeastRecall = finalists[0].Worth < 0 ? 0 : leastRecall;
            finalists.AddRange(Search(objective, plans, _settings.Budget / 2, stream: plans.Count));
            objective.LeastRecall = leastRecall;
        }

        int evaluations = objective.Evaluations;
        if (!ReferenceEquals(_all, _sample))
        {
            finalists = ClimbOnAll(objective, finalists, before.Recall ?? 0, ref evaluations);
        }

        return Choose(finalists, before, evaluations);
    }

    /// <summary>The best candidates on the sample, the best first.</summary>
    private static List<Candidate> Search(SearchObjective objective, List<AnchorPlan> plans, int budget, int stream)
    {
        int end = objective.Evaluations + (int)(budget * SearchShare);
        List<DifferentialEvolution> left = [.. plans.Select((plan, i) => new DifferentialEvolution(objective, plan, stream + i))];
        foreach (DifferentialEvolution search in left)
        {
            search.Advance(Math.Max(1, (int)(budget * SearchShare * FirstShare / left.Count)));
        }

        left = [.. left.OrderByDescending(search => search.Best.Worth).Take((left.Count + 1) / 2)];
        int rest = Math.Max(1, (end - objective.Evaluations) / left.Count);
        foreach (DifferentialEvolution search in left)
        {
            search.Advance(rest);
        }

        List<Candidate> found = [.. left.SelectMany(search => search.Champions).OrderByDescending(candidate => candidate.Worth).Take(Finalists)];
        int climb = (int)(budget * ClimbShare) / found.Count;
        return [.. found.SelectMany(candidate => new[] { PatternSearch.Climb(objective, candidate, climb), candidate }).OrderByDescending(candidate => candidate.Worth)];
    }

    /// <summary>Brings candidates that were found on the sample to the recall that all boxes ask for, and improves the best on all boxes.</summary>
    private List<Candidate> ClimbOnAll(SearchObjective objective, List<Candidate> finalists, double leastRecall, ref int evaluations)
    {
        // An evaluation of all boxes counts for as many as it takes.
        int factor = (_all.Boxes.Length + BoxSample.MaxCount - 1) / BoxSample.MaxCount;
        int before = objective.Evaluations;
        var whole = new SearchObjective(_scheme, new MatchingKernel(_all, _scheme), leastRecall, _cancellation);
        finalists = [.. finalists.Select(whole.Rescore).OrderByDescending(candidate => candidate.Worth)];
        for (int attempt = 0; attempt < Attempts && finalists[0].Worth < 0; attempt++)
        {
            objective.LeastRecall += Caution * (leastRecall - finalists[0].Score.Recall);
            Candidate climbed = PatternSearch.Climb(objective, objective.Rescore(finalists[0]), (int)(_settings.Budget * ClimbShare / Attempts));
            finalists = [.. finalists.Append(whole.Rescore(climbed)).OrderByDescending(candidate => candidate.Worth)];
        }

        int most = (int)(_settings.Budget * (1 - SearchShare - ClimbShare) / factor);
        finalists.Insert(0, PatternSearch.Climb(whole, finalists[0], most));
        evaluations += objective.Evaluations - before + (whole.Evaluations * factor);
        return finalists;
    }

    /// <summary>The best of them as the trainer draws them, or the base where that is better and may stay.</summary>
    private AnchorSearchResult.Found Choose(List<Candidate> finalists, MatchingScore before, int evaluations)
    {
        bool keepsBase = _mayKeep && _isBase;
        List<AnchorGenerator> generators = [.. finalists.Select(candidate => candidate.Plan.Write(candidate.Point))];
        if (_mayKeep && !_isBase)
        {
            generators.Add(_demanded);
        }

        var found = new AnchorSearchResult.Found(_demanded, SearchOutcome.Base, before, before, evaluations);
        double most = double.NegativeInfinity;
        foreach (AnchorGenerator generator in generators)
        {
            MatchingScore score = DrawnScore.Measure(_boxes, _scheme.With(generator)).Whole;
            double worth = new SearchScore(score.MeanBestIoU, score.Recall ?? 1, Lack: 0).Worth(before.Recall ?? 1);

            // What serves as well is worth a change where the base can't stay, and only there.
            bool isBetter = (keepsBase ? score.MeanBestIoU > before.MeanBestIoU : score.MeanBestIoU >= before.MeanBestIoU) && !(score.Recall < before.Recall);
            bool wins = isBetter == (found.Outcome == SearchOutcome.Better) ? worth > most : isBetter;
            if (wins && (isBetter || !keepsBase))
            {
                most = worth;
                found = found with { Generator = generator, After = score, Outcome = isBetter ? SearchOutcome.Better : SearchOutcome.Worse };
            }
        }

        return found;
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
