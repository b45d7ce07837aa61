using System;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace AnchorFit.Anchors.Search;

/// <summary>The two greatest of the numbers that each of many boxes meets.</summary>
internal static class BestTwo
{
    /// <summary>Takes in one number a box.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="first">The greatest so far, one a box.</param>
    /// <param name="second">The second greatest so far, one a box.</param>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static void Raise(ReadOnlySpan<double> values, Span<double> first, Span<double> second)
    {
        int i = 0;
#if NET
        ReadOnlySpan<Vector<double>> its = MemoryMarshal.Cast<double, Vector<double>>(values);
        Span<Vector<double>> greatest = MemoryMarshal.Cast<double, Vector<double>>(first)[..its.Length];
        Span<Vector<double>> next = MemoryMarshal.Cast<double, Vector<double>>(second)[..its.Length];
        for (int v = 0; v < its.Length; v++)
        {
            next[v] = Vector.Max(next[v], Vector.Min(its[v], greatest[v]));
            greatest[v] = Vector.Max(greatest[v], its[v]);
        }

        i = its.Length * Vector<double>.Count;
#endif

        for (; i < values.Length; i++)
        {
            double lesser = Math.Min(values[i], first[i]);
            second[i] = Math.Max(second[i], lesser);
            first[i] = Math.Max(first[i], values[i]);
        }
    }
}
