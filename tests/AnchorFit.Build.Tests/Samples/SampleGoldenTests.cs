using System.IO;
using System.Linq;
using System.Text.Json;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Samples;

/// <summary>The sample's annotations, read and fitted by the engine, against figures that sklearn made of them.</summary>
public class SampleGoldenTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void FitReachesTheOptimum(int aspectRatioCount)
    {
        using JsonDocument golden = JsonDocument.Parse(Repository.Read("tests/AnchorFit.Build.Tests/Samples/sample-golden.json"));
        JsonElement row = golden.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("k").GetInt32() == aspectRatioCount);
        JsonElement exact = row.GetProperty("exact_kmeans");
        string sample = Path.Combine(Repository.Root, "samples", "SampleTrainingProject");

        FitOutcome outcome = Fit.RunFolder(Path.Combine(sample, "ssdlite_mobiledet.config"), Path.Combine(sample, "data", "xmls"), aspectRatioCount);

        // Other ratios than the base config's serve some of the boxes a little worse, whatever their number.
        Assert.Equal(["AFB5040"], outcome.Diagnostics.Select(d => d.Code));
        JsonElement json = Fit.Json(outcome);
        Assert.Equal(530, json.GetProperty("annotations").GetProperty("boxes").GetInt32());
        Assert.Equal(2, json.GetProperty("num_classes").GetInt32());
        Assert.Equal(
            exact.GetProperty("aspect_ratios").EnumerateArray().Select(r => (float)r.GetDouble()),
            json.GetProperty("aspect_ratios").EnumerateArray().Select(r => r.GetSingle()));
        Assert.Equal(exact.GetProperty("inertia").GetDouble(), json.GetProperty("inertia").GetDouble(), 1e-9);
        Assert.True(json.GetProperty("inertia").GetDouble() <= row.GetProperty("sklearn").GetProperty("inertia").GetDouble() + 1e-9);
        Assert.Equal(exact.GetProperty("average_iou_of_centroids").GetDouble(), json.GetProperty("average_iou_of_centroids_percent").GetDouble(), 1e-9);
        Assert.Equal(exact.GetProperty("mean_iou_of_unit_area_anchors").GetDouble(), json.GetProperty("average_iou_percent").GetDouble(), 1e-5);
    }
}
