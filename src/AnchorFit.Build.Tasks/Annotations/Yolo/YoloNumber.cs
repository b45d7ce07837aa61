using System;
using System.Runtime.CompilerServices;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>Numbers of YOLO labels, straight from the bytes and without allocation.</summary>
internal static class YoloNumber
{
    /// <summary>What <see cref="PixelNumber.TryParse"/> accepts; scripts write fractions with up to 17 digits and exponents.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) =>
        PixelNumber.TryParseSimple(text, out value)
        || (DecimalNumber.TryParse(text, out value) && value is >= -PixelNumber.Limit and <= PixelNumber.Limit);

    /// <summary>A whole number from 0 on, which scripts write as 3.0 too.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool TryParseClass(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (!TryParse(text, out double value) || value < 0 || value > PixelNumber.Limit - 1 || (int)value != value)
        {
            return false;
        }

        number = (int)value;
        return true;
    }
}
