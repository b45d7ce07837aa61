using System.Globalization;
using AnchorFit.PipelineConfig.Schema;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.PipelineConfig.Schema;

/// <summary>The expected texts are what Python 3 prints.</summary>
public sealed class PythonNumberTests
{
    [Theory]
    [InlineData(0f, "0.0")]
    [InlineData(-0f, "-0.0")]
    [InlineData(1f, "1.0")]
    [InlineData(-2.5f, "-2.5")]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.5271971f, "0.5271971")]
    [InlineData(0.33333334f, "0.33333334")]
    [InlineData(16777216f, "16777216.0")]
    [InlineData(1e-4f, "0.0001")]
    [InlineData(1.5e-5f, "1.5e-05")]
    [InlineData(1e-8f, "1e-08")]
    [InlineData(1e15f, "1000000000000000.0")]
    [InlineData(1e16f, "1e+16")]
    [InlineData(1.2345679e20f, "1.2345679e+20")]
    [InlineData(float.MaxValue, "3.4028235e+38")]
    [InlineData(float.Epsilon, "1.4013e-45")]
    [InlineData(float.PositiveInfinity, "inf")]
    [InlineData(float.NegativeInfinity, "-inf")]
    [InlineData(float.NaN, "nan")]
    public void Floats(float value, string expected) => Assert.Equal(expected, PythonNumber.Text(value));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0, "1.0")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(123456789012345678.0, "1.2345678901234568e+17")]
    [InlineData(1234567890123456.0, "1234567890123456.0")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Doubles(double value, string expected) => Assert.Equal(expected, PythonNumber.Text(value));

    [Fact]
    public void EveryFloatReadsBack() => Gen.Float.Sample(value =>
        float.IsNaN(value) || float.IsInfinity(value) || float.Parse(PythonNumber.Text(value), CultureInfo.InvariantCulture) == value);

    [Fact]
    public void EveryDoubleReadsBack() => Gen.Double.Sample(value =>
        double.IsNaN(value) || double.IsInfinity(value) || double.Parse(PythonNumber.Text(value), CultureInfo.InvariantCulture) == value);
}
