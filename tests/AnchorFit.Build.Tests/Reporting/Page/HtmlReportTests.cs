using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting;
using AnchorFit.Reporting.Html;
using AnchorFit.Reporting.Page;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Reporting.Page;

public class HtmlReportTests
{
    private const string Golden = "tests/AnchorFit.Build.Tests/Reporting/Golden/report.html";
    private const string Hostile = "</title><script>alert('x')</script>\"&\u202Egnp.exe\n\0\uD800<!-- ]]>";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => new("whole", "shapes", "no anchors", "hostile", "pictures");

    [Fact]
    public void MatchesTheGoldenFile() => Assert.Equal(Repository.Read(Golden), Unstyled(HtmlReport.Write(SampleReport.Whole())));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void NoCultureChangesIt(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Repository.Read(Golden), Unstyled(HtmlReport.Write(SampleReport.Whole())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NothingInItRunsOrReachesOut(string kind)
    {
        XElement page = Parse(HtmlReport.Write(Model(kind)));

        HashSet<string> elements = [.. page.DescendantsAndSelf().Select(e => e.Name.LocalName)];
        Assert.DoesNotContain(elements, name => name is "script" or "link" or "img" or "iframe" or "object" or "embed" or "form" or "foreignObject" or "base");
        Assert.All(page.DescendantsAndSelf().Attributes(), attribute =>
        {
            string name = attribute.Name.LocalName;
            Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name is "src" or "style" or "srcset" or "action", attribute.ToString());
            Assert.True(
                name != "href" || attribute.Value.StartsWith('#') || (attribute.Parent!.Name.LocalName, attribute.Value[..2]) is ("a", "./")
                    || (attribute.Parent!.Name.LocalName == "image" && attribute.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal)),
                attribute.ToString());
        });
        Assert.DoesNotContain("url(", Stylesheet.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Stylesheet.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            Stylesheet.Policy,
            page.Descendants(Html + "meta").Single(meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value);
        Assert.Equal(Stylesheet.Text, page.Descendants(Html + "style").Single().Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryReferenceInItLeadsSomewhere(string kind)
    {
        XElement page = Parse(HtmlReport.Write(Model(kind)));

        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        IEnumerable<string> links = page.Descendants().Attributes("href").Where(href => href.Value[0] == '#').Select(href => href.Value[1..]);
        IEnumerable<string> labels = page.Descendants().Attributes("aria-labelledby").SelectMany(label => label.Value.Split(' '));
        Assert.Empty(links.Concat(labels).Except(ids, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AReaderThatSeesNothingFindsItsWay(string kind)
    {
        XElement page = Parse(HtmlReport.Write(Model(kind)));

        Assert.Equal("en", page.Attribute("lang")!.Value);
        Assert.Single(page.Descendants(Html + "main"));
        Assert.Single(page.Descendants(Html + "h1"));
        Assert.All(page.Descendants(Html + "section"), section => Assert.Single(section.Descendants(Html + "h2")));
        Assert.All(page.Descendants(Html + "table"), table =>
        {
            Assert.Single(table.Elements(Html + "caption"));
            Assert.All(table.Descendants(Html + "th"), heading => Assert.Contains(heading.Attribute("scope")?.Value, new[] { "col", "row" }));
            int columns = table.Element(Html + "thead")!.Element(Html + "tr")!.Elements().Count();
            Assert.All(table.Element(Html + "tbody")!.Elements(), row => Assert.Equal(columns, row.Elements().Count()));
        });
        Assert.All(page.Descendants(Svg + "svg"), picture =>
        {
            Assert.Equal("img", picture.Attribute("role")!.Value);
            Assert.NotEqual(string.Empty, picture.Element(Svg + "title")!.Value);
            Assert.NotEqual(string.Empty, picture.Element(Svg + "desc")!.Value);
            Assert.NotNull(picture.Attribute("viewBox"));
        });
    }

    [Fact]
    public void WhatDataSayStaysText()
    {
        string page = HtmlReport.Write(Model("hostile"));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', page);
        XElement root = Parse(page);
        Assert.All(root.Descendants().Where(e => !e.HasElements && e.Value.Contains("alert", StringComparison.Ordinal)), e =>
            Assert.Contains(e.Name.LocalName, new[] { "bdi", "title", "desc" }));
    }

    [Fact]
    public void ALongNameIsCutWithMoreOfItInTheTip()
    {
        string name = "data/" + new string('x', 5000) + "/end.xml";
        XElement page = Parse(HtmlReport.Write(SampleReport.Whole(file: name)));

        XElement cell = page.Descendants(Html + "bdi").First(e => e.Value.EndsWith("/end.xml:12", StringComparison.Ordinal));
        Assert.Equal(CutText.NameLength, cell.Value.Length);
        Assert.Equal(CutText.TipLength, cell.Attribute("title")!.Value.Length);
    }

    /// <summary>Told at the top, and marked wherever its figures stand.</summary>
    [Fact]
    public void WhatIsServedWorseIsSeenAtOneGlance()
    {
        XElement page = Parse(HtmlReport.Write(SampleReport.Whole()));

        XElement box = page.Descendants(Html + "div").Single(e => e.Attribute("class")?.Value == "fallen");
        Assert.Equal(
            ["class worse: recall 70.00 % → 40.00 %, mean best IoU 70.00 % → 40.00 %", "size 64-128 px: recall 90.00 % → 80.00 %, mean best IoU 90.00 % → 80.00 %"],
            box.Descendants(Html + "bdi").Select(e => e.Value));
        Assert.True(box.IsBefore(page.Descendants(Html + "main").Single()));
        foreach (string section in (string[])["score", "choices", "sizes", "coverage", "number", "classes"])
        {
            XElement found = page.Descendants(Html + "section").Single(e => e.Attribute("id")!.Value == section);
            Assert.Contains("▼ worse", found.Value, StringComparison.Ordinal);
        }

        string harmless = HtmlReport.Write(SampleReport.Shapes());
        Assert.DoesNotContain("▼", harmless, StringComparison.Ordinal);
    }

    [Fact]
    public void TheProjectIsNamed()
    {
        XElement page = Parse(HtmlReport.Write(SampleReport.Whole(className: "Detector")));
        Assert.Equal("Detector - AnchorFit", page.Descendants(Html + "title").First().Value);
        Assert.Equal("Anchor fit of Detector", page.Descendants(Html + "h1").Single().Value);
    }

    /// <summary>As they would stand in the project.</summary>
    [Fact]
    public void LinesToCopyKeepTheirBreaks() => Assert.Equal(
        "<PropertyGroup>\n  <AnchorFitObjective>DrawnAnchors</AnchorFitObjective>\n  <AnchorFitScales>true</AnchorFitScales>\n  <AnchorFitAspectRatioCount>3</AnchorFitAspectRatioCount>\n</PropertyGroup>",
        Parse(HtmlReport.Write(SampleReport.Whole())).Descendants(Html + "pre").Last().Value);

    [Fact]
    public void WithoutAnchorsThereAreClassesAndInputs() => Assert.Equal(
        ["classes", "inputs"],
        Parse(HtmlReport.Write(SampleReport.NoAnchors())).Descendants(Html + "section").Select(section => section.Attribute("id")!.Value));

    [Fact]
    public void WithoutPlacesShapesAreCompared()
    {
        string page = HtmlReport.Write(SampleReport.Shapes());

        Assert.Equal(
            ["score", "classes", "ratios", "coverage", "diagnostics", "inputs"],
            Parse(page).Descendants(Html + "section").Select(section => section.Attribute("id")!.Value));
        Assert.Contains("Drawn anchors are not scored: of every box only the shape is known.", page, StringComparison.Ordinal);
        Assert.Contains("Compared by shape alone", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ItStaysSmallWhateverTheData()
    {
        // Boxes of all sizes and shapes, names that need an entity a letter, a hundred ratios.
        PlacedBoxes boxes = SampleReport.Boxes(Enumerable.Range(0, 1_000_000).Select(i => (0.6 * Math.Pow(1.01, i % 1000), 0.6 * Math.Pow(1.01, i / 1000))));
        string name = new('"', 400);
        ReportModel model = SampleReport.Whole(name, name, name, name);
        ReportedClass one = model.Classes[0];
        model = model with
        {
            Summary = model.Summary with { Anchors = model.Summary.Anchors! with { AspectRatios = [.. Enumerable.Range(1, 100).Select(i => i / 20f)] } },
            Shapes = ShapeDensity.Of(boxes),
            Classes = [.. Enumerable.Repeat(one, 10_000)],
            WorstBoxes = [.. Enumerable.Repeat(model.WorstBoxes[0], 20)],
            Diagnostics = [.. Enumerable.Repeat(model.Diagnostics[0], 50)],
            Settings = [.. Enumerable.Repeat(model.Settings[0], 1000)],
        };

        string page = HtmlReport.Write(model);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 100_000, 450_000);
    }

    private static ReportModel Model(string kind) => kind switch
    {
        "whole" => SampleReport.Whole(),
        "shapes" => SampleReport.Shapes(),
        "no anchors" => SampleReport.NoAnchors(),
        "pictures" => SampleReport.WithPictures(Hostile),
        _ => SampleReport.Whole(Hostile, Hostile, Hostile, Hostile),
    };

    // The style sheet has its own place and its own tests: here only that it is there, whatever it says.
    private static string Unstyled(string page) => page
        .Replace(Stylesheet.Text, "(report.css)", StringComparison.Ordinal)
        .Replace(Stylesheet.Policy.Replace("'", "&#39;", StringComparison.Ordinal), "(policy)", StringComparison.Ordinal);

    // As an XML parser sees it, without reading any document type.
    private static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html ", page, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XElement.Load(reader);
    }
}
