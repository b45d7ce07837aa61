using System;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>CenterNet and experimental models: classes at most.</summary>
public class ModelsWithoutAnchorsTests
{
    private const string CenterNet = """
        model {
          center_net {
            num_classes: 90  # of COCO
            image_resizer { fixed_shape_resizer { height: 512 width: 512 } }
          }
        }

        """;

    // No size: nothing has to be resized.
    private static readonly (string, string)[] Files =
        [("a.xml", $"<annotation>{Voc.Object("cat", 100, 50)}{Voc.Object("dog", 0, 50)}</annotation>"), ("b.xml", $"<annotation>{Voc.Object("fox", 9, 9)}</annotation>")];

    [Fact]
    public void CenterNetGetsItsClassCount()
    {
        FitOutcome outcome = Run(CenterNet);

        Assert.Equal(
            "base.config(2,3): warning AFB4024: 'model.center_net' draws no anchors, so no aspect ratios are fitted; num_classes is set to 3",
            Assert.Single(outcome.Diagnostics).ToString());
        Assert.Equal(CenterNet.Replace("num_classes: 90", "num_classes: 3", StringComparison.Ordinal), Fit.Text(outcome));
        Assert.Equal("2 boxes in 2 files, no anchors to fit, num_classes 3, base base.config", outcome.Result!.Headline);
        Assert.Equal(
            ["base config base.config, images resized by its fixed_shape_resizer", "num_classes from the annotations; classes: cat (1), dog (0), fox (1)"],
            outcome.Result.Details);
        Assert.Equal(
            ["AspectRatios=", "MeanIoU=", "MinimumIoU=", "P5IoU=", "MedianIoU=", "MeanIoUOfCentroids=", "Inertia=", "DrawnMeanIoUBefore=", "DrawnMeanIoU=", "DrawnRecallBefore=", "DrawnRecall=", "Anchors=", "NumClasses=3", "Boxes=2", "Files=2"],
            outcome.Result.Figures.Select(f => f.Key + "=" + f.Value));
    }

    [Fact]
    public void TheSummaryHasNullsWhereAnchorsWouldBe()
    {
        JsonElement json = Fit.Json(Run(CenterNet));
        JsonElement withAnchors = Fit.Json(Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (9, 9)))]));

        Assert.Equal(withAnchors.EnumerateObject().Select(m => m.Name), json.EnumerateObject().Select(m => m.Name));
        Assert.Equal(
            ["objective", "aspect_ratios", "average_iou_percent", "average_iou_of_centroids_percent", "inertia", "best_iou_percent", "anchors", "curve", "drawn_anchors"],
            json.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Null).Select(m => m.Name));
        Assert.Equal("the model has no anchors", json.GetProperty("drawn_anchors_reason").GetString());
        Assert.Equal((1, 3), (json.GetProperty("schema_version").GetInt32(), json.GetProperty("num_classes").GetInt32()));
    }

    [Fact]
    public void AnAbsentClassCountIsPutIn() => Assert.Contains(
        "num_classes: 3", Fit.Text(Run(CenterNet.Replace("    num_classes: 90  # of COCO\n", "", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void ALabelMapAloneIsWrittenToo()
    {
        FitOutcome outcome = Run(CenterNet, s => s.With(("AnchorFitNumClasses", "keep"), ("AnchorFitGenerateLabelMap", "true")));

        Assert.EndsWith("no aspect ratios are fitted; num_classes stays as it is, and the label map is written", Assert.Single(outcome.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(CenterNet, Fit.Text(outcome));
        Assert.NotNull(outcome.Result!.LabelMap);
    }

    [Theory]
    [InlineData(CenterNet, "keep", "base.config(2,3): error AFB4024: 'model.center_net' draws no anchors, and there is no number of classes to write either; ")]
    [InlineData("model { experimental_model { name: 'mine' } }", "auto", "base.config(1,9): error AFB4024: 'model.experimental_model' draws no anchors, and there is no number of classes to write either; ")]
    public void WithNothingToWriteThereIsAnError(string config, string numClasses, string message)
    {
        FitOutcome outcome = Run(config, s => s.With(("AnchorFitNumClasses", numClasses)));

        Assert.Null(outcome.Result);
        Assert.StartsWith(message, Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private static FitOutcome Run(string config, Func<RawSettings, RawSettings>? settings = null) =>
        Fit.Run(config, Files, s => (settings is null ? s : settings(s)).With(("AnchorFitInvalidBoxes", "ignore")));
}
