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

    private const string Config = "bin/Debug/net10.0/pipeline.config";

    [Fact]
    public void RatiosScalesAndTheFinestLayerAreFittedAndAChangedSettingIsAFit()
    {
        using TrainingProject project = TrainingProject.WithAnnotations(package, Options);

        project.Build();
        string fitted = project.Read(Config);
        Assert.Equal((2, 6), (Values(fitted, "aspect_ratios"), Values(fitted, "scales")));
        Assert.Contains("\"result\": \"fitted\"", project.Read("obj/Debug/net10.0/anchorfit.json"), StringComparison.Ordinal);

        Assert.True(project.Build("--no-restore").FitWasSkipped);

        Assert.False(project.Build("--no-restore", "-p:AnchorFitScales=false", "-p:AnchorFitLowestLayer=keep").FitWasSkipped);
        string ratios = project.Read(Config);
        Assert.Equal(0, Values(ratios, "scales"));
        Assert.DoesNotContain("reduce_boxes_in_lowest_layer: false", ratios, StringComparison.Ordinal);

        Assert.Equal("AFB1058", Assert.Single(project.TryBuild("-t:AnchorFitGenerate", "--no-restore", "-p:AnchorFitMaxAnchors=10").Errors).Code);
        Assert.Equal(ratios, project.Read(Config));
    }

    private static int Values(string config, string field) => Regex.Count(config, $@"^\s*{field}: [0-9.]+\r?$", RegexOptions.Multiline);
}
