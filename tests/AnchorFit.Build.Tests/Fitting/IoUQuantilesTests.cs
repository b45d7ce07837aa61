using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class IoUQuantilesTests
{
    [Fact]
    public void InterpolatesBetweenBoxesAsNumpyDoes()
    {
        // numpy.quantile([0.1, 0.2, 0.2, 0.9], [0, .05, .25, .5, .75, .95])
        IoUQuantiles quantiles = IoUQuantiles.Of([0.9, 0.1, 0.2], [1, 1, 2]);

        double[] expected = [0.1, 0.115, 0.175, 0.2, 0.375, 0.795];
        double[] actual = [quantiles.Minimum, quantiles.P5, quantiles.P25, quantiles.Median, quantiles.P75, quantiles.P95];
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void BothWaysOfCountingAgree() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 9]).Array[1, 40].Sample(population =>
        {
            double[] values = [.. population.Select(p => p.Item1)];
            double[] weights = [.. population.Select(p => (double)p.Item2)];
            IoUQuantiles writtenOut = IoUQuantiles.Of(values, weights);
            var weighted = new WeightedQuantiles(values, weights);

            Assert.Equal(writtenOut.Minimum, weighted.At(0), 1e-12);
            Assert.Equal(writtenOut.P5, weighted.At(0.05), 1e-12);
            Assert.Equal(writtenOut.Median, weighted.At(0.5), 1e-12);
            Assert.Equal(writtenOut.P95, weighted.At(0.95), 1e-12);
        });

    [Fact]
    public void FractionsOfBoxesAreCountedByWeight() =>
        Assert.Equal(new WeightedQuantiles([0.5, 0.7], [0.5, 1.5]).At(0.5), IoUQuantiles.Of([0.5, 0.7], [0.5, 1.5]).Median);

    [Fact]
    public void MoreBoxesThanMemoryAreCountedByWeight() => Assert.Equal(0.7, IoUQuantiles.Of([0.5, 0.7], [1e12, 3e12]).Median);
}
