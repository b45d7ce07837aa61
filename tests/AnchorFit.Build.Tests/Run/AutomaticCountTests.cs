using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class AutomaticCountTests
{
    /// <summary>Twelve shapes, wide apart.</summary>
    private static readonly (string, string)[] Files =
        [.. Enumerable.Range(0, 12).Select(i => ($"{i:00}.xml", Voc.Xml("cat", ((int)(20 * Math.Pow(1.25, i)), 40))))];

    [Theory]
    [InlineData("KMeans")]
    [InlineData("MeanIoU")]
    public void TheFewestThatReachTheTargetAreWritten(string objective)
    {
        JsonElement curve = Curve(Run("1", objective: objective));
        Assert.Equal(10, curve.GetProperty("points").GetArrayLength());
        for (int k = 2; k <= 10; k++)
        {
            double reached = Percent(curve, k);
            FitOutcome outcome = Run("auto", (reached - 0.0001).ToString("F4", CultureInfo.InvariantCulture), objective);

            JsonElement chosen = Curve(outcome);
            Assert.Equal(k, chosen.GetProperty("chosen_aspect_ratio_count").GetInt32());
            Assert.Equal(curve.GetProperty("points").GetRawText(), chosen.GetProperty("points").GetRawText());
            FitOutcome given = Run(Text(k), objective: objective);
            Assert.Equal(given.Result!.PipelineConfig, outcome.Result!.PipelineConfig);
            Assert.Equal(reached, Fit.Json(given).GetProperty("average_iou_percent").GetDouble());
            Assert.Contains(outcome.Result.Details, line => line.StartsWith($"k: {k} reaches {reached - 0.0001:0.##} % (k = {k - 1}: ", StringComparison.Ordinal));
            Assert.Empty(outcome.Diagnostics);
        }
    }

    [Fact]
    public void NinetyPercentIsTheDefault()
    {
        JsonElement curve = Curve(Run("auto"));
        int chosen = curve.GetProperty("chosen_aspect_ratio_count").GetInt32();

        Assert.Equal(90, curve.GetProperty("target_iou_percent").GetDouble(), 1e-12);
        Assert.True(Percent(curve, chosen) >= 90);
        Assert.True(Percent(curve, chosen - 1) < 90);
        Assert.Equal(chosen, Ratios(Fit.Json(Run("auto"))).Length);
    }

    [Fact]
    public void TenAreWrittenWithAWarningWhereNoneReachIt()
    {
        FitOutcome outcome = Run("auto", "99.99");

        Assert.Equal(10, Ratios(Fit.Json(outcome)).Length);
        Assert.Equal(
            "x.csproj: warning AFB5035: no number of aspect ratios from 1 to 10 has an average IoU of 99.99 %: 10 of them have 96.74 % and are taken; lower AnchorFitTargetIoU, or set AnchorFitAspectRatioCount to a number",
            Assert.Single(outcome.Diagnostics).ToString());
        Assert.Contains(outcome.Result!.Details, line => line.StartsWith("k: 10 taken, as none reaches 99.99 % (k = 9: ", StringComparison.Ordinal));
    }

    [Fact]
    public void AsManyRatiosAsTheBoxesHaveReachEverything()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (30, 10), (10, 30), (10, 30)))], s => s.With(("AnchorFitAspectRatioCount", "auto"), ("AnchorFitTargetIoU", "100")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal([0.33333334, 3], Ratios(Fit.Json(outcome)));
        Assert.Equal(2, Curve(outcome).GetProperty("points").GetArrayLength());
        Assert.Contains(outcome.Result!.Details, line => line.StartsWith("k: 2 reaches 100 % (k = 1: ", StringComparison.Ordinal));
    }

    [Fact]
    public void AGivenNumberHasTheCurveAndNoTarget()
    {
        FitOutcome outcome = Run("12");
        JsonElement curve = Curve(outcome);

        Assert.Equal(JsonValueKind.Null, curve.GetProperty("target_iou_percent").ValueKind);
        Assert.Equal(12, curve.GetProperty("chosen_aspect_ratio_count").GetInt32());
        Assert.Equal(Enumerable.Range(1, 10), curve.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("aspect_ratio_count").GetInt32()));
        Assert.Equal(Enumerable.Range(2, 10), curve.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("anchors_per_location").GetInt32()));
        Assert.DoesNotContain(outcome.Result!.Details, line => line.StartsWith("k: ", StringComparison.Ordinal));
    }

    [Fact]
    public void TheOrderOfTheFilesChangesNothing() => Assert.Equal(
        Run("auto").Result!.SummaryJson,
        Fit.Run(Fit.Config, Files.Reverse(), s => s.With(("AnchorFitAspectRatioCount", "auto"))).Result!.SummaryJson);

    [Fact]
    public void AModelWithoutAnchorsHasNoCurveAndNoAdvice()
    {
        const string Config = "model { center_net { num_classes: 90 image_resizer { fixed_shape_resizer { height: 300 width: 400 } } } }";
        JsonElement json = Fit.Json(Fit.Run(Config, Files, s => s.With(("AnchorFitAspectRatioCount", "auto"))));

        Assert.Equal(JsonValueKind.Null, json.GetProperty("curve").ValueKind);
        Assert.Equal(0, json.GetProperty("advice").GetArrayLength());
    }

    private static FitOutcome Run(string count, string target = "", string objective = "") =>
        Fit.Run(Fit.Config, Files, s => s.With(("AnchorFitAspectRatioCount", count), ("AnchorFitTargetIoU", target), ("AnchorFitObjective", objective)));

    private static JsonElement Curve(FitOutcome outcome) => Fit.Json(outcome).GetProperty("curve");

    private static double Percent(JsonElement curve, int k) => curve.GetProperty("points")[k - 1].GetProperty("average_iou_percent").GetDouble();

    private static double[] Ratios(JsonElement json) => [.. json.GetProperty("aspect_ratios").EnumerateArray().Select(r => r.GetDouble())];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
