using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AnchorFit.Reporting.Page;
using Xunit;

namespace AnchorFit.Tests.Reporting.Charts;

public class PictureTests
{
    private static readonly XElement s_page = Parse(HtmlReport.Write(SampleReport.Whole()));

    /// <summary>A bar that ends at the frame looks cut.</summary>
    [Theory]
    [InlineData("overlap")]
    [InlineData("ratios-picture")]
    public void TheTallestBarLeavesRoomAboveIt(string id)
    {
        XElement figure = Figure(id);
        double[] grid = [.. figure.Descendants().Where(e => Class(e) == "grid").SelectMany(e => Numbers(e, "[ML](?<x>[0-9.]+) (?<y>[0-9.]+)"))];
        double[] bars = [.. figure.Descendants().Where(e => Class(e) == "bars").SelectMany(e => Numbers(e, "M(?<x>[0-9.]+) (?<y>[0-9.]+)h"))];

        // Above the frame is the legend's.
        bars = [.. bars.Where(y => y >= grid.Min())];
        Assert.True(bars.Min() >= grid.Min() + (0.04 * (grid.Max() - grid.Min())), $"{bars.Min()} of {grid.Min()} to {grid.Max()}");
    }

    [Fact]
    public void TheSizesHaveTheAnchorsOfBothConfigs()
    {
        string[] marks = [.. Figure("shapes").Descendants().Select(Class).OfType<string>()];

        Assert.Contains("diamonds", marks);
        Assert.Contains("crosses", marks);
    }

    /// <summary>What is drawn, beside what shapes alone reach.</summary>
    [Fact]
    public void TheCurveHasBothFigures()
    {
        XElement section = s_page.Descendants().Single(e => e.Attribute("id")?.Value == "number");

        Assert.Contains(section.Descendants(), e => Class(e) == "line drawn");
        Assert.Contains(section.Descendants(), e => Class(e) == "line");
        Assert.Equal(
            ["k", "Mean best IoU, drawn", "Anchors", "Served worse", "Mean IoU of shapes"],
            section.Descendants().Where(e => e.Name.LocalName == "th" && e.Attribute("scope")?.Value == "col").Select(e => e.Value));
    }

    private static XElement Figure(string id) => s_page.Descendants().Single(e => e.Name.LocalName == "figure" && e.Attribute("id")?.Value == id);

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private static double[] Numbers(XElement path, string pattern) =>
        [.. Regex.Matches(path.Attribute("d")!.Value, pattern, RegexOptions.None, TimeSpan.FromSeconds(10)).Select(m => double.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture))];

    private static XElement Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
