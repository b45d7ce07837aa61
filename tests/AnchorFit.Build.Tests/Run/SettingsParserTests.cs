using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.PipelineConfig.Schema;
using AnchorFit.Run;
using Xunit;

namespace AnchorFit.Tests.Run;

public class SettingsParserTests
{
    [Fact]
    public void NothingSaidGivesTheDefaults()
    {
        var diagnostics = new DiagnosticBag();

        FitSettings settings = Read(Raw(), diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(new FitSettings(), settings);
        Assert.Equal((4, NumClassesSetting.Auto, InvalidBoxPolicy.Warn, true), (settings.AspectRatioCount, settings.NumClasses, settings.InvalidBoxes, settings.IncludeDifficult));
    }

    [Fact]
    public void ReadsEveryValue()
    {
        var diagnostics = new DiagnosticBag();

        FitSettings settings = Read(
            Raw().With(("AnchorFitAspectRatioCount", " 6 "), ("AnchorFitObjective", "meaniou"), ("AnchorFitNumClasses", "Keep"), ("AnchorFitInvalidBoxes", "ERROR"), ("AnchorFitUnknownFields", "ignore"), ("AnchorFitDifficult", "exclude"), ("AnchorFitConfigStyle", "Canonical"), ("AnchorFitGenerateLabelMap", "TRUE"), ("AnchorFitUnknownClasses", "warn")), diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(
            new FitSettings
            {
                AspectRatioCount = 6,
                Objective = FitObjective.MeanIoU,
                NumClasses = new NumClassesSetting(NumClassesKind.Keep, 0),
                InvalidBoxes = InvalidBoxPolicy.Error,
                UnknownFields = UnknownFieldPolicy.Ignore,
                IncludeDifficult = false,
                ConfigStyle = ConfigStyle.Canonical,
                GenerateLabelMap = true,
                UnknownClasses = UnknownClassPolicy.Warn,
            },
            settings);
    }

    [Fact]
    public void ReadsAGivenClassCount() =>
        Assert.Equal(new NumClassesSetting(NumClassesKind.Given, 37), Raw().With(("AnchorFitNumClasses", "37")).Values.NumClasses);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("4.0")]
    [InlineData("four")]
    [InlineData("99999999999")]
    public void RefusesCountsWithOneDiagnostic(string count)
    {
        var diagnostics = new DiagnosticBag();

        Read(Raw().With(("AnchorFitAspectRatioCount", count)), diagnostics);

        Assert.Equal(
            $"/p/x.csproj: error AFB1001: AnchorFitAspectRatioCount is '{count}'; accepted: auto, or a whole number from 1 to 100",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void TellsEveryRefusedValue()
    {
        var diagnostics = new DiagnosticBag();

        Read(Raw().With(("AnchorFitObjective", "Recall"), ("AnchorFitNumClasses", "many"), ("AnchorFitInvalidBoxes", "skip"), ("AnchorFitUnknownFields", "no"), ("AnchorFitDifficult", "yes"), ("AnchorFitConfigStyle", "pretty"), ("AnchorFitGenerateLabelMap", "1"), ("AnchorFitUnknownClasses", "no"), ("AnchorFitClassPattern", "(")), diagnostics);

        Assert.Equal(
            [
                "AnchorFitObjective is 'Recall'; accepted: KMeans, MeanIoU, DrawnAnchors",
                "AnchorFitNumClasses is 'many'; accepted: auto, names, keep, or a whole number from 1",
                "AnchorFitUnknownClasses is 'no'; accepted: error, warn, ignore",
                "AnchorFitGenerateLabelMap is '1'; accepted: true, false",
                "AnchorFitClassPattern '(' is not a regular expression of .NET: Invalid pattern '(' at offset 1. Not enough )'s",
                "AnchorFitInvalidBoxes is 'skip'; accepted: warn, error, ignore",
                "AnchorFitDifficult is 'yes'; accepted: include, exclude",
                "AnchorFitUnknownFields is 'no'; accepted: warn, error, ignore",
                "AnchorFitConfigStyle is 'pretty'; accepted: preserve, canonical",
            ],
            diagnostics.Select(d => d.Message));
    }

    private static FitSettings Read(RawSettings raw, DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(raw.Faults(ofTheBuild: false));
        return raw.Values;
    }

    private static RawSettings Raw() => new() { ProjectFile = "/p/x.csproj" };
}
