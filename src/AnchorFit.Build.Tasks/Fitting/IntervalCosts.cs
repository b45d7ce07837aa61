using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace AnchorFit.Fitting;

/// <summary>
/// What it costs to put neighbouring ratios in one cluster, in constant time: the weighted sum of squared distances of
/// their points to the mean, from running sums W, X, Y, S of w, w·x, w·y, w·(x² + y²) as S − (X² + Y²) / W.
/// </summary>
/// <remarks>
/// <para>
/// That difference cancels, so the sums are kept in double-double and the points are shifted, exactly, by the weighted
/// median's: half of the weight lies at least as far out on either side, so the shift can't make the moment much
/// larger. The error is about 1e-31 of the second moment of all points: a cost is exact to double precision unless it
/// is smaller than 1e-15 of that.
/// </para>
/// <para>
/// Sums are kept for every sixteenth ratio; those between are added up when a search first looks there, which on large
/// sets is seldom. Four bytes a ratio, 64 more where it is searched one by one.
/// </para>
/// </remarks>
internal sealed class IntervalCosts
{
    private const int BlockBits = 4;
    private const int BlockSize = 1 << BlockBits;

    // Fixed, so that the sums don't depend on the number of threads.
    private const int PartBlocks = 1 << 12;

    private readonly WeightedRatios _ratios;
    private readonly RatioPoint _centre;

    /// <summary>The sums before each block of ratios, and before the end.</summary>
    private readonly Moments[] _before;

    /// <summary>For each block that a search looked into: the sums before each of its ratios.</summary>
    private readonly Moments[]?[] _within;

    // Weights may be so unlike that rounded sums say nothing of an interval.
    private readonly bool _isRoughGood;

    public IntervalCosts(WeightedRatios ratios)
    {
        _ratios = ratios;
        _centre = ratios.Count == 0 ? default : RatioPoint.OfRatio(WeightedMedian(ratios));
        int blocks = (ratios.Count + BlockSize - 1) / BlockSize;
        _before = new Moments[blocks + 1];
        _within = new Moments[]?[blocks + 1];
        int parts = (blocks + PartBlocks - 1) / PartBlocks;
        if (parts > 1)
        {
            Parallel.For(0, parts, AddUpPart);
            JoinParts();
        }
        else if (parts == 1)
        {
            AddUpPart(0);
        }

        (double roughError, double scale) = (EstimateRoughError(_before[blocks]), _before[blocks].Squares.High);
        _isRoughGood = roughError <= 1e-9 * scale;
        RoughError = _isRoughGood ? roughError : 1e-28 * scale;
    }

    /// <summary>The number of distinct ratios.</summary>
    public int Count => _ratios.Count;

    /// <summary>A bound, with room to spare, on the error of <see cref="Roughly"/>.</summary>
    public double RoughError { get; }

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

        ref readonly Moments a = ref Before(start);
        ref readonly Moments b = ref Before(end);
        DoubleDouble weight = b.Weight - a.Weight;
        if (weight.High <= 0)
        {
            // Weights so small beside the others that the sums can't see them: their cost can't be seen either.
            return 0;
        }

        DoubleDouble ofMean = (DoubleDouble.Square(b.X - a.X) + DoubleDouble.Square(b.Y - a.Y)) / weight;
        return Math.Max(0, (b.Squares - a.Squares - ofMean).High);
    }

    /// <summary><see cref="Of"/> from the rounded sums alone, in a fraction of the time.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public double Roughly(int start, int end)
    {
        if (end - start < 2 || !_isRoughGood)
        {
            return Of(start, end);
        }

        ref readonly Moments a = ref Before(start);
        ref readonly Moments b = ref Before(end);
        double x = b.X.High - a.X.High;
        double y = b.Y.High - a.Y.High;
        return Math.Max(0, b.Squares.High - a.Squares.High - (((x * x) + (y * y)) / (b.Weight.High - a.Weight.High)));
    }

    /// <summary>
    /// With u = 2⁻⁵³, W and S the weight and the second moment of all and w the least weight: a rounded sum X is off by at
    /// most u·√(W·S), one of weights by u·W unless all are whole; of an interval the mean X / W is at most √(S / w), and
    /// X² / W at most S. So X² / W is off by some 4u·S·√(W / w) for its upper half, by 2u·S·W / w for its lower, and what
    /// else is rounded by a few u·S. Twice that is room to spare.
    /// </summary>
    private double EstimateRoughError(in Moments all)
    {
        const double u = 1.2e-16;
        double least = double.PositiveInfinity;
        bool areWhole = all.Weight.High < 1e15;
        foreach (double weight in _ratios.Weights)
        {
            least = Math.Min(least, weight);
            areWhole &= weight == Math.Floor(weight);
        }

        double spread = all.Weight.High / least;
        return 8 * u * all.Squares.High * (1 + Math.Sqrt(spread) + ((areWhole ? u : 1) * spread));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Moments Before(int index)
    {
        int block = index >> BlockBits;
        int rest = index & (BlockSize - 1);
        if (rest == 0)
        {
            return ref _before[block];
        }

        return ref (_within[block] ?? Expand(block))[rest];
    }

    // Threads that come at the same time find the same sums.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Moments[] Expand(int block)
    {
        var sums = new Moments[BlockSize];
        sums[0] = _before[block];
        int first = block << BlockBits;
        for (int i = 1; i < BlockSize && first + i <= Count; i++)
        {
            sums[i] = With(sums[i - 1], first + i - 1);
        }

        return _within[block] = sums;
    }

    /// <summary>The sums of one part before each block of it, as if nothing came before; its own total stands behind it.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void AddUpPart(int part)
    {
        var sums = default(Moments);
        int lastBlock = Math.Min((part + 1) * PartBlocks, _before.Length - 1);
        for (int block = part * PartBlocks; block < lastBlock; block++)
        {
            int end = Math.Min((block + 1) << BlockBits, Count);
            for (int i = block << BlockBits; i < end; i++)
            {
                sums = With(sums, i);
            }

            // The sums before the part itself are those of the parts before it.
            _before[block + 1] = sums;
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private void JoinParts()
    {
        for (int first = PartBlocks; first < _before.Length - 1; first += PartBlocks)
        {
            int last = Math.Min(first + PartBlocks, _before.Length - 1);
            for (int block = first + 1; block <= last; block++)
            {
                _before[block] = _before[first].Plus(_before[block]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Moments With(in Moments sums, int index)
    {
        RatioPoint point = RatioPoint.OfRatio(_ratios.Ratios[index]);
        return sums.Plus(
            DoubleDouble.Sum(point.X, -_centre.X), DoubleDouble.Sum(point.Y, -_centre.Y), _ratios.Weights[index]);
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
        public Moments Plus(Moments other) =>
            new(Weight + other.Weight, X + other.X, Y + other.Y, Squares + other.Squares);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Moments Plus(DoubleDouble x, DoubleDouble y, double weight)
        {
            DoubleDouble square = DoubleDouble.Square(x) + DoubleDouble.Square(y);
            return weight == 1
                ? new(Weight + 1, X + x, Y + y, Squares + square)
                : new(Weight + weight, X + (x * weight), Y + (y * weight), Squares + (square * weight));
        }
    }
}
