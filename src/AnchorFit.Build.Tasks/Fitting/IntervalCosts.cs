using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>
/// What it costs to put neighbouring ratios in one cluster, in constant time: the weighted sum of squared distances of
/// their points to the mean, from running sums W, X, Y, S of w, w·x, w·y, w·(x² + y²) as S − (X² + Y²) / W.
/// </summary>
/// <remarks>
/// That difference cancels, so the sums are kept in double-double and the points are shifted, exactly, by the weighted
/// median's: half of the weight lies at least as far out on either side, so the shift can't make the moment much
/// larger. The error is about 1e-31 of the second moment of all points: a cost is exact to double precision unless it
/// is smaller than 1e-15 of that. 64 bytes a ratio.
/// </remarks>
internal sealed class IntervalCosts
{
    private readonly Moments[] _before;

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public IntervalCosts(WeightedRatios ratios)
    {
        int count = ratios.Count;
        _before = new Moments[count + 1];
        RatioPoint centre = count == 0 ? default : RatioPoint.OfRatio(WeightedMedian(ratios));
        var sums = default(Moments);
        for (int i = 0; i < count; i++)
        {
            RatioPoint point = RatioPoint.OfRatio(ratios.Ratios[i]);
            sums = sums.Plus(
                DoubleDouble.Sum(point.X, -centre.X),
                DoubleDouble.Sum(point.Y, -centre.Y),
                ratios.Weights[i]);
            _before[i + 1] = sums;
        }
    }

    /// <summary>The number of distinct ratios.</summary>
    public int Count => _before.Length - 1;

    /// <summary>A bound, with room to spare, on the error of a sum of costs.</summary>
    public double Resolution => 1e-28 * _before[_before.Length - 1].Squares.High;

    /// <summary>
    /// The cost of one cluster of the ratios from <paramref name="start"/> to before <paramref name="end"/>: never negative,
    /// and 0 where there are none.
    /// </summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public double Of(int start, int end)
    {
        if (end - start < 2)
        {
            return 0;
        }

        ref readonly Moments a = ref _before[start];
        ref readonly Moments b = ref _before[end];
        DoubleDouble weight = b.Weight - a.Weight;
        if (weight.High <= 0)
        {
            // Weights so small beside the others that the sums can't see them: their cost can't be seen either.
            return 0;
        }

        DoubleDouble ofMean = (DoubleDouble.Square(b.X - a.X) + DoubleDouble.Square(b.Y - a.Y)) / weight;
        return Math.Max(0, (b.Squares - a.Squares - ofMean).High);
    }

    private static double WeightedMedian(WeightedRatios ratios)
    {
        double before = 0;
        int median = 0;
        while (median < ratios.Count - 1 && before + ratios.Weights[median] < ratios.TotalWeight / 2)
        {
            before += ratios.Weights[median];
            median++;
        }

        return ratios.Ratios[median];
    }

    /// <summary>Running sums of weight, weighted coordinates and weighted squared distance from the origin.</summary>
    private readonly record struct Moments(DoubleDouble Weight, DoubleDouble X, DoubleDouble Y, DoubleDouble Squares)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Moments Plus(DoubleDouble x, DoubleDouble y, double weight) =>
            new(
                Weight + weight,
                X + (x * weight),
                Y + (y * weight),
                Squares + ((DoubleDouble.Square(x) + DoubleDouble.Square(y)) * weight));
    }
}
