using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Searches the numbers of a plan far and wide. The objective has many local maxima, as any clustering has, so a
/// population looks at many places at once.
/// </summary>
/// <remarks>
/// <para>
/// 1. Differential evolution: each member tries a step towards one of the best, plus the difference of two others, in
///    some of its numbers; the better of the two lives on. Differences shrink as the population agrees, so steps do, too.
/// 2. How far and in how many numbers is learned from the steps that brought something. The population is large at first
///    and shrinks to a handful, which spends the budget on looking far, then near.
/// 3. At first a shortfall is let pass where it is small, and smaller and smaller ones until there is none: the way to
///    good places that have none often leads through places that have.
/// 4. A round's trials all come from the round before: they can be scored at the same time, in any order.
/// 5. Nothing but sums, products, quotients and comparisons: the same everywhere, to the last bit.
/// </para>
/// Sources: R. Storn, K. Price, "Differential evolution" (Journal of Global Optimization 11, 1997); R. Tanabe,
/// A. Fukunaga, "Improving the search performance of SHADE using linear population size reduction" (IEEE CEC 2014);
/// T. Takahama, S. Sakai, "Constrained optimization by the ε constrained differential evolution" (IEEE CEC 2006).
/// </remarks>
internal sealed class DifferentialEvolution
{
    private const int MembersADimension = 8;
    private const int LeastMembers = 6;
    private const int MostMembers = 120;

    // By which factor starts are scattered: far and wide, or around a candidate that stands at a floor.
    private const double Far = 1.8;
    private const double Near = 1.03;

    // So many rounds there are at least, so a small budget has a small population.
    private const int LeastRounds = 30;
    private const double BestShare = 0.15;
    private const int Memory = 5;

    // Of the budget: until no shortfall is let pass.
    private const double LenientShare = 0.6;

    private readonly SearchObjective _objective;
    private readonly AnchorPlan _plan;
    private readonly int _stream;
    private readonly int _start;
    private readonly int _budget;
    private readonly bool _isNear;
    private readonly double[] _factors = new double[Memory];
    private readonly double[] _shares = new double[Memory];
    private readonly List<double[]> _beaten = [];
    private List<Candidate> _members = [];
    private int _mostMembers;
    private int _round;
    private int _remembered;
    private double _leniency;

    private DifferentialEvolution(SearchObjective objective, AnchorPlan plan, int stream, int budget, bool isNear)
    {
        (_objective, _plan, _stream, _budget, _isNear) = (objective, plan, stream, budget, isNear);
        _start = objective.Evaluations;
        _factors.AsSpan().Fill(0.5);
        _shares.AsSpan().Fill(0.5);
    }

    private int Spent => _objective.Evaluations - _start;

    /// <summary>Searches far and wide. The members of the last population and the best of all, best first.</summary>
    /// <param name="objective">Scores the candidates.</param>
    /// <param name="plan">Whose numbers are searched.</param>
    /// <param name="stream">Tells the random numbers of several searches apart.</param>
    /// <param name="budget">How many candidates are scored; one at least.</param>
    public static List<Candidate> Run(SearchObjective objective, AnchorPlan plan, int stream, int budget) =>
        new DifferentialEvolution(objective, plan, stream, budget, isNear: false).Run([]);

    /// <summary>
    /// Searches around a candidate, lets no shortfall pass, and gives the best. Where floors meet, a step that changes one
    /// number leads below one of them; differences of members that are within point along them.
    /// </summary>
    /// <param name="objective">Scores the candidates.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="stream">Tells the random numbers of several searches apart.</param>
    /// <param name="budget">How many candidates are scored; one at least.</param>
    public static Candidate Refine(SearchObjective objective, Candidate start, int stream, int budget) =>
        new DifferentialEvolution(objective, start.Plan, stream, budget, isNear: true).Run([start.Point])[0];

    private List<Candidate> Run(double[][] seeds)
    {
        Begin(seeds);
        Candidate best = Best();
        while (Spent < _budget)
        {
            Step();
            Candidate now = Best();
            best = now.Worth > best.Worth ? now : best;
        }

        return [.. _members.Append(best).Distinct().OrderByDescending(member => member.Worth)];
    }

    private Candidate Best()
    {
        Candidate best = _members[0];
        foreach (Candidate member in _members)
        {
            best = member.Worth > best.Worth ? member : best;
        }

        return best;
    }

