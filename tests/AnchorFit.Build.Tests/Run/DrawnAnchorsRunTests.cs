using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The objective <c>DrawnAnchors</c> from settings to outputs: what is written, what is said, what is refused.</summary>
public class DrawnAnchorsRunTests
{
    private const string Generator = "model.ssd.anchor_generator.ssd_anchor_generator";

    private static readonly string Config = Repository.Read(Path.Combine("tests", "AnchorFit.Build.Tests", "Run", "Golden", "drawn_ssd.config"));

    [Fact]
    public void TheLogAndTheJsonSayWhatWasWritten()
    {
        FitOutcome outcome = Run(s => s.With(("AnchorFitScales", "true"), ("AnchorFitLowestLayer", "false")));

        JsonElement search = Fit.Json(outcome).GetProperty("search");
        Assert.Equal("fitted", search.GetProperty("result").GetString());
        Assert.InRange(search.GetProperty("evaluations").GetInt32(), 100, 500);
        Dictionary<string, string> written = search.GetProperty("written").EnumerateArray().ToDictionary(
            field => field.GetProperty("field").GetString()![(Generator.Length + 1)..], field => field.GetProperty("value").GetString()!);
        Assert.Equal(["aspect_ratios", "interpolated_scale_aspect_ratio", "reduce_boxes_in_lowest_layer", "scales"], written.Keys.Order());
        Assert.Equal("false", written["reduce_boxes_in_lowest_layer"]);
        Assert.Contains($"aspect_ratios: [{written["aspect_ratios"]}]", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Contains($"scales: [{written["scales"]}]", Fit.Text(outcome), StringComparison.Ordinal);

        Assert.Contains("scales: " + written["scales"], outcome.Result!.Details);
        Assert.Contains("reduce_boxes_in_lowest_layer: false", outcome.Result.Details);
        Assert.Contains("min_scale and max_scale of the base config count no more", outcome.Result.Details);
        Assert.Contains(outcome.Result.Details, line => line.StartsWith("fitted to the anchors that the model draws (", StringComparison.Ordinal));
        Assert.Contains(
            $">{Generator}.interpolated_scale_aspect_ratio</bdi>", Encoding.UTF8.GetString(outcome.Result.Report!), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherObjectivesHaveNoSearch()
    {
        JsonElement json = Fit.Json(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitLowestLayer", "false"))));

        Assert.False(json.TryGetProperty("search", out _));
    }

    [Fact]
    public void WhereNothingIsBetterTheBasesAnchorsStayByteForByte()
    {
        // One ratio can't do what the base's do, and the boxes are too few for less recall.
        FitOutcome outcome = Fit.Run(Config, [("a.xml", Voc.Xml("cat", (80, 60), (92, 69), (100, 38)))], s => s.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitObjective", "DrawnAnchors"), ("AnchorFitBudget", "200")));

        Assert.Equal("base_config", Fit.Json(outcome).GetProperty("search").GetProperty("result").GetString());
        Assert.Equal(Config.Replace("num_classes: 90", "num_classes: 1", StringComparison.Ordinal), Fit.Text(outcome));
        Assert.Contains(outcome.Result!.Details, line => line.StartsWith("the base config's anchors stay: none were found that serve the boxes better, and no class and no size worse (", StringComparison.Ordinal));
        Assert.Equal(["1", "2"], Fit.Json(outcome).GetProperty("aspect_ratios").EnumerateArray().Select(r => r.GetDouble().ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void AFinestLayerThatCostsScoreIsSaid()
    {
        // Reduced, the only layer has an anchor of these boxes' size; full, it has none.
        const string OneLayer = "num_layers: 1 scales: 0.4 aspect_ratios: 1";
        string config = Config.Replace("num_layers: 6", OneLayer, StringComparison.Ordinal);
        Assert.NotEqual(Config, config);
        FitOutcome outcome = Fit.Run(config, [("a.xml", Voc.Xml("cat", (30, 30), (28, 30), (30, 29)))], s => s.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitObjective", "DrawnAnchors"), ("AnchorFitLowestLayer", "false"), ("AnchorFitFeatureMaps", "20x20"), ("AnchorFitBudget", "200")));

        string warning = Assert.Single(outcome.Diagnostics.Select(d => d.ToString()), text => text.Contains("AFB5026", StringComparison.Ordinal));
        Assert.StartsWith("x.csproj: warning AFB5026: no anchors with AnchorFitLowestLayer false serve the boxes as well as the base config's: mean best IoU ", warning, StringComparison.Ordinal);
        Assert.EndsWith("; set AnchorFitLowestLayer to auto, or set AnchorFitScales to true if it isn't", warning, StringComparison.Ordinal);
        Assert.Equal("fitted", Fit.Json(outcome).GetProperty("search").GetProperty("result").GetString());
    }

    [Fact]
    public void TheLowestLayerIsSetForEveryObjective()
    {
        string text = Fit.Text(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitLowestLayer", "false"))));

        Assert.Contains("reduce_boxes_in_lowest_layer: false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("reduce_boxes", Fit.Text(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitLowestLayer", "true")))), StringComparison.Ordinal);
    }

    [Fact]
    public void AutoDecidesHowManyRatiosThereAre()
    {
        FitOutcome outcome = Run(s => s.With(("AnchorFitAspectRatioCount", "auto"), ("AnchorFitTargetIoU", "80")));

        int chosen = Fit.Json(outcome).GetProperty("curve").GetProperty("chosen_aspect_ratio_count").GetInt32();
        Assert.Equal(chosen, Fit.Json(outcome).GetProperty("aspect_ratios").GetArrayLength());
    }

    [Fact]
    public void ABoundThatNothingKeepsIsAnError() => Assert.Equal(
        "x.csproj: error AFB1058: AnchorFitMaxAnchors is 1000, but with one aspect ratio the base config's generator still draws 1339 anchors: set AnchorFitMaxAnchors to 1339 or more, or start from a config with fewer or smaller feature maps",
        Assert.Single(Run(s => s.With(("AnchorFitMaxAnchors", "1000"))).Diagnostics).ToString());

    [Fact]
    public void ABoundBelowTheBaseMayCostSomethingAndSaysSo()
    {
        // The base has five ratios and one between the scales; two are all that the bound has room for.
        string config = Config.Replace("aspect_ratios: [1.0, 2.0]", "aspect_ratios: [0.2, 0.3, 0.4, 0.5, 0.7] reduce_boxes_in_lowest_layer: false", StringComparison.Ordinal);
        FitOutcome outcome = Fit.Run(config, DrawnGoldenTests.TallBoxes(), s => s.With(("AnchorFitObjective", "DrawnAnchors"), ("AnchorFitMaxAnchors", "1078"), ("AnchorFitAspectRatioCount", "3"), ("AnchorFitBudget", "1000")));

        Assert.StartsWith(
            "x.csproj: warning AFB5026: no anchors as few as AnchorFitMaxAnchors wants serve the boxes as well as the base config's: mean best IoU ",
            Assert.Single(outcome.Diagnostics).ToString(),
            StringComparison.Ordinal);
        Assert.Equal("fitted", Fit.Json(outcome).GetProperty("search").GetProperty("result").GetString());
        Assert.Equal(1078, Fit.Json(outcome).GetProperty("drawn_anchors").GetProperty("after").GetProperty("anchors").GetInt32());
    }

    [Fact]
    public void AWeightedClassThatNobodyHasIsNamed() => Assert.Equal(
        "x.csproj: warning AFB1047: AnchorFitClassWeights names 'cats', but no object has that class: did you mean 'cat'?",
        Assert.Single(Run(s => s.With(("AnchorFitClassWeights", "cats=3"))).Diagnostics).ToString());

    /// <summary>Flat boxes and tall ones that one ratio can't both serve: the class of the greater weight is served better.</summary>
    [Fact]
    public void AWeightMovesTheFitToItsClass()
    {
        IEnumerable<(string, string)> files = [("a.xml", Voc.Xml("cat", (60, 120), (62, 126), (58, 118))), ("b.xml", Voc.Xml("dog", (120, 60), (126, 62), (118, 58)))];
        double[] Overlaps(string weights)
        {
            FitOutcome outcome = Fit.Run(Config, files, s => s.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitObjective", "DrawnAnchors"), ("AnchorFitBudget", "500"), ("AnchorFitProtect", "none"), ("AnchorFitLowestLayer", "false"), ("AnchorFitClassWeights", weights)));
            return [.. Fit.Json(outcome).GetProperty("drawn_anchors").GetProperty("after").GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("mean_best_iou_percent").GetDouble())];
        }

        double[] cats = Overlaps("cat=1000");
        double[] dogs = Overlaps("dog=1000");
        Assert.True(cats[0] > dogs[0] && dogs[1] > cats[1], $"cats {cats[0]} and {dogs[0]}, dogs {cats[1]} and {dogs[1]}");
    }

    [Fact]
    public void WithABoundTheNumberOfRatiosIsAnUpperBound() =>
        Assert.NotNull(Run(s => s.With(("AnchorFitMaxAnchors", "5000"), ("AnchorFitAspectRatioCount", "50"))).Result);

    [Fact]
    public void WhatHasNoEffectIsSaid()
    {
        FitOutcome outcome = Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitScales", "true"), ("AnchorFitLowestLayer", "auto"), ("AnchorFitBudget", "1000"), ("AnchorFitProtect", "none"), ("AnchorFitClassWeights", "cat=2")));

        Assert.Equal(
            [
                "x.csproj: warning AFB1055: AnchorFitScales is 'true', which has no effect as AnchorFitObjective is KMeans: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitScales",
                "x.csproj: warning AFB1055: AnchorFitLowestLayer is 'auto', which has no effect as AnchorFitObjective is KMeans: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitLowestLayer",
                "x.csproj: warning AFB1055: AnchorFitProtect is 'none', which has no effect as AnchorFitObjective is KMeans: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitProtect",
                "x.csproj: warning AFB1055: AnchorFitClassWeights is 'cat=2', which has no effect as AnchorFitObjective is KMeans: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitClassWeights",
                "x.csproj: warning AFB1055: AnchorFitBudget is '1000', which has no effect as AnchorFitObjective is KMeans: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitBudget",
            ],
            outcome.Diagnostics.Select(d => d.ToString()));
        Assert.NotNull(outcome.Result);
        Assert.Empty(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitScales", "false"), ("AnchorFitLowestLayer", "keep"), ("AnchorFitProtect", "sizes; classes"))).Diagnostics);
    }

    [Fact]
    public void ABoundThatWouldBeIgnoredIsAnError() => Assert.Equal(
        "x.csproj: error AFB1056: AnchorFitMaxAnchors is '2000', but AnchorFitObjective is MeanIoU, which doesn't count anchors: set AnchorFitObjective to DrawnAnchors, or remove AnchorFitMaxAnchors and choose AnchorFitAspectRatioCount",
        Assert.Single(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitObjective", "MeanIoU"), ("AnchorFitMaxAnchors", "2000"))).Diagnostics).ToString());

    [Fact]
    public void WrongValuesAreRefused() => Assert.Equal(
        [
            "AnchorFitScales is 'yes'; accepted: true, false",
            "AnchorFitLowestLayer is 'full'; accepted: keep, auto, true, false",
            "AnchorFitMaxAnchors is '0'; accepted: a whole number from 1",
            "AnchorFitProtect is 'classes;none'; accepted: classes;sizes, classes, sizes, none",
            "AnchorFitClassWeights is 'cat=0'; accepted: NAME=WEIGHT;NAME=WEIGHT, with each name once and weights above 0, such as cat=3;dog=0.5",
            "AnchorFitBudget is '3s'; accepted: a whole number from 100 to 100000000",
        ],
        Run(s => s.With(("AnchorFitScales", "yes"), ("AnchorFitLowestLayer", "full"), ("AnchorFitMaxAnchors", "0"), ("AnchorFitBudget", "3s"), ("AnchorFitProtect", "classes;none"), ("AnchorFitClassWeights", "cat=0"))).Diagnostics.Select(d => d.Message));

    [Theory]
    [InlineData("", "3s", "AnchorFitBudget is '3s'; accepted: a whole number from 100 to 100000000")]
    [InlineData("Drawn", "3000", "AnchorFitObjective is 'Drawn'; accepted: KMeans, MeanIoU, DrawnAnchors")]
    public void OfARefusedValueNothingElseIsSaid(string objective, string budget, string expected) => Assert.Equal(
        expected,
        Assert.Single(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitObjective", objective), ("AnchorFitBudget", budget))).Diagnostics).Message);

    [Fact]
    public void OnlySsdHasALowestLayer()
    {
        string config = Repository.Read(Path.Combine("tests", "AnchorFit.Build.Tests", "Run", "Golden", "drawn_multiscale.config"));

        Assert.Equal(
            "x.csproj: warning AFB1057: AnchorFitLowestLayer is auto, but 'model.ssd.anchor_generator.multiscale_anchor_generator' has no reduce_boxes_in_lowest_layer, which ssd_anchor_generator alone has: remove AnchorFitLowestLayer",
            Assert.Single(Run(s => s.With(("AnchorFitLowestLayer", "auto")), config).Diagnostics).ToString());
    }

    [Theory]
    [InlineData("scales", "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]", "set AnchorFitScales, to false")]
    [InlineData("reduce_boxes_in_lowest_layer", "false", "set AnchorFitLowestLayer, to true, false or keep")]
    [InlineData("interpolated_scale_aspect_ratio", "0.5", "set AnchorFitObjective, to another than DrawnAnchors")]
    public void AnOverrideOfWhatIsSearchedIsRefused(string field, string value, string advice)
    {
        RawOverride[] overrides = [new(Generator + "." + field, value, "", () => default)];
        FitOutcome refused = Run(s => s.WithOverrides(overrides).With(("AnchorFitScales", "true"), ("AnchorFitLowestLayer", "auto")));
        FitOutcome accepted = Fit.Run(Config, Files, s => s.WithOverrides(overrides).With(("AnchorFitAspectRatioCount", "2")));

        Assert.Equal("AFB1022", Assert.Single(refused.Diagnostics).Code);
        Assert.EndsWith(advice, refused.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Empty(accepted.Diagnostics);
    }

    [Fact]
    public void RowsWithoutPlacesAreRefusedWhereTheyStand() => Assert.Equal(
        "b.csv(2,0): error AFB5025: the file has boxes of which only width and height are known, but AnchorFitObjective is DrawnAnchors, which needs their places: name annotations that have xmin, ymin, xmax and ymax, or set AnchorFitObjective to KMeans or MeanIoU",
        Assert.Single(Fit.Run(Config, [.. Files, ("b.csv", "box_width,box_height,count\n10,20,3\n10,30,2\n")], s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitObjective", "DrawnAnchors"))).Diagnostics).ToString());

    private static FitOutcome Run(Func<RawSettings, RawSettings> settings, string? config = null) =>
        Fit.Run(config ?? Config, Files, s => settings(s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitObjective", "DrawnAnchors"), ("AnchorFitBudget", "500"))));

    private static IEnumerable<(string, string)> Files =>
        [("a.xml", Voc.Xml("cat", (60, 120), (30, 66))), ("b.xml", Voc.Xml("cat", (100, 250), (80, 90), (20, 44)))];
}
