using System.Globalization;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Tables;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Tables;

public sealed class ByteNumberTests
{
    /// <summary>Every double that databases and Python print with up to 17 digits is read back as itself.</summary>
    [Fact]
    public void ReadsTheShortestTextOfADoubleBack() =>
        Gen.Select(Gen.Double[1e-3, 1e9], Gen.Bool).Sample(
            (magnitude, negative) =>
            {
                double value = negative ? -magnitude : magnitude;
                string text = value.ToString("R", CultureInfo.InvariantCulture);
                Assert.True(ByteNumber.TryParse(Encoding.ASCII.GetBytes(text), out double read), text);
                Assert.Equal(value, read);
            },
            iter: 50_000);

    /// <summary>Digits at random hit halfway cases that printed doubles never are.</summary>
    [Fact]
    public void RoundsAsTheFrameworkDoes() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999_999], Gen.Int[0, 18]).Sample(
            (digits, decimals) => AssertSame(Text(digits, decimals)),
            iter: 50_000);

    [Theory]
    [InlineData("4503599627370496.5")]
    [InlineData("0.5000000000000000")]
    [InlineData("0.50000000000000005551")]
    [InlineData("1.0000000000000001110")]
    [InlineData("1.00000000000000011")]
    [InlineData("0.99999999999999994")]
    [InlineData("0.999999999999999944")]
    [InlineData("536870912.000000060")]
    [InlineData("536870911.999999970")]
    [InlineData("999999999.999999999")]
    [InlineData("1000000000.00000001")]
    [InlineData("1e-05")]
    [InlineData("+1.5E2")]
    [InlineData("00000000000000000012")]
    [InlineData("-0.000000000000000001")]
    public void RoundsTheHardOnesToo(string text) => AssertSame(text);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1 2")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("2000000000")]
    [InlineData("٣")]
    public void RefusesWhatIsNoNumber(string text) => Assert.False(ByteNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TrimsWhiteSpace() => Assert.True(ByteNumber.TryParse(" 1.5\t"u8, out double value) && value == 1.5);

    [Theory]
    [InlineData("1", true)]
    [InlineData("0.25", true)]
    [InlineData("123456789012", true)]
    [InlineData("1e15", true)]
    [InlineData("2e15", false)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1e-16", false)]
    [InlineData("many", false)]
    [InlineData("inf", false)]
    public void CountsLieAboveZero(string text, bool good)
    {
        Assert.Equal(good, ByteNumber.TryParseCount(Encoding.ASCII.GetBytes(text), out double count));
        Assert.True(!good || count == double.Parse(text, CultureInfo.InvariantCulture));
    }

    private static string Text(long digits, int decimals)
    {
        string text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? text : text.Insert(text.Length - decimals, ".");
    }

    private static void AssertSame(string text)
    {
        bool expected = PixelNumber.TryParse(text, out double value);
        Assert.Equal(expected, ByteNumber.TryParse(Encoding.ASCII.GetBytes(text), out double read));
        Assert.True(!expected || value == read, $"{text}: {read:R} instead of {value:R}");
    }
}
