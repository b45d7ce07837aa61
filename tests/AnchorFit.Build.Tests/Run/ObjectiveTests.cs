using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using AnchorFit.Fitting;
using AnchorFit.Reporting;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ObjectiveTests
{
    /// <summary>Two kinds of boxes alike in number, and one thin box.</summary>
    private static readonly (string, string)[] Files =
        [.. Enumerable.Range(0, 10).Select(i => ($"{i}.xml", Voc.Xml("cat", (50, 50), (50, 100)))), ("thin.xml", Voc.Xml("cat", (250, 5)))];

    [Fact]
    public void MeanIoUMaximizesTheAverageIoU()
    {
        JsonElement mean = Fit.Json(Run("MeanIoU"));
        JsonElement clusters = Fit.Json(Run("KMeans"));

        Assert.Equal("MeanIoU", mean.GetProperty("objective").GetString());
        Assert.Equal([0.5, 1], Ratios(mean));
        Assert.Equal([0.70703125, 50], Ratios(clusters).Select(r => System.Math.Round(r * 256) / 256));
        Assert.True(mean.GetProperty("average_iou_percent").GetDouble() > clusters.GetProperty("average_iou_percent").GetDouble() + 10);
    }

    [Fact]
    public void WhatOnlyKMeansHasIsNullOrEmpty()
    {
        FitOutcome outcome = Run("MeanIoU");
        JsonElement json = Fit.Json(outcome);
        var figures = outcome.Result!.Figures.ToDictionary(f => f.Key, f => f.Value);

        Assert.Equal(0, json.GetProperty("objective_gap_bound_percent").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("inertia").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("average_iou_of_centroids_percent").ValueKind);
        Assert.Equal("0.5;1.0", figures["AspectRatios"]);
        Assert.Equal(("", ""), (figures["Inertia"], figures["MeanIoUOfCentroids"]));
        Assert.Contains("no other aspect ratios have a higher average IoU", outcome.Result.Details);
    }

    [Fact]
    public void KMeansIsTheDefaultAndHasNoBound()
    {
        FitOutcome unsaid = Run("");

        Assert.Equal(Run("KMeans").Result!.SummaryJson, unsaid.Result!.SummaryJson);
        Assert.Equal("KMeans", Fit.Json(unsaid).GetProperty("objective").GetString());
        Assert.False(Fit.Json(unsaid).TryGetProperty("objective_gap_bound_percent", out _));
        Assert.Contains(unsaid.Result.Details, d => d.Contains("inertia", System.StringComparison.Ordinal));
    }

    [Fact]
    public void ABoundIsTold()
    {
        WeightedRatios ratios = WeightedRatios.Create([.. Enumerable.Range(1, 100).Select(i => 1 + (i * 0.01))], [.. Enumerable.Repeat(1.0, 100)]);
        MeanIoUFit fit = OptimalMeanIoU.Fit(ratios, 1, maxExact: 20, TestContext.Current.CancellationToken) with { GapBound = 0.0123456 };
        FitSummary summary = Summary(new AnchorFigures([1.5f], FitObjective.MeanIoU, FitQuality.Measure(ratios, fit, [1.5f])));

        Assert.Contains("no other aspect ratios have an average IoU more than 1.23456 percentage points higher", FitMessages.Details(summary));
        using JsonDocument json = JsonDocument.Parse(FitSummaryJson.Write(summary));
        Assert.Equal(1.23456, json.RootElement.GetProperty("objective_gap_bound_percent").GetDouble(), 1e-12);
    }

    private static FitSummary Summary(AnchorFigures anchors) => new()
    {
        PackageVersion = "1",
        BaseConfig = "a.config",
        ImageResizer = "fixed_shape_resizer",
        FileCount = 1,
        ObjectCount = 100,
        BoxCount = 100,
        Classes = [],
        NumClasses = 1,
        NumClassesSource = "setting",
        Anchors = anchors,
    };

    private static FitOutcome Run(string objective) =>
        Fit.Run(Fit.Config, Files, s => s.With(("AnchorFitAspectRatioCount", "2"), ("AnchorFitObjective", objective)));

    private static IEnumerable<double> Ratios(JsonElement json) => json.GetProperty("aspect_ratios").EnumerateArray().Select(r => r.GetDouble());
}
