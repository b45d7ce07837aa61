using System;
using AnchorFit.Reporting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Reporting;

public class LogBinsTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.9999999999999999, -1)]
    [InlineData(2, 8)]
    [InlineData(0.5, -8)]
    [InlineData(1.4142135623730951, 4)]
    [InlineData(3, 12)]
    public void FindsTheBin(double value, int bin) => Assert.Equal(bin, LogBins.IndexOf(value));

    [Fact]
    public void AValueLiesInItsBin() => Gen.Double[-60, 60].Select(x => Math.Exp(x)).Sample(value =>
    {
        int bin = LogBins.IndexOf(value);
        Assert.InRange(value, LogBins.LowerEdge(bin), LogBins.LowerEdge(bin + 1));
        Assert.NotEqual(LogBins.LowerEdge(bin + 1), value);
        Assert.Equal(bin, LogBins.IndexOf(LogBins.LowerEdge(bin)));
    });
}
