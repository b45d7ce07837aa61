using System.Linq;
using AnchorFit.Anchors.Search;
using AnchorFit.Text;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors.Search;

public class RoundedValuesTests
{
    [Theory]
    [InlineData(0.52719713, "0.5272")]
    [InlineData(1, "1.0")]
    [InlineData(0.99996, "1.0")]
    [InlineData(0.0123456, "0.01235")]
    [InlineData(1234567, "1235000.0")]
    [InlineData(99.996, "100.0")]
    [InlineData(3.0004999, "3.0")]
    public void FourDigitsAreKept(double value, string written) => Assert.Equal(written, FloatText.Shortest(RoundedValues.Of(value)));

    [Fact]
    public void EqualOnesArePushedApart() =>
        Assert.Equal(["0.5", "0.5001", "0.5002", "0.7"], RoundedValues.Distinct([0.5, 0.5, 0.50001, 0.7], 1).Select(FloatText.Shortest));

    [Fact]
    public void AtTheTopTheyMakeRoomDownwards() =>
        Assert.Equal(["0.9989", "0.999", "1.0"], RoundedValues.Distinct([0.99996, 1, 1], 1).Select(FloatText.Shortest));

    [Fact]
    public void TheyAscendBelowTheTopAndStayWhereTheyAre() =>
        Gen.Double[0.001, 50].Array[1, 12].Sample(values =>
        {
            double[] ascending = [.. values.Order()];
            float[] written = RoundedValues.Distinct(ascending, 50);

            Assert.All(written.Zip(written.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            Assert.True(written[^1] <= 50);
            Assert.All(written.Zip(ascending), pair => Assert.Equal(pair.Second, pair.First, 0.02 * pair.Second));
        });
}
