using System.Globalization;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Text;

public class FixedTextTests
{
    [Theory]
    [InlineData(0, 2, "0.00")]
    [InlineData(12.345, 2, "12.35")]
    [InlineData(-0.5, 0, "-1")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(99.995, 1, "100.0")]
    [InlineData(1e20, 2, "1e+20")]
    [InlineData(double.NaN, 2, "nan")]
    public void HasSoManyDecimals(double value, int decimals, string expected) => Assert.Equal(expected, FixedText.Of(value, decimals));

    [Theory]
    [InlineData(12.3, "12.3")]
    [InlineData(100, "100")]
    [InlineData(0.001, "0")]
    public void LeavesZerosAway(double value, string expected) => Assert.Equal(expected, FixedText.AtMost(value, 2));

    [Theory]
    [InlineData(7, "7")]
    [InlineData(999, "999")]
    [InlineData(39597, "39,597")]
    [InlineData(1234567.5, "1,234,567.5")]
    [InlineData(-123456, "-123,456")]
    [InlineData(-123, "-123")]
    public void SetsThousandsApart(double value, string expected) => Assert.Equal(expected, FixedText.Count(value));

    [Fact]
    public void PercentagesHaveTwoDecimals() => Assert.Equal("72.67 %", FixedText.Percent(0.72667));

    [Fact]
    public void IsTheNearestDecimal() => Gen.Double[-1e6, 1e6].Sample(value =>
        Assert.Equal(value, double.Parse(FixedText.Of(value, 3), CultureInfo.InvariantCulture), 0.0005 + 1e-9));
}
