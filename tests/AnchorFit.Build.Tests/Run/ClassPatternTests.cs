using System;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

public class ClassPatternTests
{
    [Theory]
    [InlineData(@"^(.+)_\d+$", "xmls/american_pit_bull_terrier_105.xml", "american_pit_bull_terrier")]
    [InlineData(@"^(.+)_\d+$", @"C:\data\xmls\Abyssinian_1.xml", "Abyssinian")]
    [InlineData(@"^[a-z]+", "cat7.jpg.xml", "cat")] // no group: the whole match
    [InlineData(@"^(?:a|(b+))c", "acx.xml", "ac")] // group 1 takes no part
    [InlineData(@"(?<breed>[a-z]+)-", "9.pug-1.xml", "pug")] // a named group is group 1, too
    [InlineData(@"^(.*)\.v2$", "dog.v2.xml", "dog")]
    [InlineData(".*", "noextension", "noextension")]
    [InlineData(".*", ".hidden", ".hidden")]
    [InlineData(@"^(\w+)", "İı.xml", "İı")]
    [InlineData(@"^(.+)_\d+$", "xmls_1/cat.xml", null)] // folders don't count
    [InlineData(@"^(x*)", "cat.xml", null)] // no text
    [InlineData(@"^cat", "Cat.xml", null)]
    public void TakesTheClassFromTheName(string pattern, string path, string? expected)
    {
        DiagnosticBag diagnostics = [];

        Assert.True(ClassPattern.Parse(pattern, "x.csproj", diagnostics)!.TryMatch(path, out string? found, out _));

        Assert.Equal(expected, found);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void NothingIsNoPattern(string text) => Assert.Null(ClassPattern.Parse(text, "x.csproj", []));

    [Theory]
    [InlineData("(.+", "Invalid pattern '(.+' at offset 3. Not enough )'s")]
    [InlineData("[z-a]", "Invalid pattern '[z-a]' at offset 4. [x-y] range in reverse order")]
    public void AnInvalidPatternIsToldWithTheParsersReason(string pattern, string reason)
    {
        DiagnosticBag diagnostics = [];

        Assert.Null(ClassPattern.Parse(pattern, "x.csproj", diagnostics));

        Assert.Equal(
            $"x.csproj: error AFB1040: AnchorFitClassPattern '{pattern}' is not a regular expression of .NET: {reason}",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void ClassesOfTheFilesNamesReplaceThoseOfTheObjects()
    {
        string unnamed = Voc.Wrap(Voc.Object("", 30, 20), Voc.Object("", 0, 20));
        FitOutcome outcome = Fit.Run(
            Fit.Config,
            [("xmls/Birman_1.xml", Voc.Xml("cat", (10, 10), (20, 10))), ("xmls/pug_2.xml", unnamed), ("xmls/shiba_inu_3.xml", Voc.Wrap())],
            s => s.With(("AnchorFitClassPattern", @"^(.+)_\d+$"), ("AnchorFitInvalidBoxes", "ignore"), ("AnchorFitGenerateLabelMap", "true")));

        Assert.Empty(outcome.Diagnostics);
        Assert.Contains("num_classes: 2", Fit.Text(outcome), StringComparison.Ordinal);
        Assert.Equal("item {\n  id: 1\n  name: 'Birman'\n}\nitem {\n  id: 2\n  name: 'pug'\n}\n", Fit.LabelMap(outcome));
        Assert.Equal("Birman:2 pug:1", Classes(outcome));
    }

    [Fact]
    public void AFileWithoutAClassInItsNameIsToldOnce()
    {
        FitOutcome outcome = Fit.Run(
            Fit.Config, [("a/pug_2.xml", Voc.Xml("dog", (10, 10))), ("a/pug.xml", Voc.Xml("dog", (20, 10), (10, 20)))], s => s.With(("AnchorFitClassPattern", @"^(.+)_\d+$")));

        Assert.Equal(
            @"a/pug.xml: warning AFB2040: AnchorFitClassPattern '^(.+)_\d+$' finds no class in 'pug', so the file's boxes are used but their class is not counted: rename the file, or correct the pattern",
            Assert.Single(outcome.Diagnostics).ToString());
        Assert.Equal("pug:1", Classes(outcome));
        Assert.Equal(3, Fit.Json(outcome).GetProperty("annotations").GetProperty("boxes").GetInt32());
    }

    [Fact]
    public void APatternThatTakesTooLongStopsAtTheFirstFile()
    {
        string name = new('a', 40);
        FitOutcome outcome = Fit.Run(
            Fit.Config, [($"{name}.xml", Voc.Xml("dog", (10, 10))), ($"{name}b.xml", Voc.Xml("dog", (20, 10)))], s => s.With(("AnchorFitClassPattern", "^(a+)+!")));

        Assert.Null(outcome.Result);
        Assert.StartsWith(
            $"x.csproj: error AFB1041: AnchorFitClassPattern '^(a+)+!' took more than a second on '{name}'",
            Assert.Single(outcome.Diagnostics).ToString(),
            StringComparison.Ordinal);
    }

    private static string Classes(FitOutcome outcome)
    {
        System.Collections.Generic.List<string> classes = [];
        foreach (System.Text.Json.JsonElement entry in Fit.Json(outcome).GetProperty("classes").EnumerateArray())
        {
            classes.Add(entry.GetProperty("name").GetString() + ":" + entry.GetProperty("boxes").GetInt32());
        }

        return string.Join(' ', classes);
    }
}
