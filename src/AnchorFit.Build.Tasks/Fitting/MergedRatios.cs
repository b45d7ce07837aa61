using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>
/// Few ratios that stand for many, and how far that shifts a mean IoU at most.
/// </summary>
/// <remarks>
/// Ratios whose binary forms agree in their leading bits share a cell: its relative width is a power of two, within a
/// factor of two the same everywhere, so this is a grid of logarithms that needs none. A cell is represented by its
/// weighted median, a ratio of a box. One minus IoU is a metric, so moving a box from p to q changes its IoU with any
/// anchor by at most 1 − IoU(p, q), and with its best anchor as well; <see cref="MeanShift"/> is the weighted mean of that.
/// The optimum over the representatives is an upper bound, then, for every other choice on the boxes themselves, up to
/// the shift.
/// </remarks>
internal sealed class MergedRatios
{
    private readonly double[] _ratios;
    private readonly double[] _weights;

    private MergedRatios(double[] ratios, double[] weights, double meanShift)
    {
        _ratios = ratios;
        _weights = weights;
        MeanShift = meanShift;
    }

    /// <summary>The representatives, ascending.</summary>
    public ReadOnlySpan<double> Ratios => _ratios;

    /// <summary>The weight of each cell.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>By how much the mean best IoU of the representatives, with any anchors, can differ from that of the boxes.</summary>
    public double MeanShift { get; }

    /// <summary>Merges into at most so many cells, and more than half as many.</summary>
    /// <param name="ratios">More distinct ratios than the limit.</param>
    /// <param name="limit">One at least.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static MergedRatios Create(WeightedRatios ratios, int limit)
    {
        ReadOnlySpan<double> all = ratios.Ratios;
        int shift = FindShift(all, limit);
        int count = CountCells(all, shift);
        var merged = new double[count];
        var weights = new double[count];
        var moved = default(DoubleDouble);
        for (int cell = 0, start = 0, end; cell < count; cell++, start = end)
        {
            end = start + 1;
            while (end < all.Length && CellOf(all[end], shift) == CellOf(all[start], shift))
            {
                end++;
            }

            weights[cell] = Sum(ratios.Weights.Slice(start, end - start));
            merged[cell] = all[start + MedianOf(ratios.Weights.Slice(start, end - start), weights[cell])];
            double root = Math.Sqrt(merged[cell]);
            for (int i = start; i < end; i++)
            {
                moved += DoubleDouble.Product(ratios.Weights[i], Distance(Math.Sqrt(all[i]), root));
            }
        }

        return new MergedRatios(merged, weights, moved.High / ratios.TotalWeight);
    }

    /// <summary>1 − IoU of two unit-area boxes, without the cancellation.</summary>
    private static double Distance(double firstRoot, double secondRoot)
    {
        double larger = Math.Max(firstRoot, secondRoot);
        double smaller = Math.Min(firstRoot, secondRoot);
        return 2 * (larger - smaller) / ((2 * larger) - smaller);
    }

    /// <summary>The fewest trailing bits to leave out for at most so many cells.</summary>
    private static int FindShift(ReadOnlySpan<double> ratios, int limit)
    {
        (int tooFew, int enough) = (-1, 63);
        while (enough - tooFew > 1)
        {
            int shift = (tooFew + enough) / 2;
            if (CountCells(ratios, shift) <= limit)
            {
                enough = shift;
            }
            else
            {
                tooFew = shift;
            }
        }

        return enough;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static int CountCells(ReadOnlySpan<double> ratios, int shift)
    {
        int count = 0;
        long last = -1;
        foreach (double ratio in ratios)
        {
            long cell = CellOf(ratio, shift);
            count += cell == last ? 0 : 1;
            last = cell;
        }

        return count;
    }

    private static long CellOf(double ratio, int shift) => BitConverter.DoubleToInt64Bits(ratio) >> shift;

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static double Sum(ReadOnlySpan<double> weights)
    {
        var sum = default(DoubleDouble);
        foreach (double weight in weights)
        {
            sum += weight;
        }

        return sum.High;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static int MedianOf(ReadOnlySpan<double> weights, double total)
    {
        double before = 0;
        int median = 0;
        while (median < weights.Length - 1 && before + weights[median] < total / 2)
        {
            before += weights[median];
            median++;
        }

        return median;
    }
}
