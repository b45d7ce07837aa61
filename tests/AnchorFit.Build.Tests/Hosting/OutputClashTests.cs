using System.Collections.Generic;
using AnchorFit.Hosting;
using Microsoft.Build.Utilities;
using Xunit;

namespace AnchorFit.Tests.Hosting;

/// <summary>A file of the project's own that would take the result's place in the output folder, or lose it.</summary>
public class OutputClashTests
{
    [Theory]
    [InlineData("pipeline.config", "PreserveNewest", "", "", "pipeline.config")]
    [InlineData("Pipeline.Config", "Always", "", "", "Pipeline.Config")]
    [InlineData("models/pipeline.config", "IfDifferent", "pipeline.config", "", "models/pipeline.config")]
    [InlineData("../shared/pipeline.config", "Always", "", "", "../shared/pipeline.config")]
    [InlineData("models/pipeline.config", "Always", "", "", null)]
    [InlineData("models/pipeline.config", "Always", "", "models", "models/pipeline.config")]
    [InlineData("pipeline.config", "Always", "", "models", null)]
    [InlineData("pipeline.config", "Never", "", "", null)]
    [InlineData("pipeline.config", "", "", "", null)]
    [InlineData("obj/pipeline.config", "Always", "pipeline.config", "", null)]
    [InlineData("other.config", "Always", "label_map.pbtxt", "", "other.config")]
    public void IsFoundByWhereItGoes(string file, string copy, string link, string subfolder, string? expected)
    {
        var item = new TaskItem(file, new Dictionary<string, string> { ["CopyToOutputDirectory"] = copy, ["Link"] = link });

        Assert.Equal(expected, OutputClash.Find([item], ["obj/pipeline.config", "obj/label_map.pbtxt"], subfolder, new ProjectPaths("/home/me/project")));
    }
}
