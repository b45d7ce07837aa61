using System;
using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>
/// Searches the numbers of a plan far and wide. The mean best IoU has many local maxima, as any clustering has, so a
/// population looks at many places at once.
/// </summary>
/// <remarks>
/// <para>
/// 1. Differential evolution: each member tries a step towards one of the best, plus the difference of two others, in
///    some of its numbers; the better of the two lives on. Differences shrink as the population agrees, so steps do, too.
/// 2. A round's trials all come from the round before: they can be scored at the same time, in any order.
/// 3. Where no round has brought anything for long, the population begins anew around other places, and its best is kept.
/// 4. Nothing but sums, products and comparisons: the same everywhere, to the last bit.
/// </para>
/// Sources: R. Storn, K. Price, "Differential evolution" (Journal of Global Optimization 11, 1997); the step towards one
/// of the best is that of J. Zhang, A. Sanderson, "JADE" (IEEE Transactions on Evolutionary Computation 13, 2009).
/// </remarks>
internal sealed class DifferentialEvolution
{
    private const int LeastMembers = 24;
    private const int MostMembers = 60;
    private const double BestShare = 0.15;
    private const int RoundsWithoutGain = 40;
    private const double LeastGain = 1e-6;

    private readonly SearchObjective _objective;
    private readonly int _stream;
    private Candidate[] _members = [];
    private int _round;
    private int _idleRounds;

    /// <param name="objective">Scores the candidates.</param>
    /// <param name="plan">Whose numbers are searched.</param>
    /// <param name="stream">Tells the random numbers of several searches apart.</param>
    public DifferentialEvolution(SearchObjective objective, AnchorPlan plan, int stream)
    {
        _objective = objective;
        Plan = plan;
        _stream = stream;
    }

    public AnchorPlan Plan { get; }

    /// <summary>The best of each population, the present one first.</summary>
    public List<Candidate> Champions { get; } = [];

    /// <summary>The best of all.</summary>
    public Candidate Best => Champions.OrderByDescending(champion => champion.Worth).First();

    /// <summary>Goes on until so many candidates more have been scored.</summary>
    public void Advance(int evaluations)
    {
        int end = _objective.Evaluations + evaluations;
        while (_objective.Evaluations < end)
        {
            int most = end - _objective.Evaluations;
            if (_members.Length == 0 || _idleRounds >= RoundsWithoutGain)
            {
                Begin(most);
            }
            else
            {
                Step(most);
            }
        }
    }

    private void Begin(int most)
    {
        int count = Math.Min(MostMembers, Math.Max(LeastMembers, 4 * Plan.Dimension));
        int starts = Math.Min(Plan.StartCount, count / 2);
        bool isFirst = Champions.Count == 0;
        var points = new List<double[]>(count);
        for (int i = 0; i < Math.Min(count, most); i++)
        {
            double[] point = Plan.Start(i < starts ? (int)((long)i * Plan.StartCount / starts) : i % Plan.StartCount);
            if (i >= starts || !isFirst)
            {
                Scatter(point, new SearchRandom(_stream, _round, i));
            }

            points.Add(point);
        }

        _members = _objective.Score(Plan, points);
        _round++;
        _idleRounds = 0;
        Champions.Insert(0, _members[0]);
        Record();
    }

    /// <summary>Moves every number by up to two thirds or three halves of itself.</summary>
    private void Scatter(double[] point, SearchRandom random)
    {
        for (int d = 0; d < point.Length; d++)
        {
            double factor = random.Between(1, 1.8);
            point[d] = random.NextDouble() < 0.5 ? point[d] * factor : point[d] / factor;
        }

        Plan.Repair(point);
    }

    private void Step(int most)
    {
        int[] order = [.. Enumerable.Range(0, _members.Length).OrderByDescending(i => _members[i].Worth).ThenBy(i => i)];
        int best = Math.Min(_members.Length, Math.Max(2, (int)(BestShare * _members.Length)));
        var points = new List<double[]>(_members.Length);
        for (int i = 0; i < Math.Min(_members.Length, most); i++)
        {
            points.Add(Try(i, _members[order[new SearchRandom(_stream, _round, -1 - i).Below(best)]].Point));
        }

        Candidate[] trials = _objective.Score(Plan, points);
        for (int i = 0; i < trials.Length; i++)
        {
            if (trials[i].Worth >= _members[i].Worth)
            {
                _members[i] = trials[i];
            }
        }

        _round++;
        Record();
    }

    private double[] Try(int member, double[] towards)
    {
        var random = new SearchRandom(_stream, _round, member);
        double[] own = _members[member].Point;
        double[] first = _members[random.Below(_members.Length)].Point;
        double[] second = _members[random.Below(_members.Length)].Point;
        double factor = random.Between(0.3, 0.9);
        double share = random.Between(0.3, 1);
        int always = random.Below(own.Length);
        var point = (double[])own.Clone();
        for (int d = 0; d < point.Length; d++)
        {
            if (d == always || random.NextDouble() < share)
            {
                point[d] += (factor * (towards[d] - own[d])) + (factor * (first[d] - second[d]));
            }
        }

        Plan.Repair(point);
        return point;
    }

    private void Record()
    {
        Candidate best = _members[0];
        foreach (Candidate member in _members)
        {
            best = member.Worth > best.Worth ? member : best;
        }

        _idleRounds = best.Worth > Champions[0].Worth + LeastGain ? 0 : _idleRounds + 1;
        Champions[0] = best.Worth > Champions[0].Worth ? best : Champions[0];
    }
}
