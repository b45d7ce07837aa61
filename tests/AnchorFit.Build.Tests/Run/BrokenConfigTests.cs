using System;
using System.Linq;
using System.Text;
using AnchorFit.BrokenConfigs;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Run;

/// <summary>Every way to break a config gives one error, at its place; real builds are held to the same list.</summary>
public class BrokenConfigTests
{
    public static TheoryData<string> Names() => [.. BrokenConfigList.All.Select(row => row.Name)];

    public static TheoryData<string> DoubtfulNames() => [.. DoubtfulConfigs.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GivesOneErrorAtItsPlace(string name)
    {
        BrokenConfig row = BrokenConfigList.All.Single(r => r.Name == name);

        FitOutcome outcome = Run(row.Content());
        Assert.Null(outcome.Result);
        AssertIs(row, Assert.Single(outcome.Diagnostics), isError: true);
    }

    [Theory]
    [MemberData(nameof(DoubtfulNames))]
    public void GivesOneWarningAtItsPlaceAndAResult(string name)
    {
        BrokenConfig row = DoubtfulConfigs.All.Single(r => r.Name == name);

        FitOutcome outcome = Run(row.Content());
        Assert.NotNull(outcome.Result);
        AssertIs(row, Assert.Single(outcome.Diagnostics), isError: false);
    }

    [Fact]
    public void TheSoundOneGivesNone()
    {
        FitOutcome outcome = Run(Encoding.UTF8.GetBytes(BrokenConfigList.Sound));

        Assert.Empty(outcome.Diagnostics);
        Assert.NotNull(outcome.Result);
    }

    [Fact]
    public void ThereAreFortyFiveAtLeast() => Assert.InRange(BrokenConfigList.All.DistinctBy(row => row.Name).Count(), 45, int.MaxValue);

    private static void AssertIs(BrokenConfig row, Diagnostic actual, bool isError)
    {
        Assert.Equal((row.Code, row.Line, row.Column, isError), (actual.Code, actual.Start.Line, actual.Start.Column, actual.IsError));
        Assert.Equal("base.config", actual.Path);
        Assert.Contains(row.Says, actual.Message, StringComparison.Ordinal);
        Assert.False(actual.Message.Any(char.IsControl) || actual.Message.Contains("''", StringComparison.Ordinal) || actual.Message.Contains("'\"", StringComparison.Ordinal), actual.Message);
    }

    private static FitOutcome Run(byte[] config) =>
        Fit.Run("base.config", config, [("a.xml", Voc.Xml("cat", (100, 50)))], s => s.With(("AnchorFitUnknownFields", "error")));
}
