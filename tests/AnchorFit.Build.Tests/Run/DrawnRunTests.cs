using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>
/// The score of drawn anchors in a whole run. In an input of 32×32 each generator draws one anchor around the middle,
/// 16×16 before the fit, and the one box is 10×20 there: 160 / (256 + 200 − 160). Fitted to the ratio 0.5 the anchor
/// holds the box: 200 / 256.
/// </summary>
public class DrawnRunTests
{
    private const double Before = 100 * 160.0 / 296;
    private const double After = 100 * 200.0 / 256;
    private const string Matcher = "matcher { argmax_matcher { matched_threshold: 0.6 force_match_for_each_row: true } }";
    private const string Ssd = "ssd_anchor_generator { num_layers: 1 scales: 0.5 aspect_ratios: 1.0 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0 }";

    private static readonly (string, string)[] OneBox = [("a.xml", Xml("cat", (11, 6, 21, 26)))];

    /// <summary>A box of 9×18: 144 / 274, then 162 / 256; and one of 4×8, inside either anchor of 256 pixels.</summary>
    private static readonly (string, string)[] TwoBoxes = [("a.xml", Xml("dog", (14, 12, 18, 20))), ("b.xml", Xml("cat", (11.5, 7, 20.5, 25)))];

    public static TheoryData<string> EveryGenerator =>
    [
        OfSsd(Ssd.Replace("num_layers: 1", "num_layers: 1 height_stride: 32 width_stride: 32 height_offset: 16 width_offset: 16", StringComparison.Ordinal)),
        OfSsd("multiscale_anchor_generator { min_level: 5 max_level: 5 anchor_scale: 0.5 scales_per_octave: 1 aspect_ratios: 1.0 }"),
        OfSsd("flexible_grid_anchor_generator { anchor_grid { base_sizes: 16 aspect_ratios: 1.0 height_stride: 32 width_stride: 32 height_offset: 16 width_offset: 16 } }"),
        "model { faster_rcnn { num_classes: 1 image_resizer { fixed_shape_resizer { height: 32 width: 32 } } first_stage_anchor_generator { grid_anchor_generator { height: 16 width: 16 height_stride: 32 width_stride: 32 height_offset: 16 width_offset: 16 scales: 1.0 aspect_ratios: 1.0 } } } }",
    ];

    [Theory]
    [MemberData(nameof(EveryGenerator))]
    public void EveryGeneratorIsScoredBeforeAndAfter(string config)
    {
        FitOutcome outcome = Fit.Run(config, OneBox);
        JsonElement drawn = Drawn(outcome);

        Assert.Equal(Before, Figure(drawn, "before", "mean_best_iou_percent"), 1e-9);
        Assert.Equal(After, Figure(drawn, "after", "mean_best_iou_percent"), 1e-9);
        Assert.Equal((0, 100), (Figure(drawn, "before", "recall_percent"), Figure(drawn, "after", "recall_percent")));
        Assert.Equal((100, 0), (Figure(drawn, "before", "forced_matches_percent"), Figure(drawn, "after", "forced_matches_percent")));
        Assert.Equal((1, 1), (Figure(drawn, "before", "anchors"), Figure(drawn, "after", "anchors")));
        Assert.Equal((0, 1), (Figure(drawn.GetProperty("before"), "positive_anchors_per_box", "median"), Figure(drawn.GetProperty("after"), "positive_anchors_per_box", "median")));

        // The curve scores generators that are made, not edited configs.
        JsonElement point = Fit.Json(outcome).GetProperty("curve").GetProperty("points")[0].GetProperty("drawn_anchors");
        Assert.Equal((After, 100, 1, 0), (Math.Round(point.GetProperty("mean_best_iou_percent").GetDouble(), 9), point.GetProperty("recall_percent").GetDouble(), point.GetProperty("anchors").GetInt32(), point.GetProperty("served_worse").GetInt32()));
        Assert.Equal("""[{"height":1,"width":1}]""", JsonSerializer.Serialize(drawn.GetProperty("feature_maps")));
        Assert.Equal(config.Contains("faster", StringComparison.Ordinal) ? 0.7 : 0.6f, drawn.GetProperty("matched_threshold").GetDouble(), 1e-7);
    }

