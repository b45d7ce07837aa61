using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Reporting;
using AnchorFit.Run;
using AnchorFit.Tests.Reporting;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class FitAdviceTests
{
    [Fact]
    public void WhereAllIsWellThereIsNone() => Assert.Empty(FitAdvice.Of(Facts()));

    [Fact]
    public void RatiosThatTheFinestLayerIgnores()
    {
        AdviceFacts facts = Facts() with { FinestLayerSwitchPath = "model.ssd.x" };

        Assert.Equal(
            "the fitted aspect ratios are not used in the finest layer: AnchorFitObjective=DrawnAnchors with AnchorFitLowestLayer=auto finds out whether they should be; AnchorFitLowestLayer=false has them used",
            Single("finest_layer_ignores_ratios", facts));
        Assert.Contains(
            "in the finest layer, which serves 23.46 % of the boxes: ",
            Single("finest_layer_ignores_ratios", facts with { FinestLayerShare = 0.23456 }),
            StringComparison.Ordinal);
        Single("finest_layer_ignores_ratios", facts with { FinestLayerShare = 0.05 });
        Assert.Empty(FitAdvice.Of(facts with { FinestLayerShare = 0.0499 }));
        Assert.Empty(FitAdvice.Of(Facts() with { FinestLayerShare = 0.9 }));
    }

    [Fact]
    public void BoxesBelowTheSmallestAnchor()
    {
        Assert.Equal(
            "62.00 % of the boxes are smaller than the smallest anchor (the area of 32 x 32 pixels): fit the scales, too, with AnchorFitObjective=DrawnAnchors and AnchorFitScales=true, or give the network larger images",
            Single("boxes_below_smallest_anchor", Facts() with { SmallBoxes = new SmallBoxes(0.62, 32) }));
        Assert.Empty(FitAdvice.Of(Facts() with { SmallBoxes = new SmallBoxes(0.5, 32) }));
    }

    [Fact]
    public void ACheckpointThatNoLongerFits()
    {
        AdviceFacts facts = Facts() with { AnchorsALocationBefore = 6, Checkpoint = CheckpointUse.FeatureExtractor };

        Assert.Equal(
            "5 anchors a location instead of the base config's 6: the box predictor no longer fits a detection checkpoint (train_config.fine_tune_checkpoint); its feature extractor is taken over all the same, and the box predictor is trained from nothing",
            Single("checkpoint_does_not_fit", facts));
        Assert.EndsWith(
            "keep the base config's number of aspect ratios, or take over its feature extractor alone (fine_tune_checkpoint_type: \"detection\" without load_all_detection_checkpoint_vars)",
            Single("checkpoint_does_not_fit", facts with { Checkpoint = CheckpointUse.WholeDetector }),
            StringComparison.Ordinal);
        Assert.Empty(FitAdvice.Of(facts with { Checkpoint = CheckpointUse.NoDetector }));
        Assert.Empty(FitAdvice.Of(facts with { AnchorsALocationBefore = 5 }));
    }

    [Fact]
    public void ARatioOfOutliers()
    {
        AdviceFacts facts = Facts(shares: [0.5, 0.4905, 0.0095, 0]) with
        {
            FindServed = index => index == 2 ? ["a.xml(3)", "b.xml(9)"] : throw new InvalidOperationException("It serves no box."),
        };

        Assert.Equal(
            [
                "aspect ratio 4.0 serves 0.00 % of the boxes: check these labels, or fit fewer ratios",
                "aspect ratio 3.0 serves 0.95 % of the boxes (first in a.xml(3), b.xml(9)): check these labels, or fit fewer ratios",
            ],
            FitAdvice.Of(facts).Select(a => a.Text));
        Assert.All(FitAdvice.Of(facts), a => Assert.Equal("ratio_of_outliers", a.Id));
    }

    [Fact]
    public void OutliersAreNotLookedForWithoutNeed()
    {
        Func<int, IReadOnlyList<string>> refuse = _ => throw new InvalidOperationException("Nobody asks.");

        Assert.Empty(FitAdvice.Of(Facts(shares: [0.99, 0.01]) with { FindServed = refuse }));
        Assert.Empty(FitAdvice.Of(Facts(shares: [1]) with { FindServed = refuse }));

        // Of a hundred ratios many serve less than one in a hundred boxes.
        Assert.Empty(FitAdvice.Of(Facts(shares: [.. Enumerable.Range(1, 100).Select(i => i % 2 == 0 ? 0.004 : 0.016)]) with { FindServed = refuse }));
    }

    [Fact]
    public void OfManyOutlierRatiosTheRarestThree() => Assert.Equal(
        ["5.0", "4.0", "3.0"],
        FitAdvice.Of(Facts(shares: [0.98, 0.009, 0.005, 0.004, 0.002])).Select(a => a.Text.Split(' ')[2]));

    [Fact]
    public void FewerRatiosThatDoAsWell()
    {
        Assert.Equal(
            "3 aspect ratios would do as well: average IoU 89.60 % instead of 90.00 %, 4 anchors a location instead of 6 (AnchorFitAspectRatioCount)",
            Single("fewer_ratios_would_do", Facts(curve: Curve(5, 0.7, 0.8, 0.896, 0.898, 0.9))));
        Assert.Empty(FitAdvice.Of(Facts(curve: Curve(3, 0.7, 0.8, 0.81, 0.83))));
    }

    [Fact]
    public void MoreRatiosThatGain()
    {
        Assert.Equal(
            "3 aspect ratios would gain much: average IoU 85.00 % instead of 70.00 %, 4 anchors a location instead of 2 (AnchorFitAspectRatioCount)",
            Single("more_ratios_gain", Facts(curve: Curve(1, 0.7, 0.8, 0.85, 0.87, 0.95))));
        Assert.Empty(FitAdvice.Of(Facts(curve: Curve(3, 0.7, 0.8, 0.85, 0.8799, 0.95))));
        Assert.Empty(FitAdvice.Of(Facts(curve: Curve(5, 0.7, 0.8, 0.85, 0.87, 0.95))));
    }

    /// <summary>Shapes promise 5 points for a third ratio, and nothing is drawn of it; a second is drawn.</summary>
    [Fact]
    public void WhatIsDrawnCountsWhereItIsKnown()
    {
        FitCurve curve = Curve(1, 0.7, 0.8, 0.85);
        DrawnFigures[] drawn = [SampleDrawn.Figures(0.5, 0.5), SampleDrawn.Figures(0.5, 0.51), SampleDrawn.Figures(0.5, 0.5105)];
        curve = curve with { Points = [.. curve.Points.Zip(drawn, (point, figures) => point with { Drawn = figures })] };

        Assert.Equal(
            "2 aspect ratios would gain much: mean best IoU of drawn anchors 51.00 % instead of 50.00 %, 100 anchors instead of 100 (AnchorFitAspectRatioCount)",
            Single("more_ratios_gain", Facts(curve: curve)));
        Assert.StartsWith("2 aspect ratios would do as well: mean best IoU of drawn anchors 51.00 % instead of 51.05 %", Single("fewer_ratios_would_do", Facts(curve: curve with { ChosenCount = 3 })), StringComparison.Ordinal);
        Assert.Empty(FitAdvice.Of(Facts(curve: curve with { IsChosenByDrawnAnchors = true })));

        // Fewer that serve a class worse don't do as well.
        drawn[1] = SampleDrawn.Figures(0.5, 0.51, (0.9, 0.8));
        curve = curve with { ChosenCount = 3, Points = [.. curve.Points.Zip(drawn, (point, figures) => point with { Drawn = figures })] };
        Assert.Empty(FitAdvice.Of(Facts(curve: curve)));
    }

    [Fact]
    public void DrawnAnchorsThatWouldGain()
    {
        AdviceFacts facts = Facts() with { Drawn = SampleDrawn.Figures(0.5, 0.51) };
        FitChoice scales = new(FitObjective.DrawnAnchors, WithScales: true, 2, SampleDrawn.Figures(0.5, 0.6)) { IsEstimate = true };

        Assert.Equal(
            "AnchorFitObjective=DrawnAnchors with AnchorFitScales=true would bring the mean best IoU of drawn anchors from 51.00 % to about 60.00 %, with as many anchors and no class and no size served worse than by the base config (estimated by a short search)",
            Single("drawn_anchors_would_gain", WithChoices(facts, scales)));
        Assert.Empty(FitAdvice.Of(WithChoices(facts, scales with { Drawn = SampleDrawn.Figures(0.5, 0.5199) })));
        Assert.Empty(FitAdvice.Of(WithChoices(facts, scales with { IsEstimate = false })));
        Assert.Empty(FitAdvice.Of(WithChoices(facts, scales with { Drawn = SampleDrawn.Figures(0.5, 0.6, (0.9, 0.8)) })));
    }

    [Fact]
    public void MeanIoUWhereItReachesMuchMore()
    {
        Assert.Equal(
            "AnchorFitObjective=MeanIoU reaches an average IoU of 91.00 % instead of 90.00 % with as many aspect ratios: a few extreme shapes draw those of k-means away",
            Single("mean_iou_reaches_more", Facts() with { GreatestMeanIoU = 0.91 }));
        Assert.Empty(FitAdvice.Of(Facts() with { GreatestMeanIoU = 0.9099 }));
    }

    private static AdviceFacts WithChoices(AdviceFacts facts, params FitChoice[] choices) => facts with { Anchors = facts.Anchors with { Choices = choices } };

    [Fact]
    public void TheTargetDecidesOnTheCount()
    {
        FitCurve curve = Curve(3, 0.7, 0.898, 0.9, 0.96);

        Assert.Equal(["fewer_ratios_would_do", "more_ratios_gain"], FitAdvice.Of(Facts(curve: curve)).Select(a => a.Id));
        Assert.Empty(FitAdvice.Of(Facts(curve: curve with { TargetIoU = 0.9 })));
    }

    [Fact]
    public void ACountBeyondTheCurveHasNoAdvice() => Assert.Empty(FitAdvice.Of(Facts(curve: Curve(12, 0.7, 0.8, 0.81))));

    [Fact]
    public void ARunTellsItInLogAndJson()
    {
        // Of 151 boxes one is thin; all are smaller than the smallest anchor of 30 x 30.
        FitOutcome outcome = Fit.Run(Drawn, [("b.xml", Voc.Xml("cat", [.. Enumerable.Repeat((10, 10), 150)])), ("a.xml", "<annotation>\n" + Voc.Xml("cat", (100, 10))["<annotation>".Length..])], s => s.With(("AnchorFitAspectRatioCount", "2")));

        string[] lines = [.. outcome.Result!.Details.Where(d => d.StartsWith("advice: ", StringComparison.Ordinal)).Select(d => d["advice: ".Length..])];
        var json = Fit.Json(outcome).GetProperty("advice").EnumerateArray().ToList();
        Assert.Equal(lines, json.Select(a => a.GetProperty("text").GetString()));
        Assert.Equal(
            ["drawn_anchors_would_gain", "finest_layer_ignores_ratios", "boxes_below_smallest_anchor", "checkpoint_does_not_fit", "ratio_of_outliers", "fewer_ratios_would_do"],
            json.Select(a => a.GetProperty("id").GetString()));
        Assert.Contains("in the finest layer, which serves 100.00 % of the boxes: ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("100.00 % of the boxes are smaller than the smallest anchor (the area of 30 x 30 pixels): ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("3 anchors a location instead of the base config's 4: ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("aspect ratio 7.5 serves 0.66 % of the boxes (first in a.xml(2)): ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void ARunWithoutPlacesTellsTheRest()
    {
        string config = Drawn.Replace("ssd_mobilenet_v2", "a_network_of_ones_own", StringComparison.Ordinal);
        FitOutcome outcome = Fit.Run(config, [("a.xml", Voc.Xml("cat", (10, 10), (40, 10), (10, 40)))], s => s.With(("AnchorFitAspectRatioCount", "3")));

        Advice advice = new("finest_layer_ignores_ratios", Fit.Json(outcome).GetProperty("advice")[0].GetProperty("text").GetString()!);
        Assert.StartsWith("the fitted aspect ratios are not used in the finest layer: ", advice.Text, StringComparison.Ordinal);
        Assert.Equal(1, Fit.Json(outcome).GetProperty("advice").GetArrayLength());
    }

    /// <summary>The one who sets it knows; and no other setting could have the ratios used.</summary>
    [Theory]
    [InlineData("keep", true)]
    [InlineData("true", false)]
    [InlineData("false", false)]
    public void AFinestLayerThatWasDecidedOnNeedsNoAdvice(string lowestLayer, bool isSaid)
    {
        string config = Drawn.Replace("ssd_mobilenet_v2", "a_network_of_ones_own", StringComparison.Ordinal);
        FitOutcome outcome = Fit.Run(config, [("a.xml", Voc.Xml("cat", (10, 10), (40, 10), (10, 40)))], s => s.With(("AnchorFitAspectRatioCount", "3"), ("AnchorFitLowestLayer", lowestLayer)));

        Assert.Equal(isSaid, Fit.Json(outcome).GetProperty("advice").EnumerateArray().Any(advice => advice.GetProperty("id").GetString() == "finest_layer_ignores_ratios"));
    }

    private const string Drawn = """
        model { ssd {
          image_resizer { fixed_shape_resizer { height: 300 width: 300 } }
          feature_extractor { type: "ssd_mobilenet_v2" }
          anchor_generator { ssd_anchor_generator { aspect_ratios: [1, 2, 3] } }
        } }
        train_config { fine_tune_checkpoint: "a" fine_tune_checkpoint_type: "detection" }

        """;

    private static string Single(string id, AdviceFacts facts)
    {
        Advice advice = Assert.Single(FitAdvice.Of(facts));
        Assert.Equal(id, advice.Id);
        return advice.Text;
    }

    private static AdviceFacts Facts(double[]? shares = null, FitCurve? curve = null)
    {
        AnchorCoverage[] anchors = [.. (shares ?? [0.5, 0.5]).Select((share, i) => new AnchorCoverage(i + 1, 1000 * share, share, share > 0 ? 0.9 : null))];
        var coverage = new UnitAreaCoverage(0.9, IoUQuantiles.Of([0.9], [1]), anchors);
        return new AdviceFacts
        {
            Anchors = new AnchorFigures([.. anchors.Select(a => a.AspectRatio)], FitObjective.KMeans, new FitQuality(1, 0.9, coverage)) { Curve = curve },
            AnchorsALocationBefore = 5,
            AnchorsALocationAfter = 5,
        };
    }

    private static FitCurve Curve(int chosen, params double[] means) =>
        new([.. means.Select((mean, i) => new CurvePoint([.. Enumerable.Range(1, i + 1).Select(r => (float)r)], mean, i + 2))], null, chosen);
}
