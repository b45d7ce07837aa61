using System;
using System.Linq;
using AnchorFit.Anchors.Search;
using MathNet.Numerics.LinearAlgebra;

namespace AnchorFit.Benchmarks;

/// <summary>
/// Another way to search, to measure the package's by: an evolution strategy that learns the covariances of its steps
/// and begins again and again, each time with twice the population.
/// </summary>
/// <remarks>
/// N. Hansen, "The CMA evolution strategy: a tutorial" (arXiv 1604.00772); A. Auger, N. Hansen, "A restart CMA evolution
/// strategy with increasing population size" (IEEE CEC 2005). Steps are taken in the logarithms of the numbers.
/// </remarks>
internal sealed class CovarianceSearch
{
    private const double FirstStep = 0.4;
    private const double LastStep = 1e-4;
    private const int MostDoublings = 4;

    private readonly SearchObjective _objective;
    private readonly AnchorPlan _plan;
    private readonly Random _random;
    private readonly int _dimension;

    private CovarianceSearch(SearchObjective objective, AnchorPlan plan, int seed)
    {
        (_objective, _plan, _random, _dimension) = (objective, plan, new Random(seed), plan.Dimension);
    }

    /// <summary>The worth of the best candidate, from as many as <paramref name="evaluations"/>.</summary>
    public static Candidate Run(SearchObjective objective, AnchorPlan plan, int evaluations, int seed)
    {
        var search = new CovarianceSearch(objective, plan, seed);
        int end = objective.Evaluations + evaluations;
        Candidate best = objective.Score(plan, [plan.Start(0)])[0];
        for (int run = 0; objective.Evaluations < end; run++)
        {
            Candidate its = search.Once(run, end);
            best = its.Worth > best.Worth ? its : best;
        }

        return best;
    }

    private Candidate Once(int run, int end)
    {
        int count = (4 + (int)(3 * Math.Log(_dimension))) << (run % (MostDoublings + 1));
        double[] raw = [.. Enumerable.Range(0, count / 2).Select(i => Math.Log((count / 2) + 0.5) - Math.Log(i + 1))];
        double[] weights = [.. raw.Select(weight => weight / raw.Sum())];
        double mass = 1 / weights.Sum(weight => weight * weight);
        double n = _dimension;
        double pathShare = (4 + (mass / n)) / (n + 4 + (2 * mass / n));
        double stepShare = (mass + 2) / (n + mass + 5);
        double one = 2 / (((n + 1.3) * (n + 1.3)) + mass);
        double many = Math.Min(1 - one, 2 * (mass - 2 + (1 / mass)) / (((n + 2) * (n + 2)) + mass));
        double damping = 1 + (2 * Math.Max(0, Math.Sqrt((mass - 1) / (n + 1)) - 1)) + stepShare;
        double usual = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));

        Vector<double> mean = Start(run);
        Matrix<double> covariance = Matrix<double>.Build.DenseIdentity(_dimension);
        Vector<double> path = Vector<double>.Build.Dense(_dimension);
        Vector<double> stepPath = Vector<double>.Build.Dense(_dimension);
        double step = FirstStep;
        Candidate? best = null;
        int stale = 0;
        for (int round = 1; step > LastStep && _objective.Evaluations < end && stale < 40 + (10 * _dimension); round++)
        {
            var axes = covariance.Evd(Symmetricity.Symmetric);
            Vector<double> lengths = axes.EigenValues.Map(value => Math.Sqrt(Math.Max(value.Real, 1e-20)));
            Vector<double>[] normals = [.. Enumerable.Range(0, count).Select(_ => Vector<double>.Build.Dense(_dimension, _ => Normal()))];
            Vector<double>[] moves = [.. normals.Select(normal => axes.EigenVectors * normal.PointwiseMultiply(lengths))];
            Candidate[] candidates = _objective.Score(_plan, [.. moves.Select(move => Point(mean + (step * move)))]);
            int[] order = [.. Enumerable.Range(0, count).OrderByDescending(i => candidates[i].Worth)];
            stale = candidates[order[0]].Worth > (best?.Worth ?? double.NegativeInfinity) + 1e-7 ? 0 : stale + 1;
            best = best is null || candidates[order[0]].Worth > best.Worth ? candidates[order[0]] : best;

            Vector<double> move = Vector<double>.Build.Dense(_dimension);
            Vector<double> normalMove = Vector<double>.Build.Dense(_dimension);
            for (int i = 0; i < weights.Length; i++)
            {
                move += weights[i] * moves[order[i]];
                normalMove += weights[i] * normals[order[i]];
            }

            mean += step * move;
            stepPath = ((1 - stepShare) * stepPath) + (Math.Sqrt(stepShare * (2 - stepShare) * mass) * (axes.EigenVectors * normalMove));
            double length = stepPath.L2Norm();
            bool isUsual = length / Math.Sqrt(1 - Math.Pow(1 - stepShare, 2 * round)) < (1.4 + (2 / (n + 1))) * usual;
            path = ((1 - pathShare) * path) + (isUsual ? Math.Sqrt(pathShare * (2 - pathShare) * mass) * move : Vector<double>.Build.Dense(_dimension));
            covariance = ((1 - one - many + (isUsual ? 0 : one * pathShare * (2 - pathShare))) * covariance) + (one * path.OuterProduct(path));
            for (int i = 0; i < weights.Length; i++)
            {
                covariance += many * weights[i] * moves[order[i]].OuterProduct(moves[order[i]]);
            }

            step *= Math.Exp(stepShare / damping * ((length / usual) - 1));
        }

        return best!;
    }

    /// <summary>Every second time one of the plan's own starts; otherwise far from it.</summary>
    private Vector<double> Start(int run)
    {
        double[] start = _plan.Start((int)((uint)_random.Next() % (uint)_plan.StartCount));
        return Vector<double>.Build.Dense(_dimension, i => Math.Log(start[i]) + (run % 2 == 0 ? 0 : Normal()));
    }

    private double[] Point(Vector<double> logarithms)
    {
        double[] point = [.. logarithms.Select(Math.Exp)];
        _plan.Repair(point);
        return point;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
