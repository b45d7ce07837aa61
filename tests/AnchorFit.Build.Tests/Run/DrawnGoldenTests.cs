using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>
/// For each generator a config before and after the search, byte for byte: its own fields and <c>num_classes</c> change
/// and nothing else, and the numbers are the same on every machine. ANCHORFIT_UPDATE_GOLDEN=1 rewrites the expectations.
/// </summary>
public class DrawnGoldenTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AnchorFit.Build.Tests", "Run", "Golden");

    [Theory]
    [InlineData("drawn_ssd", "")]
    [InlineData("drawn_multiscale", "")]
    [InlineData("drawn_grid", "")]
    [InlineData("drawn_flexible", "19x25;10x13")]
    public void OnlyTheGeneratorsFieldsAreWritten(string name, string maps)
    {
        byte[] config = File.ReadAllBytes(Path.Combine(Folder, name + ".config"));
        FitOutcome outcome = Fit.Run(name + ".config", config, TallBoxes(), s => s.With(
            ("AnchorFitAspectRatioCount", "2"),
            ("AnchorFitObjective", "DrawnAnchors"),
            ("AnchorFitScales", "true"),
            ("AnchorFitLowestLayer", name == "drawn_ssd" ? "auto" : ""),
            ("AnchorFitFeatureMaps", maps),
            ("AnchorFitBudget", "2000")));

        Assert.Empty(outcome.Diagnostics);
        if (System.Environment.GetEnvironmentVariable("ANCHORFIT_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(Path.Combine(Folder, name + ".expected"), outcome.Result!.PipelineConfig);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".expected")), Encoding.UTF8.GetString(outcome.Result!.PipelineConfig));
    }

    /// <summary>Thirty tall boxes all over an image of 400×300 pixels.</summary>
    internal static IEnumerable<(string, string)> TallBoxes()
    {
        IEnumerable<string> objects = Enumerable.Range(0, 30).Select(i =>
        {
            (int width, int height) = (20 + (7 * i % 50), 60 + (13 * i % 110));
            (int left, int top) = (1 + (37 * i % (390 - width)), 1 + (53 * i % (290 - height)));
            return string.Create(CultureInfo.InvariantCulture, $"<object><name>cat</name><bndbox><xmin>{left}</xmin><ymin>{top}</ymin><xmax>{left + width}</xmax><ymax>{top + height}</ymax></bndbox></object>");
        });
        return [("a.xml", Voc.Wrap([.. objects]))];
    }
}
