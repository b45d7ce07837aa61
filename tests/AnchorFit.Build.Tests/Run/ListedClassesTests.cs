using System;
using System.Linq;
using AnchorFit.Run;
using AnchorFit.Tests.Annotations;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>What classes count where a list names them: COCO's categories, the names beside YOLO labels.</summary>
public class ListedClassesTests
{
    private const string Label = "0 0.5 0.5 0.2 0.3\n2 0.5 0.5 0.3 0.1\n";

    [Fact]
    public void TheLengthOfTheListCounts()
    {
        FitOutcome outcome = Yolo("names: [ant, bee, cow, doe]", Label, s => s.With(("AnchorFitGenerateLabelMap", "true")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("num_classes: 4", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.EndsWith("num_classes 4 (2 without objects), base base.config", outcome.Result!.Headline, StringComparison.Ordinal);
        Assert.Contains("of the list of classes, no object has: bee, doe", outcome.Result.Details);
        Assert.Equal(["bee", "doe"], Fit.Json(outcome).GetProperty("classes_without_objects").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("item {\n  id: 4\n  name: 'doe'\n}\n", Fit.LabelMap(outcome).Substring(Fit.LabelMap(outcome).LastIndexOf("item", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("names: ['20', '5', '100']", "num_classes: 3")]
    [InlineData("names: {0: 20, 1: 5, 2: 100}", "num_classes: 3")]
    [InlineData("other: 1", "num_classes: 3")] // no names: class 2 is the third
    public void NumbersInAListAreNames(string yaml, string expected)
    {
        FitOutcome outcome = Yolo(yaml, Label);

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains(expected, Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void ListedNumbersAreNoIdsOfALabelMap()
    {
        const string Map = "item { id: 1 name: '20' }\nitem { id: 2 name: '100' }\nitem { id: 5 name: 'five' }";

        FitOutcome outcome = Fit.RunBeside(new Beside().Add("data.yaml", "names: ['20', '5', '100']").Find, [("a.txt", "1 0.5 0.5 0.2 0.3\n")], labelMap: Map);

        Assert.StartsWith("a.txt(1,0): error AFB2041: the class '5' (1 box, first here) is not in the label map", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ListsOfSeveralFoldersAddUp()
    {
        Beside beside = new Beside().Add("p/data.yaml", "names: [ant, bee]").Add("q/data.yaml", "names: [bee, cow]");

        FitOutcome outcome = Fit.RunBeside(beside.Find, [("p/a.txt", "0 0.5 0.5 0.2 0.3"), ("p/b.txt", "0 0.5 0.5 0.2 0.4"), ("q/a.txt", "0 0.5 0.5 0.2 0.3")]);

        Assert.Contains("num_classes: 3", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal("cow", Assert.Single(Fit.Json(outcome).GetProperty("classes_without_objects").EnumerateArray().Select(name => name.GetString())));
    }

    [Theory]
    [InlineData("ant;doe", "", "num_classes: 2")]
    [InlineData("", "ant;doe", "num_classes: 2")]
    public void OnlyClassesThatTakePartCount(string included, string excluded, string expected)
    {
        FitOutcome outcome = Yolo("names: [ant, bee, cow, doe]", "0 0.5 0.5 0.2 0.3\n1 0.5 0.5 0.2 0.3\n3 0.5 0.5 0.2 0.3", s => s.With(("AnchorFitIncludeClasses", included), ("AnchorFitExcludeClasses", excluded), ("AnchorFitGenerateLabelMap", "true")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains(expected, Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfFilesNeedNoList()
    {
        FitOutcome outcome = Fit.RunBeside(new Beside().Add("data.yaml", "names: [x, y, z]").Find, [("owl_1.txt", "0 0.5 0.5 0.2 0.3")], s => s.With(("AnchorFitClassPattern", "^[a-z]+")));

        Assert.Contains("num_classes: 1", Fit.Text(outcome), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "num_classes: 3", "AFB2043: the annotations number the class 'elk' 7 (counted from 1), and num_classes is 3: ")] // gaps between the numbers
    [InlineData("7", "num_classes: 7", null)]
    [InlineData("2", "num_classes: 2", "AFB2043: the annotations number the class 'elk' 7 (counted from 1), and num_classes is 2: ")]
    [InlineData("keep", "num_classes: 90", null)]
    public void ANumberAboveIsTold(string setting, string expected, string? warning)
    {
        FitOutcome outcome = Yolo("names:\n  0: ant\n  4: doe\n  6: elk", "0 0.5 0.5 0.2 0.3\n6 0.5 0.5 0.2 0.3", s => s.With(("AnchorFitNumClasses", setting)));

        Assert.Contains(expected, Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal(warning is null ? 0 : 1, outcome.Diagnostics.Count);
        Assert.All(outcome.Diagnostics, d => Assert.Contains("a.txt: warning " + warning, d.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void AGeneratedMapGivesOtherNumbers() => Assert.Empty(
        Yolo("names:\n  0: ant\n  6: elk", "6 0.5 0.5 0.2 0.3", s => s.With(("AnchorFitGenerateLabelMap", "true"))).Diagnostics);

    [Fact]
    public void FewerThanThereAreClassesIsTold()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Wrap(Voc.Object("ant", 10, 20), Voc.Object("bee", 10, 20)))], s => s.With(("AnchorFitNumClasses", "1")));

        Assert.StartsWith("x.csproj: warning AFB2043: the objects have 2 classes, and num_classes is 1: ", Assert.Single(outcome.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id": 3, "name": "ant"}, {"id": 1, "name": "bee"}, {"id": 2, "name": "7"}""", "num_classes: 3", null)]
    [InlineData("""{"id": 3, "name": "300"}, {"id": 1, "name": "200"}""", "num_classes: 2", "AFB2043")] // id 3 of two classes
    [InlineData("""{"id": 0, "name": "pets", "supercategory": "none"}, {"id": 3, "name": "ant", "supercategory": "pets"}, {"id": 1, "name": "x", "supercategory": "x"}, {"id": 2, "name": "z"}""", "num_classes: 3", null)] // a group
    [InlineData("""{"id": 0, "name": "_background_"}, {"id": 3, "name": "ant"}, {"id": 1, "name": "z"}, {"id": "2", "name": "y"}""", "num_classes: 3", null)]
    [InlineData("""{"id": 3, "name": "ant", "supercategory": "bee"}, {"id": 1, "name": "bee"}, {"id": 4, "name": "bee"}, {"id": 5}""", "num_classes: 1", "AFB2043")]
    [InlineData("", "num_classes: 3", "AFB2107")] // the ids alone
    public void CategoriesCount(string categories, string expected, string? codes)
    {
        string json = $$"""{"images": [{"id": 1, "width": 400, "height": 300}], "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "bbox": [1, 2, 30, 40]}], "categories": [{{categories}}]}""";

        FitOutcome outcome = Fit.Run(Fit.Config, [("a.json", json)]);

        Assert.Contains(expected, Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal(codes ?? string.Empty, string.Join(' ', outcome.Diagnostics.Select(d => d.Code).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("10 20 50 500", "", false, "num_classes: 500", true)]
    [InlineData("10 20 50 500", "names", false, "num_classes: 4", false)]
    [InlineData("10 20 50 500", "names", true, "num_classes: 4", false)]
    [InlineData("10 20 50 500", "500", true, "num_classes: 500", false)]
    [InlineData("10 20 50 500", "600", false, "num_classes: 600", false)]
    [InlineData("10 20 50 500", "keep", true, "num_classes: 90", true)]
    [InlineData("10 20 50 500", "keep", false, "num_classes: 90", false)]
    [InlineData("10 20 50 five", "", true, "num_classes: 4", false)]
    [InlineData("1 3 4 8", "", true, "num_classes: 8", false)] // half of them are there
    [InlineData("1 3 4 9", "", true, "num_classes: 9", true)]
    public void NumbersFarApartMayBeNames(string names, string setting, bool generate, string expected, bool isTold)
    {
        string xml = Voc.Wrap([.. names.Split(' ').Select(name => Voc.Object(name, 10, 20))]);

        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", xml)], s => s.With(("AnchorFitNumClasses", setting), ("AnchorFitGenerateLabelMap", generate ? "true" : "")));

        Assert.Contains(expected, Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal(isTold, outcome.Diagnostics.Any(d => d.Code == "AFB2044"));
    }

    [Fact]
    public void TheWarningSaysWhatToSet()
    {
        FitOutcome outcome = Fit.Run(Fit.Config, [("a.xml", Voc.Xml("30", (10, 20))), ("b.xml", Voc.Xml("120", (10, 20)))]);

        Assert.Equal(
            "b.xml(1,0): warning AFB2044: all 2 class names are numbers, so they are taken for ids, of which the largest is 120: set AnchorFitNumClasses to names if they are names, such as those of banknotes or speed limits (2 classes), or to 120 if they are ids",
            Assert.Single(outcome.Diagnostics).ToString());
    }

    [Fact]
    public void NumbersOfAFormatWithoutNamesAreIds() =>
        Assert.Empty(Fit.RunBeside(new Beside().Find, [("a.txt", "0 0.5 0.5 0.2 0.3\n99 0.5 0.5 0.2 0.3")]).Diagnostics);

    private static FitOutcome Yolo(string yaml, string labels, Func<RawSettings, RawSettings>? settings = null) =>
        Fit.RunBeside(new Beside().Add("data.yaml", yaml).Find, [("a.txt", labels)], settings);
}
