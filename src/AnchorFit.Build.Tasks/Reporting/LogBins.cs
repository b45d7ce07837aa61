using System;

namespace AnchorFit.Reporting;

/// <summary>
/// Bins that are equally wide on a logarithmic scale, eight an octave (9 % each). Found without a logarithm: by the
/// number's exponent and seven comparisons, so that every machine counts alike.
/// </summary>
internal static class LogBins
{
    public const int AnOctave = 8;

    private const int ExponentBias = 1023;

    // 2^(i/8)
    private static readonly double[] s_edges =
        [1, 1.0905077326652577, 1.189207115002721, 1.2968395546510096, 1.4142135623730951, 1.5422108254079407, 1.681792830507429, 1.8340080864093424];

    /// <summary>The number of the bin: <see cref="LowerEdge"/> of it is at most the value, that of the next is above.</summary>
    /// <param name="value">Above zero and not subnormal.</param>
    public static int IndexOf(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - ExponentBias;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | ((long)ExponentBias << 52));
        int part = AnOctave - 1;
        while (mantissa < s_edges[part])
        {
            part--;
        }

        return (AnOctave * exponent) + part;
    }

    /// <summary>Where a bin begins.</summary>
    public static double LowerEdge(int index)
    {
        int octave = index >> 3;
        return s_edges[index - (AnOctave * octave)] * Math.Pow(2, octave);
    }
}
