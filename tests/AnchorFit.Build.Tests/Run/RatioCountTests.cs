using System;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class RatioCountTests
{
    [Fact]
    public void OfVeryManyRatiosThereIsACurveOnlyWhereItIsAskedFor()
    {
        WeightedRatios many = Ratios(RatioCurve.UnaskedLimit + 1);

        Assert.Equal(new RatioCount(4, null), Decide(new FitSettings(), many));
        RatioCount chosen = Decide(new FitSettings { TargetIoU = 0.9 }, many);
        Assert.Equal(10, chosen.Curve!.Points.Count);
        Assert.Equal(chosen.Value, chosen.Curve.FewestReaching(0.9)!.Count);
    }

    [Fact]
    public void OfFewerItIsThereAnyway() =>
        Assert.Equal((4, 10), (Decide(new FitSettings(), Ratios(2_000)).Value, Decide(new FitSettings(), Ratios(2_000)).Curve!.Points.Count));

    [Fact]
    public void AnUnreachedTargetDiffersFromWhatIsReachedInItsWords()
    {
        WeightedRatios ratios = Ratios(2_000);
        double reached = Decide(new FitSettings(), ratios).Curve!.Points[9].MeanIoU;
        DiagnosticBag diagnostics = [];

        Assert.Equal(10, Decide(new FitSettings { TargetIoU = reached + 5e-7 }, ratios, diagnostics).Value);
        string[] percentages = [.. Assert.Single(diagnostics).Message.Split(' ').Where(word => word.StartsWith('9') && word.Contains('.', StringComparison.Ordinal))];
        Assert.Equal(2, percentages.Distinct().Count());
    }

    private static WeightedRatios Ratios(int count) =>
        WeightedRatios.Create([.. Enumerable.Range(0, count).Select(i => Math.Exp((3.0 * i / count) - 1.5))], [.. Enumerable.Repeat(1.0, count)]);

    private static RatioCount Decide(FitSettings settings, WeightedRatios ratios, DiagnosticBag? diagnostics = null) =>
        RatioCount.Decide(settings, ratios, RatioFitter.For(FitObjective.KMeans), _ => null, "x.csproj", diagnostics ?? [], TestContext.Current.CancellationToken);
}
