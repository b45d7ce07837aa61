using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>Climbs from a good candidate to the top of its hill: tries every number a little more and a little less, takes the best, and halves the step where none is better.</summary>
/// <remarks>R. Hooke, T. Jeeves, "Direct search solution of numerical and statistical problems" (Journal of the ACM 8, 1961).</remarks>
internal static class PatternSearch
{
    private const double FirstStep = 0.04;

    // Numbers are written with four digits.
    private const double LastStep = 0.0004;

    /// <summary>The best candidate found.</summary>
    /// <param name="objective">Scores the candidates.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="evaluations">How many candidates may be scored.</param>
    public static Candidate Climb(SearchObjective objective, Candidate start, int evaluations)
    {
        int end = objective.Evaluations + evaluations;
        Candidate best = start;
        double[]? onward = null;
        for (double step = FirstStep; step > LastStep;)
        {
            List<double[]> points = Around(best, step);
            if (onward is not null)
            {
                points.Add(onward);
            }

            if (objective.Evaluations + points.Count > end)
            {
                break;
            }

            Candidate before = best;
            double least = best.Shortfall > 0 ? double.NegativeInfinity : best.Utility;
            foreach (Candidate candidate in objective.Score(best.Plan, points, [.. Enumerable.Repeat(least, points.Count)]))
            {
                best = candidate.Worth > best.Worth ? candidate : best;
            }

            bool isBetter = best.Worth > before.Worth;
            onward = isBetter ? Beyond(before, best) : null;
            step = isBetter ? step : step / 2;
        }

        return best;
    }

    private static List<double[]> Around(Candidate centre, double step)
    {
        var points = new List<double[]>((2 * centre.Point.Length) + 1);
        for (int d = 0; d < centre.Point.Length; d++)
        {
            foreach (double factor in new[] { 1 + step, 1 / (1 + step) })
            {
                var point = (double[])centre.Point.Clone();
                point[d] *= factor;
                centre.Plan.Repair(point);
                points.Add(point);
            }
        }

        return points;
    }

    /// <summary>The same move once more.</summary>
    private static double[] Beyond(Candidate from, Candidate to)
    {
        var point = (double[])to.Point.Clone();
        for (int d = 0; d < point.Length; d++)
        {
            point[d] += to.Point[d] - from.Point[d];
        }

        to.Plan.Repair(point);
        return point;
    }
}
