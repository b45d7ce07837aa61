using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AnchorFit.Reporting.Html;
using Xunit;

namespace AnchorFit.Tests.Reporting.Html;

public class StylesheetTests
{
    private static readonly string[] Inks = ["ink", "soft", "link", "before", "after", "alarm", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];

    /// <summary>WCAG 2.2, 1.4.3: 4.5 to 1 for text; lines and marks would do with 3 to 1.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void EveryColourCanBeReadInBothThemes(int theme)
    {
        Dictionary<string, string> colours = Themes()[theme];

        Assert.All(Inks, ink => Assert.All(new[] { "card", "page" }, ground =>
        {
            double contrast = Contrast(colours[ink], colours[ground]);
            Assert.True(contrast >= 4.5, FormattableString.Invariant($"{ink} on {ground}: {contrast:0.00}"));
        }));
    }

    [Fact]
    public void BothThemesDefineTheSameColoursAndAllThatAreUsed()
    {
        Dictionary<string, string>[] themes = Themes();

        Assert.Equal(2, themes.Length);
        Assert.Equal(themes[0].Keys.Order(StringComparer.Ordinal), themes[1].Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            themes[0].Keys.Order(StringComparer.Ordinal),
            Regex.Matches(Stylesheet.Text, @"var\(--(?<name>[a-z0-9]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ThePolicyNamesTheDigestOfTheText() => Assert.Contains(
        $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Stylesheet.Text)))}'", Stylesheet.Policy, StringComparison.Ordinal);

    /// <summary>HTML takes it as it stands and XML parses it: it has to mean the same to both.</summary>
    [Fact]
    public void HtmlAndXmlReadItAlike() => Assert.DoesNotContain(Stylesheet.Text, c => c is '<' or '&' or '\r' or > '\u007E');

    private static Dictionary<string, string>[] Themes() =>
    [
        .. Regex.Matches(Stylesheet.Text, @":root \{[^}]*--[^}]*\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(block =>
            Regex.Matches(block.Value, "--(?<name>[a-z0-9]+): #(?<value>[0-9a-f]{6});", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value, StringComparer.Ordinal)),
    ];

    private static double Contrast(string first, string second)
    {
        double[] luminances = [Luminance(first), Luminance(second)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            double value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }
}
