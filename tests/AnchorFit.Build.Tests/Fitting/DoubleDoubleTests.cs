using System;
using System.Numerics;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class DoubleDoubleTests
{
    private const long Whole = 1L << 53;

    /// <summary>Whole numbers with as many as 106 bits, which a pair of doubles holds and a BigInteger can check.</summary>
    private static readonly Gen<(double A, double B)> Pairs =
        Gen.Select(Gen.Long[-Whole, Whole].Select(i => (double)i), Gen.Long[-Whole, Whole].Select(i => (double)i));

    [Fact]
    public void Sums_and_products_of_two_doubles_are_exact() =>
        Pairs.Sample(pair =>
        {
            Assert.Equal(new BigInteger(pair.A) + new BigInteger(pair.B), Exact(DoubleDouble.Sum(pair.A, pair.B)));
            Assert.Equal(new BigInteger(pair.A) * new BigInteger(pair.B), Exact(DoubleDouble.Product(pair.A, pair.B)));
        });

    [Fact]
    public void A_long_sum_keeps_what_a_double_loses()
    {
        var sum = default(DoubleDouble);
        sum += 1e20;
        for (int i = 0; i < 1000; i++)
        {
            sum += 0.5;
        }

        Assert.Equal(500, (sum + -1e20).High);
        Assert.Equal(500, (sum - DoubleDouble.Sum(1e20, 0)).High);
    }

    [Fact]
    public void Quotients_squares_and_multiples_undo_each_other() =>
        Gen.Select(Gen.Double[1e-3, 1e3], Gen.Double[-1e-17, 1e-17], Gen.Double[1e-3, 1e3]).Sample((high, low, factor) =>
        {
            DoubleDouble value = DoubleDouble.Sum(high, low * high);
            DoubleDouble back = (value * factor) / DoubleDouble.Sum(factor, 0);
            Assert.True(Math.Abs((back - value).High) <= 1e-30 * high);
            DoubleDouble root = DoubleDouble.Square(value) / value;
            Assert.True(Math.Abs((root - value).High) <= 1e-30 * high);
            DoubleDouble other = DoubleDouble.Sum(factor, low * factor);
            Assert.True(Math.Abs((((value * other) / other) - value).High) <= 1e-30 * high);
        });

    private static BigInteger Exact(DoubleDouble value) => new BigInteger(value.High) + new BigInteger(value.Low);
}
