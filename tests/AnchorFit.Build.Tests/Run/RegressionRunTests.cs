using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>
/// Boxes that a fit of shapes serves worse. In an input of 32×32 the base config draws one anchor of 16×16 around the
/// middle, which is every dog; most boxes are cats of 8×32, and the one fitted ratio is theirs.
/// </summary>
public class RegressionRunTests
{
    private const string Config = """
        model { ssd {
          num_classes: 1
          image_resizer { fixed_shape_resizer { height: 32 width: 32 } }
          matcher { argmax_matcher { matched_threshold: 0.6 } }
          anchor_generator { ssd_anchor_generator { num_layers: 1 scales: 0.5 aspect_ratios: 1.0 reduce_boxes_in_lowest_layer: false interpolated_scale_aspect_ratio: 0 } }
        } }

        """;

    [Fact]
    public void AClassThatIsGivenUpIsAWarningWithFiguresAndCures()
    {
        FitOutcome outcome = Run(dogs: 10, s => s.With(("AnchorFitObjective", "MeanIoU")));

        // 8×32 and 16×16 share 8×16 of 384 pixels.
        string warning = Assert.Single(outcome.Diagnostics).ToString();
        Assert.StartsWith("x.csproj: warning AFB5040: the fitted aspect ratios serve some boxes worse than the base config's anchors: class dog: recall 100.00 % -> 0.00 %, mean best IoU 100.00 % -> 33.33 %", warning, StringComparison.Ordinal);
        Assert.Contains(". Better: AnchorFitAspectRatioCount=2, which serves none worse, or AnchorFitObjective=", warning, StringComparison.Ordinal);
        JsonElement worse = Fit.Json(outcome).GetProperty("drawn_anchors").GetProperty("served_worse")[0];
        Assert.Equal(("class", "dog"), (worse.GetProperty("kind").GetString(), worse.GetProperty("name").GetString()));
        Assert.Equal(33.33, worse.GetProperty("after").GetProperty("mean_best_iou_percent").GetDouble(), 0.01);
        Assert.StartsWith("drawn anchors: worst class dog 100.00 % -> 33.33 %, ", outcome.Result!.Closing[0], StringComparison.Ordinal);
        Assert.StartsWith("recall at 0.6: dog 100.00 % -> 0.00 %, ", outcome.Result.Closing[1], StringComparison.Ordinal);
    }

    [Fact]
    public void NineBoxesAreChance() => Assert.DoesNotContain("class dog", string.Concat(Run(dogs: 9).Diagnostics), StringComparison.Ordinal);

    [Fact]
    public void WhereNothingFallsNothingIsSaid() => Assert.Empty(Run(dogs: 10, s => s.With(("AnchorFitAspectRatioCount", "2"))).Diagnostics);

    [Fact]
    public void AutoTakesWhatServesNoClassWorse()
    {
        FitOutcome outcome = Run(dogs: 10, s => s.With(("AnchorFitAspectRatioCount", "auto")));

        Assert.Empty(outcome.Diagnostics);
        JsonElement curve = Fit.Json(outcome).GetProperty("curve");
        Assert.Equal((2, "drawn_anchors"), (curve.GetProperty("chosen_aspect_ratio_count").GetInt32(), curve.GetProperty("chosen_by").GetString()));
        Assert.Contains(outcome.Result!.Details, line => line.StartsWith("k: 2, by the anchors that each number draws (mean best IoU, k = 1: ", StringComparison.Ordinal) && line.EndsWith(" % (some worse), 2: 100.00 %)", StringComparison.Ordinal));

        // Who names a target wants that.
        JsonElement given = Fit.Json(Run(dogs: 10, s => s.With(("AnchorFitAspectRatioCount", "auto"), ("AnchorFitTargetIoU", "60")))).GetProperty("curve");
        Assert.Equal((1, "target_iou"), (given.GetProperty("chosen_aspect_ratio_count").GetInt32(), given.GetProperty("chosen_by").GetString()));
    }

    [Fact]
    public void EveryObjectiveIsCompared()
    {
        JsonElement json = Fit.Json(Run(dogs: 10, s => s.With(("AnchorFitObjective", "MeanIoU"))));

        JsonElement[] choices = [.. json.GetProperty("choices").EnumerateArray()];
        Assert.Equal([null, "KMeans", "MeanIoU", "DrawnAnchors", "DrawnAnchors"], choices.Select(c => c.GetProperty("objective").GetString()));
        Assert.Equal([false, false, false, false, true], choices.Select(c => c.GetProperty("scales").GetBoolean()));
        Assert.Equal([false, false, true, false, false], choices.Select(c => c.GetProperty("in_use").GetBoolean()));
        Assert.Equal([false, false, false, true, true], choices.Select(c => c.GetProperty("estimate").GetBoolean()));
        JsonElement drawn = json.GetProperty("drawn_anchors");
        Assert.Equal(drawn.GetProperty("before").GetProperty("mean_best_iou_percent").GetDouble(), choices[0].GetProperty("mean_best_iou_percent").GetDouble());
        Assert.Equal(drawn.GetProperty("after").GetProperty("mean_best_iou_percent").GetDouble(), choices[2].GetProperty("mean_best_iou_percent").GetDouble());
    }

    /// <summary>A detector whose box predictor is loaded, too, can't be trained with another number of anchors.</summary>
    [Theory]
    [InlineData("fine_tune_checkpoint_type: 'full'", true)]
    [InlineData("fine_tune_checkpoint_type: 'detection' load_all_detection_checkpoint_vars: true", true)]
    [InlineData("fine_tune_checkpoint_type: 'detection'", false)]
    public void ACheckpointThatNoLongerFitsIsAWarning(string type, bool isSaid)
    {
        string config = Config + "train_config { fine_tune_checkpoint: 'ckpt' " + type + " }\n";

        FitOutcome outcome = Fit.Run(config, Boxes(10), s => s.With(("AnchorFitFeatureMaps", "1x1"), ("AnchorFitAspectRatioCount", "2")));

        Assert.Equal(isSaid ? ["AFB5041"] : [], outcome.Diagnostics.Select(d => d.Code));
        Assert.All(outcome.Diagnostics, d => Assert.StartsWith("the result has 2 anchors a location and the base config 1: ", d.Message, StringComparison.Ordinal));
        Assert.Empty(Fit.Run(config, Boxes(0), s => s.With(("AnchorFitFeatureMaps", "1x1"))).Diagnostics);
    }

    private static FitOutcome Run(int dogs, Func<RawSettings, RawSettings>? settings = null) =>
        Fit.Run(Config, Boxes(dogs), s => (settings?.Invoke(s) ?? s).With(("AnchorFitFeatureMaps", "1x1")));

    private static IEnumerable<(string, string)> Boxes(int dogs) =>
        [.. Enumerable.Range(0, 30).Select(i => ($"cat{i:00}.xml", Xml("cat", 12, 0, 20, 32))), .. Enumerable.Range(0, dogs).Select(i => ($"dog{i:00}.xml", Xml("dog", 8, 8, 24, 24)))];

    private static string Xml(string name, int left, int top, int right, int bottom) =>
        $"<annotation><size><width>32</width><height>32</height></size><object><name>{name}</name><bndbox><xmin>{left}</xmin><ymin>{top}</ymin><xmax>{right}</xmax><ymax>{bottom}</ymax></bndbox></object></annotation>";
}
