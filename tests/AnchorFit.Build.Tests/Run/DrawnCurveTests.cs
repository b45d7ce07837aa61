using AnchorFit.Reporting;
using AnchorFit.Run;
using AnchorFit.Tests.Reporting;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Which number of ratios <c>auto</c> takes by what is drawn.</summary>
public class DrawnCurveTests
{
    [Fact]
    public void TheFewestWithinHalfAPointOfTheBest()
    {
        Assert.Equal(2, Choose(Of(0.6), Of(0.696), Of(0.7), Of(0.69)));
        Assert.Equal(3, Choose(Of(0.6), Of(0.6949), Of(0.7)));
        Assert.Equal(1, Choose(Of(0.7)));
    }

    /// <summary>A class may fall by no more than that, either.</summary>
    [Fact]
    public void AClassThatFallsFurtherNeedsMore()
    {
        Assert.Equal(3, Choose(Of(0.7, (0.9, 0.8)), Of(0.7, (0.9, 0.894)), Of(0.7, (0.9, 0.896))));
        Assert.Equal(1, Choose(Of(0.7, (0.9, 0.896)), Of(0.7, (0.9, 0.95))));
    }

    [Fact]
    public void WhereNoNumberKeepsThatTheLeastHarmIsTaken() =>
        Assert.Equal(2, Choose(Of(0.7, (0.9, 0.8)), Of(0.7, (0.9, 0.87)), Of(0.7, (0.9, 0.82))));

    private static DrawnFigures Of(double mean, params (double, double)[] classes) => SampleDrawn.Figures(0.5, mean, classes);

    private static int Choose(params DrawnFigures[] points) => DrawnCurve.FewestAsGood(points);
}
