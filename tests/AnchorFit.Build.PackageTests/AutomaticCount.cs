using System;
using System.Linq;
using System.Text.Json;
using AnchorFit.PackageTests.Infra;
using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>The number of aspect ratios that <c>auto</c> chooses, in one project whose target changes.</summary>
public class AutomaticCount(PackedPackage package)
{
    [Fact]
    public void AutoTakesTheFewestThatReachTheTargetAndSaysSo()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, "<AnchorFitAspectRatioCount>auto</AnchorFitAspectRatioCount><AnchorFitTargetIoU>90</AnchorFitTargetIoU>");
        project.Write("data/d.xml", Voc.Xml("cat", [.. Enumerable.Range(0, 11).Select(i => (20 + (20 * i), 60))]));

        BuildResult build = project.Build("-t:AnchorFitGenerate");
        Assert.DoesNotContain(build.Warnings, w => w.Code != "AFB5040");
        (int chosen, double reached, int ratios) = Chosen();
        Assert.Equal(chosen, ratios);
        Assert.InRange(chosen, 2, 9);
        Assert.InRange(reached, 90, 100);
        Assert.StartsWith($"AnchorFit: k: {chosen} reaches 90 % (k = {chosen - 1}: ", Said(build, "AnchorFit: k: "), StringComparison.Ordinal);

        BuildResult higher = project.Build("-t:AnchorFitGenerate", "-p:AnchorFitTargetIoU=99.95");
        Warning warning = Assert.Single(higher.Warnings, w => w.Code != "AFB5040");
        Assert.Equal("AFB5035", warning.Code);
        Assert.Equal(10, Chosen().Ratios);
        Assert.StartsWith("AnchorFit: k: 10 taken, as none reaches 99.95 %", Said(higher, "AnchorFit: k: "), StringComparison.Ordinal);

        // Where the number is given, the target is idle, and the curve is there all the same.
        BuildResult given = project.Build("-t:AnchorFitGenerate", "-p:AnchorFitAspectRatioCount=3", "-p:AnchorFitTargetIoU=95");
        Assert.Equal("AFB1065", Assert.Single(given.Warnings, w => w.Code != "AFB5040").Code);
        Assert.Equal((3, 3), (Chosen().Count, Chosen().Ratios));
        Assert.StartsWith("AnchorFit: advice: ", Said(given, "AnchorFit: advice: "), StringComparison.Ordinal);

        (int Count, double Reached, int Ratios) Chosen()
        {
            using JsonDocument json = JsonDocument.Parse(project.Read("obj/Debug/net10.0/anchorfit.json"));
            JsonElement curve = json.RootElement.GetProperty("curve");
            int count = curve.GetProperty("chosen_aspect_ratio_count").GetInt32();
            double percent = curve.GetProperty("points")[count - 1].GetProperty("average_iou_percent").GetDouble();
            Assert.Equal(percent, json.RootElement.GetProperty("average_iou_percent").GetDouble());
            return (count, percent, json.RootElement.GetProperty("aspect_ratios").GetArrayLength());
        }
    }

    private static string Said(BuildResult build, string start) =>
        build.Log.FindChildrenRecursive<Message>().Select(m => m.Text).First(text => text.StartsWith(start, StringComparison.Ordinal));
}
