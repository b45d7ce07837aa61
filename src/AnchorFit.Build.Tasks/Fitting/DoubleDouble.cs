using System.Runtime.CompilerServices;

namespace AnchorFit.Fitting;

/// <summary>
/// A number held as the unevaluated sum of two doubles, about 32 decimal digits. Sums of millions of terms and the
/// difference of two such sums keep a full double's worth of correct digits, on every runtime the same ones.
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision" (1971);
/// D. E. Knuth, The Art of Computer Programming 2, 4.2.2 (exact sum of two).
/// </summary>
/// <param name="High">The value rounded to double.</param>
/// <param name="Low">What the rounding left out.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        DoubleDouble sum = Sum(a.High, b);
        return Renormalize(sum.High, sum.Low + a.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = Sum(a.High, b.High);
        DoubleDouble low = Sum(a.Low, b.Low);
        DoubleDouble folded = Renormalize(high.High, high.Low + low.High);
        return Renormalize(folded.High, folded.Low + low.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        DoubleDouble product = Product(a.High, b);
        return Renormalize(product.High, product.Low + (a.Low * b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble product = Product(a.High, b.High);
        return Renormalize(product.High, product.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - (b * first);
        return Renormalize(first, rest.High / b.High);
    }

    /// <summary>a + b without error; neither may overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Sum(double a, double b)
    {
        double sum = a + b;
        double partOfB = sum - a;
        return new DoubleDouble(sum, (a - (sum - partOfB)) + (b - partOfB));
    }

    /// <summary>a · b without error, for magnitudes between 1e-140 and 1e140.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Product(double a, double b)
    {
        double product = a * b;
#if NET
        return new DoubleDouble(product, System.Math.FusedMultiplyAdd(a, b, -product));
#else
        SplitInHalves(a, out double aHigh, out double aLow);
        SplitInHalves(b, out double bHigh, out double bLow);
        return new DoubleDouble(product, (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow));
#endif
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Square(DoubleDouble a)
    {
        DoubleDouble square = Product(a.High, a.High);
        return Renormalize(square.High, square.Low + (2 * a.High * a.Low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble Renormalize(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

#if !NET
    private static void SplitInHalves(double value, out double high, out double low)
    {
        double scaled = 134217729.0 * value;
        high = scaled - (scaled - value);
        low = value - high;
    }
#endif
}
