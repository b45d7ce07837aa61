using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The names that projects may use are those that the targets read and the README explains.</summary>
public class OptionNamesTests
{
    [Fact]
    public void EveryPropertyThatTheTargetsReadIsKnownAndNoOther()
    {
        IEnumerable<string> read = Directory.GetFiles(Path.Combine(Repository.Root, "build"), "*.targets")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"(?<=\$\()Anchor\w+", RegexOptions.None, TimeSpan.FromSeconds(10)).Select(match => match.Value));

        Assert.Equal(read.Distinct().Order(StringComparer.Ordinal), OptionNames.Properties.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheReadmeNamesEachOfThem()
    {
        string readme = Repository.Read("README.md");

        Assert.All(OptionNames.Properties, name => Assert.Contains("`" + name + "`", readme, StringComparison.Ordinal));
        Assert.All(OptionNames.Items, name => Assert.Contains("`@(" + name + ")`", readme, StringComparison.Ordinal));
        Assert.All(OptionNames.MetadataOf("AnchorAnnotations"), name => Assert.Contains("`" + name + "`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AnchorFitBaseConfg", "AnchorFitBaseConfig")]
    [InlineData("AnchorFitAspectRatiosCount", "AnchorFitAspectRatioCount")]
    [InlineData("anchorfitVerfy", "AnchorFitVerify")]
    [InlineData("AnchorFitAnnotationsDirectory", "AnchorAnnotationsDirectory")]
    [InlineData("AnchorAnnotationDirectory", "AnchorAnnotationsDirectory")]
    [InlineData("AnchorFitMyStuff", null)]
    public void AMisspeltPropertyHasANearestOne(string name, string? nearest)
    {
        Assert.True(OptionNames.IsProperty(name));
        Assert.False(OptionNames.IsKnownProperty(name));
        Assert.Equal(nearest, OptionNames.NearestProperty(name));
    }

    [Theory]
    [InlineData("Anchor")]
    [InlineData("AnchorPoints")]
    [InlineData("TargetFramework")]
    [InlineData("_AnchorFitUsed")]
    public void OtherNamesAreNoneOfOurs(string name)
    {
        Assert.False(OptionNames.IsProperty(name));
        Assert.False(OptionNames.IsItem(name));
    }
}
