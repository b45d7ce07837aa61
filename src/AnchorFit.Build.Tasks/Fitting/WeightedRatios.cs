using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Geometry;

namespace AnchorFit.Fitting;

/// <summary>
/// The aspect ratios (width / height, in resized pixels) that a set of boxes has: distinct, ascending, each with the
/// number of boxes that have it. All that the fit of ratios needs to know of a data set.
/// </summary>
/// <remarks>
/// The same boxes in any order give the same object, bit for bit: weights of equal ratios are added in ascending order.
/// Ratios and weights must lie from <see cref="Smallest"/> to <see cref="Largest"/>, so that no sum of products of them
/// can overflow; no image has a box outside. A weight is a number of boxes and may be a fraction.
/// </remarks>
internal sealed class WeightedRatios
{
    /// <summary>The smallest ratio, and the smallest weight, that can be fitted.</summary>
    public const double Smallest = 1e-30;

    /// <summary>The largest ratio, and the largest weight, that can be fitted.</summary>
    public const double Largest = 1e30;

    private readonly double[] _ratios;
    private readonly double[] _weights;

    private WeightedRatios(double[] ratios, double[] weights, double totalWeight)
    {
        _ratios = ratios;
        _weights = weights;
        TotalWeight = totalWeight;
    }

    /// <summary>How many distinct ratios there are; 0 when there were no boxes.</summary>
    public int Count => _ratios.Length;

    /// <summary>The distinct ratios, ascending.</summary>
    public ReadOnlySpan<double> Ratios => _ratios;

    /// <summary>The weight of each ratio: how many boxes have it.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The sum of the weights: the number of boxes.</summary>
    public double TotalWeight { get; }

    /// <summary>Whether a ratio or a weight can be fitted; false for NaN.</summary>
    public static bool IsUsable(double value) => value is >= Smallest and <= Largest;

    /// <summary>One box, one unit of weight.</summary>
    /// <param name="boxes">Sizes in resized pixels, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio is not <see cref="IsUsable"/>.</exception>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static WeightedRatios FromBoxes(IEnumerable<BoxSize> boxes)
    {
        var ratios = new List<double>();
        foreach (BoxSize box in boxes)
        {
            ratios.Add(box.AspectRatio);
        }

        return CountEqual(ratios.ToArray());
    }

    /// <summary>One ratio a box, one unit of weight. The array is sorted and kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A ratio is not <see cref="IsUsable"/>.</exception>
    public static WeightedRatios OfBoxes(double[] ratios) => CountEqual(ratios);

    /// <summary>Ratios with their weights, in any order; equal ratios may occur several times.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ratio or a weight is not <see cref="IsUsable"/>.</exception>
    public static WeightedRatios Create(ReadOnlySpan<double> ratios, ReadOnlySpan<double> weights)
    {
        if (ratios.Length != weights.Length)
        {
            throw new ArgumentException("Every ratio needs one weight.", nameof(weights));
        }

        return Merge(ratios.ToArray(), weights.ToArray());
    }

    /// <summary>Sorts in place; the weight of a ratio is how often it occurs.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static WeightedRatios CountEqual(double[] ratios)
    {
        RequireUsable(ratios, "boxes");
        RatioSort.Sort(ratios);
        int boxes = ratios.Length;
        double[] weights = new double[boxes];
        int count = 0;
        for (int i = 0; i < ratios.Length; i++)
        {
            if (i == 0 || ratios[i] != ratios[count - 1])
            {
                ratios[count++] = ratios[i];
            }

            weights[count - 1]++;
        }

        Array.Resize(ref ratios, count);
        Array.Resize(ref weights, count);
        return new WeightedRatios(ratios, weights, boxes);
    }

    /// <summary>Ratios with their weights as in <see cref="Create"/>. The two arrays are sorted by (ratio, weight) and kept.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A ratio or a weight is not <see cref="IsUsable"/>.</exception>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static WeightedRatios Merge(double[] ratios, double[] weights)
    {
        RequireUsable(ratios, nameof(ratios));
        RequireUsable(weights, nameof(weights));
        RatioSort.Sort(ratios, weights);
        int count = 0;
        for (int start = 0, end; start < ratios.Length; start = end)
        {
            end = start + 1;
            while (end < ratios.Length && ratios[end] == ratios[start])
            {
                end++;
            }

            ratios[count] = ratios[start];
            weights[count] = end - start == 1 ? weights[start] : Add(weights, start, end);
            count++;
        }

        Array.Resize(ref ratios, count);
        Array.Resize(ref weights, count);
        return new WeightedRatios(ratios, weights, Total(weights));
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static double Total(double[] weights)
    {
        var total = default(DoubleDouble);
        foreach (double weight in weights)
        {
            total += weight;
        }

        return total.High;
    }

    /// <summary>The sum of weights, sorted first, so that their order doesn't matter.</summary>
    private static double Add(double[] weights, int start, int end)
    {
        Array.Sort(weights, start, end - start);
        var sum = default(DoubleDouble);
        for (int i = start; i < end; i++)
        {
            sum += weights[i];
        }

        return sum.High;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static void RequireUsable(double[] values, string name)
    {
        foreach (double value in values)
        {
            if (!IsUsable(value))
            {
                throw new ArgumentOutOfRangeException(name, value, "Must lie from 1e-30 to 1e30.");
            }
        }
    }
}
