using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Text;

public sealed class DecimalNumberTests
{
    private static double? Parse(string text) => DecimalNumber.TryParse(Encoding.UTF8.GetBytes(text), out double value) ? value : null;

    /// <summary>The framework that the tests run on rounds correctly; .NET Framework and System.Memory don't.</summary>
    private static void AssertNearest(string text) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(Parse(text)!.Value));

    [Theory]
    [InlineData("0.4454457209553426")]
    [InlineData("0.44544572095534263")]
    [InlineData("499.123456789012345678")]
    [InlineData("0.50000000000000005551115123125782")]
    [InlineData("0.50000000000000005551115123125783")]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("+12.5")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("1e22")]
    [InlineData("1E+23")]
    [InlineData("8.98846567431158e307")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("1.7976931348623159e308")]
    [InlineData("1e400")]
    [InlineData("-1e99999999999")]
    [InlineData("1e-400")]
    [InlineData("4.9406564584124654e-324")]
    [InlineData("2.4703282292062327e-324")]
    [InlineData("2.4703282292062328e-324")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("2.2250738585072014e-308")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740993.0000000000000000000000001")]
    [InlineData("9007199254740992.9999999999999999999999999")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000001.5")]
    [InlineData("0.000000000000000000000000000000000000000000000000000000012345678901234567890123456789")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    public void IsTheNearestDouble(string text) => AssertNearest(text);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("NaN")]
    [InlineData("0x1")]
    [InlineData("--1")]
    public void OtherTextsAreNoNumbers(string text) => Assert.Null(Parse(text));

    [Fact]
    public void EveryDoubleComesBack() => Gen.Double.Where(d => !double.IsNaN(d) && !double.IsInfinity(d)).Sample(d =>
    {
        AssertNearest(d.ToString("R", CultureInfo.InvariantCulture));
        AssertNearest(d.ToString("E18", CultureInfo.InvariantCulture));
        AssertNearest(d.ToString("E30", CultureInfo.InvariantCulture));
    });

    /// <summary>Half way between two doubles, and a little beside it.</summary>
    [Fact]
    public void TiesGoToTheEvenOne() => Gen.Select(Gen.Long[1L << 53, (1L << 54) - 1], Gen.Int[0, 60]).Sample((whole, power) =>
    {
        BigInteger half = new BigInteger((2 * whole) + 1) << power;
        AssertNearest(half.ToString(CultureInfo.InvariantCulture));
        AssertNearest(half.ToString(CultureInfo.InvariantCulture) + ".0000000000000000000000000000001");
        AssertNearest((half - 1).ToString(CultureInfo.InvariantCulture) + ".99999999999999999999999");
    });

    [Fact]
    public void FractionsAsScriptsWriteThemAreTheNearestDoubles() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999_999], Gen.Int[1, 20]).Sample((digits, length) =>
            AssertNearest("0." + digits.ToString("D18", CultureInfo.InvariantCulture)[..Math.Min(length, 18)]));
}
