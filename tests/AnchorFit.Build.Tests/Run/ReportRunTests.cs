using System;
using System.Linq;
using System.Text;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>The report of a fit.</summary>
public class ReportRunTests
{
    private static readonly (string Path, string Xml)[] Files =
        [("/home/me/project/data/a.xml", Voc.Xml("cat", (100, 50), (40, 80))), ("data/b.xml", Voc.Xml("dog", (60, 60)))];

    [Fact]
    public void AFitHasAReport() => Assert.StartsWith("<!DOCTYPE html>", Report(Fit.Run(Fit.Config, Files)), StringComparison.Ordinal);

    [Fact]
    public void OneThatNobodyWantsIsNotMade() => Assert.Null(Fit.Run(Fit.Config, Files, raw => raw.With(("AnchorFitReport", "false"))).Result!.Report);

    [Fact]
    public void AnotherValueIsRefused() => Assert.Equal(["AFB1001"], Fit.Run(Fit.Config, Files, raw => raw.With(("AnchorFitReport", "html"))).Diagnostics.Select(d => d.Code));

    [Fact]
    public void NoPlaceOnThisMachineIsInIt()
    {
        string report = Report(Fit.Run(Fit.Config, Files, raw => raw.With(("AnchorFitLabelMap", "/home/me/map.pbtxt"))));

        Assert.DoesNotContain("/home/me", report, StringComparison.Ordinal);
        Assert.Contains(">map.pbtxt<", report, StringComparison.Ordinal);
    }

    [Fact]
    public void EverySettingThatAFitDependsOnIsInIt()
    {
        // The report itself is none of them, and the subfolder changes no fit.
        string report = Report(Fit.Run(Fit.Config, Files));

        Assert.All(SettingTable.All, setting => Assert.Equal(setting.Use == SettingUse.Fit, report.Contains(setting.Name + "<", StringComparison.Ordinal)));
    }

    [CorpusFact]
    public void ARealSetTwiceGivesTheSame()
    {
        string config = System.IO.Path.Combine(Corpus.Require(), "configs", "ssdlite_mobiledet_edgetpu_320x320_coco_sync_4x4.config");
        string report = Report(Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 4));

        Assert.Contains("73.32 %", report, StringComparison.Ordinal);
        Assert.Contains("raccoon-", report, StringComparison.Ordinal);
        Assert.Equal(report, Report(Fit.RunFolder(config, Corpus.RaccoonAnnotations(), 4)));
    }

    private static string Report(FitOutcome outcome) => Encoding.UTF8.GetString(outcome.Result!.Report!);
}
