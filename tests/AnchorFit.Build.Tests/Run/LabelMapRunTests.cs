using System;
using System.Linq;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Fits with a label map: an existing one, or one that is generated.</summary>
public class LabelMapRunTests
{
    private const string Map = "item { id: 3 name: 'cat' }\nitem { id: 7 name: '/m/0bt9lr' display_name: 'dog' }\nitem { id: 0 name: 'background' }\n";

    [Fact]
    public void TheLargestIdIsTheNumberOfClasses()
    {
        FitOutcome outcome = Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml("dog", (10, 10)))]);

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("num_classes: 7", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal("label_map", Fit.Json(outcome).GetProperty("num_classes_source").GetString());
        Assert.Null(outcome.Result!.LabelMap);
        Assert.Contains("num_classes from the label map; classes: dog (1)", outcome.Result.Details);
        Assert.Contains("of the label map, no object has: cat", outcome.Result.Details);
    }

    [Fact]
    public void EachUnknownClassIsToldOnceAtItsFirstPlace()
    {
        string second = "<annotation>\n<size><width>400</width><height>300</height></size>\n" + Voc.Object("cat", 10, 10) + "\n\n" + Voc.Object("dgo", 10, 10) + "</annotation>";
        FitOutcome outcome = Fit.RunWithLabelMap(
            Map,
            [("a.xml", Voc.Wrap(Voc.Object("Raccoon", 0, 10))), ("b.xml", second), ("c.xml", Voc.Xml("dgo", (20, 10), (30, 10)))],
            s => s.With(("AnchorFitInvalidBoxes", "ignore")));

        Assert.Null(outcome.Result);
        Assert.Equal(
            [
                "a.xml: error AFB2041: the class 'Raccoon' (no usable box, first here) is not in the label map 'map.pbtxt'; correct the annotations or add the class, or set AnchorFitUnknownClasses to warn",
                "b.xml(5,0): error AFB2041: the class 'dgo' (3 boxes, first here) is not in the label map 'map.pbtxt'; did you mean 'dog'?; correct the annotations or add the class, or set AnchorFitUnknownClasses to warn",
            ],
            outcome.Diagnostics.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("warn", "warning AFB2041")]
    [InlineData("ignore", null)]
    public void UnknownClassesCanBeAllowed(string policy, string? expected)
    {
        FitOutcome outcome = Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml("Cat", (10, 10)))], s => s.With(("AnchorFitUnknownClasses", policy)));

        Assert.Equal(expected is null ? 0 : 1, outcome.Diagnostics.Count(d => d.ToString().Contains(expected ?? "AFB", StringComparison.Ordinal)));
        Assert.Contains("num_classes: 7", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersAreIds()
    {
        Assert.Empty(Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml("3", (10, 10)))]).Diagnostics);
        foreach (string name in new[] { "4", "0" })
        {
            Assert.Equal("AFB2041", Assert.Single(Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml(name, (10, 10)))]).Diagnostics).Code);
        }
    }

    [Theory]
    [InlineData("7", 7, null)]
    [InlineData("6", 6, "AnchorFitNumClasses makes num_classes 6, but the largest id of the label map 'map.pbtxt' is 7: objects of the ids above 6 would be trained as no class; set AnchorFitNumClasses to auto")]
    [InlineData("8", 8, "AnchorFitNumClasses makes num_classes 8, but the largest id of the label map 'map.pbtxt' is 7: the classes above it have no name; set AnchorFitNumClasses to auto, or complete the label map")]
    [InlineData("keep", 90, null)]
    public void AnotherNumberOfClassesIsTold(string setting, int written, string? message)
    {
        FitOutcome outcome = Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml("cat", (10, 10)))], s => s.With(("AnchorFitNumClasses", setting)));

        Assert.Contains($"num_classes: {written}", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal(message is null ? [] : ["x.csproj: warning AFB1044: " + message], outcome.Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public void AKeptNumberBelowTheIdsIsTold()
    {
        FitOutcome outcome = Fit.RunWithLabelMap("item { id: 91 name: 'cat' }", [("a.xml", Voc.Xml("cat", (10, 10)))], s => s.With(("AnchorFitNumClasses", "keep")));

        Assert.StartsWith(
            "x.csproj: warning AFB1044: the base config (AnchorFitNumClasses is keep) makes num_classes 90, but the largest id of the label map 'map.pbtxt' is 91",
            Assert.Single(outcome.Diagnostics).ToString(),
            StringComparison.Ordinal);
        Assert.Contains("num_classes: 90", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenMapIsToldBeforeAnyFileIsRead()
    {
        FitOutcome outcome = Fit.RunWithLabelMap("item { id = 1 }", [("a.xml", "<annotation>")]);

        Assert.Null(outcome.Result);
        Assert.StartsWith("map.pbtxt(1,11): error AFB3012: ", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AGeneratedMapHasEveryClass()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config,
            [("a.xml", Voc.Wrap(Voc.Object("dog", 0, 10), Voc.Object("cat", 10, 10)))],
            s => s.With(("AnchorFitGenerateLabelMap", "True"), ("AnchorFitInvalidBoxes", "ignore")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Equal("item {\n  id: 1\n  name: 'cat'\n}\nitem {\n  id: 2\n  name: 'dog'\n}\n", Fit.LabelMap(outcome));
        Assert.Contains("num_classes: 2", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void NumericClassesKeepTheirIdsInAGeneratedMap()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("12", 10, 10), Voc.Object("3", 10, 10)))], s => s.With(("AnchorFitGenerateLabelMap", "true")));

        Assert.Equal("item {\n  id: 3\n  name: '3'\n}\nitem {\n  id: 12\n  name: '12'\n}\n", Fit.LabelMap(outcome));
        Assert.Contains("num_classes: 12", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void AGivenNumberIsComparedWithTheGeneratedMap()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("a", 10, 10), Voc.Object("b", 10, 10)))], s => s.With(("AnchorFitGenerateLabelMap", "true"), ("AnchorFitNumClasses", "1")));

        Assert.Contains("AnchorFitNumClasses makes num_classes 1, but the largest id of the generated label map is 2", Assert.Single(outcome.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoMapIsMadeOfNoClasses()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("", (10, 10)))], s => s.With(("AnchorFitGenerateLabelMap", "true")));

        Assert.Null(outcome.Result);
        Assert.Equal(["AFB2019", "AFB2042"], outcome.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void AMapIsEitherGivenOrGenerated()
    {
        FitOutcome outcome = Fit.RunWithLabelMap(Map, [("a.xml", Voc.Xml("cat", (10, 10)))], s => s.With(("AnchorFitLabelMap", "map.pbtxt"), ("AnchorFitGenerateLabelMap", "true")));

        Assert.Null(outcome.Result);
        Assert.Equal("AFB1042", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public void WithoutEitherThereIsNone() => Assert.Null(Fit.Run(Fit.Config, [("a.xml", Voc.Xml("cat", (10, 10)))]).Result!.LabelMap);
}
