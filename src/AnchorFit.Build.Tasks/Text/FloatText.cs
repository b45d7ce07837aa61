using System;

namespace AnchorFit.Text;

/// <summary>Text of float32 values, as Python's protobuf prints float fields.</summary>
internal static class FloatText
{
    /// <summary>
    /// The shortest text of 6 to 9 significant digits that reads back as the same float32: <c>1.0</c>,
    /// <c>0.5271971</c>, <c>1e-08</c>; <c>inf</c>, <c>-inf</c>, <c>nan</c>. The same on every framework.
    /// </summary>
    public static string Shortest(float value)
    {
        // netstandard2.0 has no SingleToInt32Bits.
        int bits = BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
        string sign = bits < 0 ? "-" : string.Empty;
        int exponent = (bits >> 23) & 0xFF;
        uint fraction = (uint)bits & 0x7FFFFF;
        if (exponent == 0xFF)
        {
            return fraction != 0 ? "nan" : sign + "inf";
        }

        if (exponent == 0)
        {
            return sign + (fraction == 0 ? "0.0" : new ShortestDecimal(fraction, -149, isLowerBoundaryCloser: false).ToText(6, 9, nearestOnly: true));
        }

        bool isPowerOfTwo = fraction == 0 && exponent > 1;
        return sign + new ShortestDecimal(fraction | 0x800000, exponent - 150, isPowerOfTwo).ToText(6, 9, nearestOnly: true);
    }
}
