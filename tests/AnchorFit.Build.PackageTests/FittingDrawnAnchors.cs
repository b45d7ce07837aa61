using System;
using System.Text.RegularExpressions;
using AnchorFit.PackageTests.Infra;
using Xunit;

namespace AnchorFit.PackageTests;

/// <summary>The objective <c>DrawnAnchors</c> in a real build.</summary>
public class FittingDrawnAnchors(PackedPackage package)
{
    private const string Options = """
        <AnchorFitObjective>DrawnAnchors</AnchorFitObjective>
        <AnchorFitScales>true</AnchorFitScales>
        <AnchorFitLowestLayer>auto</AnchorFitLowestLayer>
        <AnchorFitAspectRatioCount>2</AnchorFitAspectRatioCount>
        <AnchorFitBudget>1000</AnchorFitBudget>
        """;

    private const string Generate = "-t:AnchorFitGenerate";
    private const string Config = "obj/Debug/net10.0/pipeline.config";

    [Fact]
    public void RatiosScalesAndTheFinestLayerAreFittedAndAChangedSettingIsAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, Options);

        project.Build(Generate);
        string fitted = project.Read(Config);
        Assert.Equal((2, 6), (Values(fitted, "aspect_ratios"), Values(fitted, "scales")));
        Assert.Contains("\"result\": \"fitted\"", project.Read("obj/Debug/net10.0/anchorfit.json"), StringComparison.Ordinal);

        Assert.True(project.Build(Generate).FitWasSkipped);

        Assert.False(project.Build(Generate, "-p:AnchorFitScales=false", "-p:AnchorFitLowestLayer=keep").FitWasSkipped);
        string ratios = project.Read(Config);
        Assert.Equal(0, Values(ratios, "scales"));
        Assert.DoesNotContain("reduce_boxes_in_lowest_layer: false", ratios, StringComparison.Ordinal);

        Assert.Equal("AFB1058", Assert.Single(project.TryBuild(Generate, "-p:AnchorFitMaxAnchors=10").Errors).Code);
        Assert.Equal(ratios, project.Read(Config));
    }

    private static int Values(string config, string field) => Regex.Count(config, $@"^\s*{field}: [0-9.]+\r?$", RegexOptions.Multiline);
}
