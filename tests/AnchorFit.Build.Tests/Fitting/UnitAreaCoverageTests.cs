using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Fitting;

public class UnitAreaCoverageTests
{
    private static readonly Gen<float> Anchor = Gen.Double[-3, 3].Select(x => (float)Math.Exp(x));

    [Fact]
    public void Worked_by_hand()
    {
        // Roots 1 and 2: widths 1 and 2, heights 1 and 1/2; intersection 1/2, union 3/2.
        Assert.Equal(1.0 / 3, UnitAreaCoverage.IoU(1, 2), 1e-15);
        Assert.Equal(1.0 / 3, UnitAreaCoverage.IoU(2, 1), 1e-15);
        Assert.Equal(1, UnitAreaCoverage.IoU(3, 3));

        UnitAreaCoverage coverage = UnitAreaCoverage.Measure(WeightedRatios.Create([1, 4, 16], [1, 2, 1]), [16f, 1f]);
        Assert.Equal(((1.0 / 3 * 2) + 1 + 1) / 4, coverage.MeanIoU, 1e-15);
        Assert.Equal(
            [(1f, 3.0, 0.75), (16f, 1.0, 0.25)],
            coverage.Anchors.Select(a => (a.AspectRatio, a.Weight, a.Share)));
        Assert.Equal((1 + (1.0 / 3 * 2)) / 3, coverage.Anchors[0].MeanIoU!.Value, 1e-15);
        Assert.Equal(1, coverage.Anchors[1].MeanIoU);
    }

    [Fact]
    public void The_nearest_anchor_is_the_one_of_greatest_IoU() =>
        Gen.Select(RatioGen.Sets(1, 40), Anchor.Array[1, 6]).Sample(
            (set, anchors) =>
            {
                WeightedRatios ratios = OptimalKMeansTests.Ratios(set);
                (double Ratio, double Weight)[] members = KMeansOracle.Members(ratios);
                double[] best = members.Select(m => anchors.Max(a => BruteIoU(m.Ratio, a))).ToArray();
                UnitAreaCoverage coverage = UnitAreaCoverage.Measure(ratios, anchors);
                double expected = members.Zip(best, (m, iou) => m.Weight * iou).Sum() / members.Sum(m => m.Weight);
                Assert.Equal(expected, coverage.MeanIoU, 1e-12);
                Assert.Equal(best.Min(), coverage.Quantiles.Minimum, 1e-12);
                Assert.Equal(1, coverage.Anchors.Sum(a => a.Share), 1e-12);
                Assert.Equal(expected, coverage.Anchors.Sum(a => a.Share * (a.MeanIoU ?? 0)), 1e-12);
            },
            iter: 1000);

    [Fact]
    public void The_order_of_the_anchors_does_not_matter()
    {
        WeightedRatios ratios = WeightedRatios.Create([0.3, 0.8, 1.1, 2.5], [1, 1, 1, 1]);
        UnitAreaCoverage a = UnitAreaCoverage.Measure(ratios, [0.5f, 1f, 2f]);
        UnitAreaCoverage b = UnitAreaCoverage.Measure(ratios, [2f, 0.5f, 1f]);
        Assert.Equal(a.Anchors, b.Anchors);
        Assert.Equal(a.MeanIoU, b.MeanIoU);
        Assert.Equal(a.Quantiles, b.Quantiles);
    }

    [Fact]
    public void Between_two_alike_the_smaller_counts_and_an_idle_anchor_has_no_mean()
    {
        UnitAreaCoverage coverage = UnitAreaCoverage.Measure(WeightedRatios.Create([2], [1]), [1f, 4f]);
        Assert.Equal([1.0, 0], coverage.Anchors.Select(a => a.Weight));
        Assert.Null(coverage.Anchors[1].MeanIoU);
    }

    [Fact]
    public void Doubled_anchors_change_nothing()
    {
        WeightedRatios ratios = WeightedRatios.Create([0.3, 0.8, 1.1, 2.5], [1, 1, 1, 1]);
        UnitAreaCoverage coverage = UnitAreaCoverage.Measure(ratios, [1f, 2f, 1f]);
        Assert.Equal(UnitAreaCoverage.Measure(ratios, [1f, 2f]).MeanIoU, coverage.MeanIoU);
        Assert.Equal([3.0, 0, 1], coverage.Anchors.Select(a => a.Weight));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Anchors_without_a_shape_break_the_contract(float ratio) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitAreaCoverage.Measure(WeightedRatios.Create([1], [1]), [1f, ratio]));

    [Fact]
    public void Neither_boxes_nor_anchors_may_be_missing()
    {
        Assert.Throws<ArgumentException>(() => UnitAreaCoverage.Measure(WeightedRatios.FromBoxes([]), [1f]));
        Assert.Throws<ArgumentException>(() => UnitAreaCoverage.Measure(WeightedRatios.Create([1], [1]), new List<float>()));
    }

    /// <summary>Rectangles of unit area about one centre, laid over each other.</summary>
    private static double BruteIoU(double ratio, double anchorRatio)
    {
        (double w, double h) = (Math.Sqrt(ratio), 1 / Math.Sqrt(ratio));
        (double aw, double ah) = (Math.Sqrt(anchorRatio), 1 / Math.Sqrt(anchorRatio));
        double intersection = Math.Min(w, aw) * Math.Min(h, ah);
        return intersection / ((w * h) + (aw * ah) - intersection);
    }
}