    private void Begin(double[][] seeds)
    {
        _mostMembers = Math.Max(LeastMembers, Math.Min(Math.Min(MostMembers, MembersADimension * _plan.Dimension), _budget / LeastRounds * 2));
        int starts = _isNear ? 0 : Math.Min(_plan.StartCount, _mostMembers / 3);
        var points = new List<double[]>(_mostMembers);
        points.AddRange(seeds);
        for (int i = 0; i < starts; i++)
        {
            points.Add(_plan.Start((int)((long)i * _plan.StartCount / starts)));
        }

        for (int i = 0; points.Count < _mostMembers; i++)
        {
            double[] point = _isNear ? (double[])seeds[0].Clone() : _plan.Start(i % _plan.StartCount);
            Scatter(point, new SearchRandom(_stream, _round, i));
            points.Add(point);
        }

        _members = [.. _objective.Score(_plan, [.. points.Take(_budget)])];
        double[] shortfalls = [.. _members.Select(member => member.Shortfall).OrderBy(shortfall => shortfall)];
        _leniency = _isNear ? 0 : shortfalls[shortfalls.Length / 2];
        _round++;
    }

    private void Scatter(double[] point, SearchRandom random)
    {
        for (int d = 0; d < point.Length; d++)
        {
            double factor = random.Between(1, _isNear ? Near : Far);
            point[d] = random.NextDouble() < 0.5 ? point[d] * factor : point[d] / factor;
        }

        _plan.Repair(point);
    }

    private void Step()
    {
        double left = Math.Max(0, 1 - (Spent / (LenientShare * _budget)));
        double allowed = _leniency * left * left * left;
        _members = [.. _members.OrderBy(member => member.Shortfall > allowed ? member.Shortfall : 0).ThenByDescending(member => member.Utility)];
        Shrink();

        int count = Math.Min(_members.Count, _budget - Spent);
        var points = new List<double[]>(count);
        var steps = new (double Factor, double Share)[count];
        for (int i = 0; i < count; i++)
        {
            points.Add(Try(i, out steps[i]));
        }

        // A member within its floors gives way to none of less utility.
        double[] least = [.. _members.Take(count).Select(member => member.Shortfall > allowed ? double.NegativeInfinity : member.Utility)];
        Candidate[] trials = _objective.Score(_plan, points, least);
        (double gains, double factors, double factorSquares, double shares, double shareSquares) = (0, 0, 0, 0, 0);
        for (int i = 0; i < count; i++)
        {
            Candidate member = _members[i];
            if (!IsNoWorse(trials[i], member, allowed))
            {
                continue;
            }

            double gain = Math.Abs(trials[i].Utility - member.Utility) + Math.Abs(trials[i].Shortfall - member.Shortfall);
            if (gain > 0)
            {
                _beaten.Add(member.Point);
                (double factor, double share) = steps[i];
                gains += gain;
                factors += gain * factor;
                factorSquares += gain * factor * factor;
                shares += gain * share;
                shareSquares += gain * share * share;
            }

            _members[i] = trials[i];
        }

        if (gains > 0)
        {
            _factors[_remembered] = factorSquares / factors;
            _shares[_remembered] = shares > 0 ? shareSquares / shares : 0;
            _remembered = (_remembered + 1) % Memory;
        }

        _round++;
    }

    private void Shrink()
    {
        int wanted = Math.Max(LeastMembers, _mostMembers - (int)((_mostMembers - LeastMembers) * (double)Spent / _budget));
        if (_members.Count > wanted)
        {
            _members.RemoveRange(wanted, _members.Count - wanted);
        }

        int most = 2 * _members.Count;
        if (_beaten.Count > most)
        {
            _beaten.RemoveRange(0, _beaten.Count - most);
        }
    }

    private static bool IsNoWorse(Candidate trial, Candidate member, double allowed)
    {
        double its = trial.Shortfall > allowed ? trial.Shortfall : 0;
        double other = member.Shortfall > allowed ? member.Shortfall : 0;
        return its < other || (its == other && trial.Utility >= member.Utility);
    }

    private double[] Try(int member, out (double Factor, double Share) step)
    {
        var random = new SearchRandom(_stream, _round, member);
        int memory = random.Below(Memory);

        // Bell-shaped around what has served, the factor with long tails.
        double share = Math.Min(1, Math.Max(0, _shares[memory] + (0.2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))));
        double factor;
        do
        {
            double off = random.Between(-1, 1);
            factor = Math.Min(1, _factors[memory] + (0.1 * off / (1.0001 - (off * off))));
        }
        while (factor <= 0);
        step = (factor, share);

        int best = Math.Max(2, (int)(BestShare * _members.Count));
        double[] own = _members[member].Point;
        double[] towards = _members[random.Below(best)].Point;
        double[] first = _members[random.Below(_members.Count)].Point;
        int other = random.Below(_members.Count + _beaten.Count);
        double[] second = other < _members.Count ? _members[other].Point : _beaten[other - _members.Count];
        int always = random.Below(own.Length);
        var point = (double[])own.Clone();
        for (int d = 0; d < point.Length; d++)
        {
            if (d == always || random.NextDouble() < share)
            {
                point[d] += (factor * (towards[d] - own[d])) + (factor * (first[d] - second[d]));
            }
        }

        _plan.Repair(point);
        return point;
    }
}
