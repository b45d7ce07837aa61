using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The whole engine on real annotations and a real config; figures of sklearn 1.2.1 on the same set.</summary>
public class RaccoonRunTests
{
    [CorpusFact]
    public void TheNotebooksJobOnARealSet()
    {
        string config = Path.Combine(Corpus.Require(), "configs", "ssdlite_mobiledet_edgetpu_320x320_coco_sync_4x4.config");

        FitOutcome outcome = Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 4);

        Assert.Equal(["AFB4025"], outcome.Diagnostics.Select(d => d.Code));
        JsonElement json = Fit.Json(outcome);
        Assert.Equal([0.5272, 0.7077, 0.9440, 1.3411], json.GetProperty("aspect_ratios").EnumerateArray().Select(r => Math.Round(r.GetDouble(), 4)));
        Assert.Equal(92.486, json.GetProperty("average_iou_of_centroids_percent").GetDouble(), 0.0005);
        Assert.Equal(1.2734313834606, json.GetProperty("inertia").GetDouble(), 1e-12);

        Assert.Equal(
            [
                "drawn anchors: worst size 128-256 px 69.37 % -> 70.06 %, mean best IoU 72.67 % -> 73.32 %, anchors 2034 -> 1895",
                "recall at 0.5: 128-256 px 100.00 % -> 100.00 %, all boxes 100.00 % -> 100.00 %, positives a box 8 -> 11; 1 piece of advice in the report",
            ],
            outcome.Result!.Closing);
        JsonElement drawn = json.GetProperty("drawn_anchors");
        Assert.Equal(72.67469397047306, drawn.GetProperty("before").GetProperty("mean_best_iou_percent").GetDouble(), 1e-6);
        Assert.Equal(73.32314699193257, drawn.GetProperty("after").GetProperty("mean_best_iou_percent").GetDouble(), 1e-6);
        Assert.Equal((217, 0), (drawn.GetProperty("boxes").GetInt32(), drawn.GetProperty("unplaced_boxes").GetInt32()));

        string[] before = File.ReadAllText(config).Split('\n');
        string[] after = Fit.Text(outcome).Split('\n');
        Assert.Equal(
            before.Where(l => !l.Contains("aspect_ratios", StringComparison.Ordinal) && !l.Contains("num_classes", StringComparison.Ordinal)),
            after.Where(l => !l.Contains("aspect_ratios", StringComparison.Ordinal) && !l.Contains("num_classes", StringComparison.Ordinal)));
        Assert.Equal(
            ["    num_classes: 1", "        aspect_ratios: 0.5271971", "        aspect_ratios: 0.70767784", "        aspect_ratios: 0.944005", "        aspect_ratios: 1.3410971"],
            after.Where(l => l.Contains("aspect_ratios", StringComparison.Ordinal) || l.Contains("num_classes", StringComparison.Ordinal)).Select(l => l.TrimEnd('\r')));
    }

    [CorpusFact]
    public void EveryRealConfigCanBeFitted()
    {
        Corpus.Require();
        Assert.All(Corpus.Configs(), config =>
        {
            FitOutcome outcome = Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 3);
            JsonElement drawn = Fit.Json(outcome).GetProperty("drawn_anchors");
            bool isWorse = drawn.ValueKind != JsonValueKind.Null && drawn.GetProperty("served_worse").GetArrayLength() > 0;
            Assert.Equal(isWorse, outcome.Diagnostics.Any(d => d.Code == "AFB5040"));
            bool hasAnchors = !Path.GetFileName(config).StartsWith("center", StringComparison.Ordinal);
            Assert.Equal(hasAnchors ? [] : ["AFB4024"], outcome.Diagnostics.Select(d => d.Code).Where(c => c is not ("AFB4025" or "AFB5040" or "AFB5041")));
            Assert.Contains("num_classes: 1\n", Fit.Text(outcome).Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    /// <summary>The notebook's method can lower the recall, and that is said.</summary>
    [Fact]
    public void ADefaultFitBelowTheBaseIsSaid()
    {
        string config = Path.Combine(Corpus.Require(), "configs", "context_rcnn_resnet101_snapshot_serengeti.config");

        FitOutcome outcome = Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 4);

        string warning = outcome.Diagnostics.Single(d => d.Code == "AFB5040").ToString();
        Assert.StartsWith("x.csproj: warning AFB5040: the fitted aspect ratios serve some boxes worse than the base config's anchors: ", warning, StringComparison.Ordinal);
        Assert.Contains("all boxes: recall 89.40 % -> 87.10 %", warning, StringComparison.Ordinal);
        Assert.Contains("AnchorFitObjective=", warning, StringComparison.Ordinal);
    }
}
