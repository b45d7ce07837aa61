using System;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class RatioSortTests
{
    /// <summary>From all the range, crowded together, repeated, and so alike that only the last digits differ.</summary>
    private static readonly Gen<double> Value = Gen.OneOf(
        Gen.Double[1e-30, 1e30],
        Gen.Double[0.1, 10],
        Gen.Int[1, 9].Select(n => n / 3.0),
        Gen.Int[0, 3000].Select(n => 1 + (n * Math.Pow(2, -52))),
        Gen.Int[-99, 99].Select(n => Math.Pow(10, n / 3.3)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(5000)]
    public void Values_are_in_the_librarys_order(int count) => Value.Array[count].Sample(
        values =>
        {
            double[] expected = [.. values];
            Array.Sort(expected);
            double[] actual = [.. values];
            RatioSort.Sort(actual);
            Assert.Equal(expected, actual);
        },
        iter: 30);

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void Companions_move_along(int count) => Value.Array[count].Sample(
        values =>
        {
            double[] actual = [.. values];
            double[] places = [.. Enumerable.Range(0, count).Select(i => (double)i)];
            RatioSort.Sort(actual, places);
            Assert.Equal(values.Order(), actual);
            Assert.Equal(actual, places.Select(place => values[(int)place]));
            Assert.Equal(count, places.Distinct().Count());
        },
        iter: 30);

    [Fact]
    public void Every_value_needs_a_companion() =>
        Assert.Throws<ArgumentException>(() => RatioSort.Sort([1, 2], [1]));
}
