using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AnchorFit.Fitting;

/// <summary>
/// Sorts positive numbers by their bits, which have the same order: radix sort, eleven bits at a time from the lowest. The
/// library's sort, which a new process runs unoptimised at first, takes five times as long for a million.
/// </summary>
internal static class RatioSort
{
    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int Radix = 1 << DigitBits;

    // Counting digits isn't worth it for fewer.
    private const int Small = 1 << 11;

    /// <summary>Sorts numbers above zero, ascending.</summary>
    /// <remarks>As much memory again while it runs.</remarks>
    public static void Sort(double[] values)
    {
        if (values.Length < Small)
        {
            Array.Sort(values);
        }
        else
        {
            SortByDigits(values, companions: []);
        }
    }

    /// <summary>Sorts numbers above zero, ascending, and moves their companions along; those of equal numbers in any order.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    /// <remarks>As much memory again while it runs.</remarks>
    public static void Sort(double[] values, double[] companions)
    {
        if (values.Length != companions.Length)
        {
            throw new ArgumentException("Every value needs one companion.", nameof(companions));
        }

        if (values.Length < Small)
        {
            Array.Sort(values, companions);
        }
        else
        {
            SortByDigits(values, companions);
        }
    }

    private static void SortByDigits(double[] values, double[] companions)
    {
        int[] starts = CountDigits(MemoryMarshal.Cast<double, ulong>(values.AsSpan()));
        (double[] from, double[] to) = (values, new double[values.Length]);
        (double[] otherFrom, double[] otherTo) = (companions, new double[companions.Length]);
        for (int digit = 0; digit < Digits; digit++)
        {
            if (ToStarts(starts.AsSpan(digit * Radix, Radix), values.Length))
            {
                Scatter(from, to, otherFrom, otherTo, starts, digit);
                (from, to) = (to, from);
                (otherFrom, otherTo) = (otherTo, otherFrom);
            }
        }

        if (from != values)
        {
            Array.Copy(from, values, values.Length);
            Array.Copy(otherFrom, companions, companions.Length);
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static int[] CountDigits(ReadOnlySpan<ulong> keys)
    {
        int[] counts = new int[Digits * Radix];
        foreach (ulong key in keys)
        {
            counts[key & (Radix - 1)]++;
            counts[Radix + ((key >> DigitBits) & (Radix - 1))]++;
            counts[(2 * Radix) + ((key >> (2 * DigitBits)) & (Radix - 1))]++;
            counts[(3 * Radix) + ((key >> (3 * DigitBits)) & (Radix - 1))]++;
            counts[(4 * Radix) + ((key >> (4 * DigitBits)) & (Radix - 1))]++;
            counts[(5 * Radix) + (key >> (5 * DigitBits))]++;
        }

        return counts;
    }

    /// <summary>Makes counts the places where each digit's numbers begin; false where all have the same digit.</summary>
    private static bool ToStarts(Span<int> counts, int total)
    {
        int start = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            int count = counts[i];
            if (count == total)
            {
                return false;
            }

            counts[i] = start;
            start += count;
        }

        return true;
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    private static void Scatter(double[] from, double[] to, double[] otherFrom, double[] otherTo, int[] starts, int digit)
    {
        ReadOnlySpan<ulong> source = MemoryMarshal.Cast<double, ulong>(from.AsSpan());
        Span<ulong> target = MemoryMarshal.Cast<double, ulong>(to.AsSpan());
        Span<int> next = starts.AsSpan(digit * Radix, Radix);
        int shift = digit * DigitBits;
        bool hasOther = otherFrom.Length > 0;
        for (int i = 0; i < source.Length; i++)
        {
            ulong key = source[i];
            int place = next[(int)(key >> shift) & (Radix - 1)]++;
            target[place] = key;
            if (hasOther)
            {
                otherTo[place] = otherFrom[i];
            }
        }
    }
}