    [Fact]
    public void TheLogEndsWithTwoLinesAndHasTheDetailsBefore()
    {
        FitResult result = Run(OfSsd(Ssd), TwoBoxes).Result!;

        Assert.Equal(["drawn anchors: mean best IoU 32.53 % -> 37.89 %, anchors 1 -> 1", "recall at 0.6: 0.00 % -> 50.00 %, positives a box 0 -> 0.5; 1 piece of advice in the report"], result.Closing);
        Assert.Equal(
            [
                "drawn anchors at a location: 1 -> 1 in 1x1",
                "drawn anchors, mean best IoU by class: cat 52.55 % -> 63.28 %, dog 12.50 % -> 12.50 %",
                "drawn anchors, mean best IoU by size of the box: below 16 px 32.53 % -> 37.89 %",
                "drawn anchors by feature map: 1x1 serves 100.00 % of the boxes (mean best IoU 37.89 %)",
                "anchors that reach the threshold with a box, its positives: 5 % 0 -> 0.1, median 0 -> 0.5, 95 % 0 -> 1",
                "boxes that only a forced match serves: 100.00 % -> 50.00 %",
            ],
            result.Details.SkipWhile(d => !d.StartsWith("drawn", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheJsonHasEveryFigure()
    {
        string json = Encoding.UTF8.GetString(Run(OfSsd(Ssd), TwoBoxes).Result!.SummaryJson);

        Assert.EndsWith(Repository.Read("tests/AnchorFit.Build.Tests/Run/Golden/drawn_anchors.json"), json, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderOfTheFilesDoesNotMatter()
    {
        (string, string)[] files = [.. Enumerable.Range(0, 40).Select(i => ($"{i}.xml", Xml("c" + (i % 3), (i % 7, i % 5, 9 + (i * 7 % 20), 11 + (i * 13 % 17)))))];
        string config = OfSsd("ssd_anchor_generator { num_layers: 3 aspect_ratios: 1.0 }");

        byte[] forward = Fit.Run(config, files, s => s.With(("AnchorFitFeatureMaps", "4x4;2x2;1x1"))).Result!.SummaryJson;
        byte[] backward = Fit.Run(config, files.Reverse(), s => s.With(("AnchorFitFeatureMaps", "4x4;2x2;1x1"))).Result!.SummaryJson;

        Assert.Equal(Encoding.UTF8.GetString(forward), Encoding.UTF8.GetString(backward));
        Assert.Contains("below_px\": 32,", Encoding.UTF8.GetString(forward), StringComparison.Ordinal);
    }

    [Fact]
    public void TheResultItemHasTheFigures() => Assert.Equal(
        ["DrawnMeanIoUBefore=32.5274", "DrawnMeanIoU=37.8906", "DrawnRecallBefore=0", "DrawnRecall=50", "Anchors=1"],
        Run(OfSsd(Ssd), TwoBoxes).Result!.Figures.Where(f => f.Key.Contains("Drawn", StringComparison.Ordinal) || f.Key == "Anchors").Select(f => f.Key + "=" + f.Value));

    [Fact]
    public void WithoutAThresholdThereIsNoRecall()
    {
        FitResult result = Run(OfSsd(Ssd).Replace(Matcher, "", StringComparison.Ordinal), OneBox).Result!;

        Assert.Equal(["drawn anchors: mean best IoU 54.05 % -> 78.13 %, anchors 1 -> 1", "1 piece of advice in the report"], result.Closing);
        Assert.Equal(["DrawnRecallBefore=", "DrawnRecall="], result.Figures.Where(f => f.Key.StartsWith("DrawnRecall", StringComparison.Ordinal)).Select(f => f.Key + "=" + f.Value));
        using var json = JsonDocument.Parse(result.SummaryJson);
        JsonElement drawn = json.RootElement.GetProperty("drawn_anchors");
        Assert.All(
            [drawn.GetProperty("matched_threshold"), drawn.GetProperty("after").GetProperty("recall_percent"), drawn.GetProperty("before").GetProperty("forced_matches_percent")],
            figure => Assert.Equal(JsonValueKind.Null, figure.ValueKind));
    }

    [Fact]
    public void AnUnknownExtractorIsNoFaultButSaysWhyThereIsNoScore()
    {
        FitOutcome outcome = Fit.Run(OfSsd(Ssd).Replace("num_classes", "feature_extractor { type: 'ours' } num_classes", StringComparison.Ordinal), OneBox);

        Assert.Empty(outcome.Diagnostics);
        Assert.Empty(outcome.Result!.Closing);
        string reason = Fit.Json(outcome).GetProperty("drawn_anchors_reason").GetString()!;
        Assert.Contains("'ours'", reason, StringComparison.Ordinal);
        Assert.Equal("drawn anchors not scored: " + reason, outcome.Result.Details[^1]);
        Assert.Equal(JsonValueKind.Null, Drawn(outcome).ValueKind);
        Assert.All(outcome.Result.Figures.Where(f => f.Key.StartsWith("Drawn", StringComparison.Ordinal)), f => Assert.Empty(f.Value));
    }

    [Fact]
    public void ForDrawnAnchorsAnUnknownExtractorIsAnError()
    {
        string config = OfSsd(Ssd).Replace("num_classes", "feature_extractor {\n type: 'ours' } num_classes", StringComparison.Ordinal);

        FitOutcome outcome = Fit.Run(config, OneBox, s => s.With(("AnchorFitObjective", "DrawnAnchors")));

        string error = Assert.Single(outcome.Diagnostics).ToString();
        Assert.StartsWith("base.config(2,", error, StringComparison.Ordinal);
        Assert.Contains(": error AFB5020: AnchorFitObjective is DrawnAnchors, but the feature maps of the extractor 'ours'", error, StringComparison.Ordinal);
        Assert.Contains("AnchorFitFeatureMaps", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20 by 20")]
    [InlineData("20x20;0x10")]
    [InlineData("20")]
    public void FeatureMapsThatAreNoneAreRefused(string value) => Assert.Equal(
        $"x.csproj: error AFB1050: AnchorFitFeatureMaps is '{value}'; accepted: the HEIGHTxWIDTH of each feature map with ';' between them, the finest first, such as 20x20;10x10;5x5",
        Assert.Single(Fit.Run(OfSsd(Ssd), OneBox, s => s.With(("AnchorFitFeatureMaps", value))).Diagnostics).ToString());

    [Fact]
    public void AnotherNumberOfFeatureMapsIsRefused()
    {
        Assert.Equal(
            "x.csproj: error AFB1051: AnchorFitFeatureMaps names 2 feature maps, but 'model.ssd.anchor_generator.ssd_anchor_generator' draws anchors on 1: name each of them once",
            Assert.Single(Fit.Run(OfSsd(Ssd), OneBox, s => s.With(("AnchorFitFeatureMaps", "2x2;1x1"))).Diagnostics).ToString());
        Assert.Empty(Fit.Run(OfSsd(Ssd), OneBox, s => s.With(("AnchorFitFeatureMaps", " 1x1 ;"))).Diagnostics);
    }

    [Fact]
    public void BoxesWithoutAPlaceAreLeftOutOfTheFiguresAndCounted()
    {
        (string, string) shapes = ("b.csv", "box_width,box_height,count\n10,20,3\n");
        FitOutcome some = Run(OfSsd(Ssd), [.. OneBox, shapes]);
        FitOutcome all = Run(OfSsd(Ssd), [shapes]);

        Assert.Empty(some.Diagnostics);
        Assert.Equal((1, 3), (Drawn(some).GetProperty("boxes").GetInt32(), Drawn(some).GetProperty("unplaced_boxes").GetInt32()));
        Assert.Equal("in the figures of drawn anchors there are not 3 boxes of which only the shape is known", some.Result!.Details[^1]);
        Assert.Empty(all.Diagnostics);
        Assert.Empty(all.Result!.Closing);
        Assert.StartsWith("drawn anchors not scored: of every box only the shape is known", all.Result.Details[^1], StringComparison.Ordinal);
        Assert.Equal("AFB5025", Assert.Single(Fit.Run(OfSsd(Ssd), [shapes], s => s.With(("AnchorFitFeatureMaps", "1x1"), ("AnchorFitObjective", "DrawnAnchors"))).Diagnostics).Code);
    }

    [Fact]
    public void OnlyDrawnAnchorsLookForImagesWhoseSizeChangesNoShape()
    {
        string config = OfSsd(Ssd).Replace("fixed_shape_resizer { height: 32 width: 32 }", "keep_aspect_ratio_resizer { min_dimension: 32 max_dimension: 32 pad_to_max_dimension: true }", StringComparison.Ordinal);
        List<string> sought = [];

        Assert.Empty(Kitti("KMeans").Diagnostics);
        Assert.Empty(sought);

        Assert.Equal(["AFB2020", "AFB5001"], Kitti("DrawnAnchors").Diagnostics.Select(d => d.Code));
        Assert.NotEmpty(sought);

        FitOutcome Kitti(string objective)
        {
            var raw = new RawSettings { ProjectFile = "x.csproj" }.With(("AnchorFitAspectRatioCount", "1"), ("AnchorFitFeatureMaps", "1x1"), ("AnchorFitObjective", objective));
            var source = new AnnotationSource("000001.txt", () => new MemoryStream(Encoding.UTF8.GetBytes("Car 0.00 0 1.5 11 6 21 26 1.5 1.6 3.9 1.8 1.5 13.2 1.6\n"))) { Format = AnnotationFormats.Kitti };
            var request = new FitRequest(raw, new BaseConfigSource("base.config", "base.config", Encoding.UTF8.GetBytes(config), IsBuiltIn: false), [source], "1")
            {
                FindCompanion = path =>
                {
                    lock (sought)
                    {
                        sought.Add(path);
                    }

                    return new CompanionFile(new Companion(path, string.Empty), null);
                },
            };
            return FitRun.Execute(request, TestContext.Current.CancellationToken);
        }
    }

    private static FitOutcome Run(string config, IEnumerable<(string, string)> files) => Fit.Run(config, files, s => s.With(("AnchorFitFeatureMaps", "1x1")));

    private static string OfSsd(string generator) =>
        $"model {{ ssd {{ num_classes: 1 image_resizer {{ fixed_shape_resizer {{ height: 32 width: 32 }} }} {Matcher} anchor_generator {{ {generator} }} }} }}";

    private static string Xml(string name, (double Left, double Top, double Right, double Bottom) box) =>
        FormattableString.Invariant($"<annotation><size><width>32</width><height>32</height></size><object><name>{name}</name><bndbox><xmin>{box.Left}</xmin><ymin>{box.Top}</ymin><xmax>{box.Right}</xmax><ymax>{box.Bottom}</ymax></bndbox></object></annotation>");

    private static JsonElement Drawn(FitOutcome outcome) => Fit.Json(outcome).GetProperty("drawn_anchors");

    private static double Figure(JsonElement drawn, string side, string name) => drawn.GetProperty(side).GetProperty(name).GetDouble();
}
