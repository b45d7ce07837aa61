using System;
using System.Globalization;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Text;

public class FloatTextTests
{
    // What Python's protobuf 4.21 prints for a float field.
    [Theory]
    [InlineData(0f, "0.0")]
    [InlineData(-0f, "-0.0")]
    [InlineData(1f, "1.0")]
    [InlineData(-1.5f, "-1.5")]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.3333f, "0.3333")]
    [InlineData(0.5271971f, "0.5271971")]
    [InlineData(0.01f, "0.01")]
    [InlineData(0.0001f, "0.0001")]
    [InlineData(0.00001f, "1e-05")]
    [InlineData(1e-8f, "1e-08")]
    [InlineData(100000f, "100000.0")]
    [InlineData(1.5e7f, "15000000.0")]
    [InlineData(16777216f, "16777216.0")]
    [InlineData(123456789f, "123456790.0")]
    [InlineData(1e15f, "1000000000000000.0")]
    [InlineData(1e16f, "1e+16")]
    [InlineData(1.5e20f, "1.5e+20")]
    [InlineData(float.MaxValue, "3.4028235e+38")]
    [InlineData(float.Epsilon, "1.4013e-45")]
    [InlineData(1.17549435e-38f, "1.1754944e-38")]
    [InlineData(float.PositiveInfinity, "inf")]
    [InlineData(float.NegativeInfinity, "-inf")]
    [InlineData(float.NaN, "nan")]
    public void Floats(float value, string text) => Assert.Equal(text, FloatText.Shortest(value));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-1.0, "-1.0")]
    [InlineData(92.48614637, "92.48614637")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.5e-323, "1.5e-323")]
    [InlineData(1.2345e-318, "1.2345e-318")]
    [InlineData(2.225073858507201e-308, "2.225073858507201e-308")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(7.120236347223045e-307, "7.120236347223045e-307")]
    [InlineData(7.291122019556398e-304, "7.291122019556398e-304")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1e22, "1e+22")]
    public void Doubles(double value, string text) => Assert.Equal(text, DoubleText.Shortest(value));

    [Fact]
    public void EveryFloatReadsBackAndNoShorterTextDoes()
        => Gen.UInt.Select(bits => BitConverter.UInt32BitsToSingle(bits)).Where(float.IsFinite).Sample(value =>
        {
            string text = FloatText.Shortest(value);
            Assert.Equal(value, float.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(value, (float)double.Parse(text, CultureInfo.InvariantCulture));
            string shortest = value.ToString("R", CultureInfo.InvariantCulture);
            Assert.True(Digits(text) <= Math.Max(6, Digits(shortest)), text);
        });

    [Fact]
    public void EveryDoubleReadsBackAndNoShorterTextDoes()
        => Gen.ULong.Select(bits => BitConverter.UInt64BitsToDouble(bits)).Where(double.IsFinite).Sample(value =>
        {
            string text = DoubleText.Shortest(value);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            using var json = System.Text.Json.JsonDocument.Parse(text);
            Assert.Equal(Digits(value.ToString("R", CultureInfo.InvariantCulture)), Digits(text));
        });

    [Fact]
    public void PowersOfTwoReadBack()
    {
        for (int exponent = -149; exponent < 128; exponent++)
        {
            float value = (float)Math.Pow(2, exponent);
            Assert.Equal(value, float.Parse(FloatText.Shortest(value), CultureInfo.InvariantCulture));
            Assert.Equal(float.BitDecrement(value), float.Parse(FloatText.Shortest(float.BitDecrement(value)), CultureInfo.InvariantCulture));
        }
    }

    private static int Digits(string text)
    {
        int end = text.IndexOfAny(['e', 'E']);
        return (end < 0 ? text : text[..end]).Replace(".", string.Empty, StringComparison.Ordinal).Trim('-', '0').Length;
    }
}
