using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Geometry;
using AnchorFit.Protos;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Anchors.Search;

/// <summary>The quick score of a search against the exact one.</summary>
public class MatchingKernelTests
{
    private static readonly ImageSize Square = new(320, 320);

    private const string Grid = "grid_anchor_generator { scales: [0.25, 0.5, 1.0, 2.0] aspect_ratios: [0.5, 1.0, 2.0] }";

    [Fact]
    public void ItIsTheScoreOfDrawnAnchors() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            Compare(Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}"), RandomBoxes.Make(seed, 50, Square));
            Compare(Drawn.FasterRcnn(Grid), RandomBoxes.Make(seed, 50, new ImageSize(600, 800), new ImageSize(1024, 600), new ImageSize(600, 600)));
            Compare(Drawn.FasterRcnn(Grid, more: "clip_anchors_to_image: true"), RandomBoxes.Make(seed, 50, new ImageSize(600, 800), new ImageSize(800, 600)));
        },
        iter: 20);

    /// <summary>Where sizes of anchors follow the input's shorter side, one input can't stand for another.</summary>
    [Fact]
    public void InputsOfDifferentShortSidesHaveAnchorsOfTheirOwn() => Compare(
        Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}", resizer: "keep_aspect_ratio_resizer { min_dimension: 300 max_dimension: 400 }"),
        RandomBoxes.Make(3, 200, new ImageSize(300, 400), new ImageSize(400, 200), new ImageSize(390, 300)));

    [Fact]
    public void ScoringManyAtOnceIsScoringOneByOne()
    {
        PlacedBoxes boxes = RandomBoxes.Make(7, 3000, Square);
        DetectionModel model = Drawn.Ssd($"ssd_anchor_generator {{ {Drawn.DefaultRatios} }}");
        AnchorScheme scheme = Drawn.Scheme(model);
        BoxSample sample = BoxSample.All(boxes);
        var groups = new BoxGroups(sample, Protection.All);
        var meter = new GroupMeter(sample, scheme, groups);
        var utility = new AnchorUtility(sample, scheme, groups, new Dictionary<int, double>());
        var objective = new SearchObjective(scheme, utility, meter, TestContext.Current.CancellationToken) { Floors = Floors.Of(meter.Measure(scheme)) };
        AnchorPlan plan = AnchorSpace.Of(model.Ssd.AnchorGenerator)
            .Families(new SearchSettings { Scales = true }, new SearchStarts(sample, TestContext.Current.CancellationToken), 320).Last().Choices[0](3);
        double[][] points = [.. Enumerable.Range(0, plan.StartCount).Select(plan.Start)];

        double[] together = [.. objective.Score(plan, points).Select(candidate => candidate.Worth)];
        double[] alone = [.. points.Select(point => objective.Score(plan, [point])[0].Worth)];

        Assert.Equal(alone, together);
        Assert.Equal(2 * points.Length, objective.Evaluations);
        Assert.True(together.Distinct().Count() > 1);
    }

    private static void Compare(DetectionModel model, PlacedBoxes boxes)
    {
        AnchorScheme scheme = Drawn.Scheme(model);
        PlacedBoxes some = RandomBoxes.WithClasses(boxes, 0.6);
        DrawnScore exact = DrawnScore.Measure(some, scheme);
        var sample = BoxSample.All(some);
        GroupScores quick = new GroupMeter(sample, scheme, new BoxGroups(sample, Protection.All)).Measure(scheme);

        // All boxes, then classes by where their first box stands, then bands.
        MatchingScore[] groups = [exact.Whole, .. exact.Classes.Concat(exact.SizeBands).Select(group => group.Score).Where(score => score.BoxCount >= GroupRegression.LeastBoxes)];
        Assert.Equal(groups.Length, quick.Overlap.Length);
        Assert.Equal(groups.Select(score => score.MeanBestIoU).Order(), quick.Overlap.Order(), (a, b) => System.Math.Abs(a - b) < 1e-12);
        Assert.Equal(groups.Select(score => score.Recall!.Value).Order(), quick.Recall.Order(), (a, b) => System.Math.Abs(a - b) < 1e-9);
        Assert.Equal(exact.Whole.MeanBestIoU, quick.Overlap[0], 1e-12);
    }
}
