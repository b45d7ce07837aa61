using System;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;
using AnchorFit.Reporting;
using Xunit;

namespace AnchorFit.Tests.Reporting;

public class DrawnMessagesTests
{
    [Fact]
    public void ClassesStandInOrderOfTheirNamesAndNoMoreThanTen()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => "c" + (char)('l' - i))];
        GroupScore[] classes = [.. Enumerable.Range(-1, 13).Select(i => new GroupScore(i, Score(0.5)))];

        string line = Lines(Figures(classes, [], names))[1];

        Assert.Equal(
            "drawn anchors, mean best IoU by class: no class 50.00 % -> 50.00 %, "
            + string.Join(", ", names.Order(StringComparer.Ordinal).Take(9).Select(name => name + " 50.00 % -> 50.00 %")) + ", and 3 more",
            line);
    }

    [Fact]
    public void TheLastSizeBandHasNoEnd()
    {
        GroupScore[] bands = [.. Enumerable.Range(0, 6).Select(i => new GroupScore(i, Score(i / 10.0)))];

        string line = Lines(Figures([], bands, []))[2];

        Assert.Equal(
            "drawn anchors, mean best IoU by size of the box: below 16 px 0.00 % -> 0.00 %, below 32 px 10.00 % -> 10.00 %, below 64 px 20.00 % -> 20.00 %, "
            + "below 128 px 30.00 % -> 30.00 %, below 256 px 40.00 % -> 40.00 %, larger 50.00 % -> 50.00 %",
            line);
    }

    [Fact]
    public void TheBandsAreThoseOfTheScore()
    {
        foreach (int side in (int[])[1, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 5000])
        {
            int band = DrawnScore.BandOf(new BoxSize(side, side));
            Assert.True(DrawnBands.UpperPx(band) is not { } upper || side < upper, $"{side}");
            Assert.True(band == 0 || side >= DrawnBands.UpperPx(band - 1), $"{side}");
        }
    }

    private static string[] Lines(DrawnFigures drawn) => [.. DrawnMessages.Details(new FitSummary
    {
        PackageVersion = "1",
        BaseConfig = "a.config",
        ImageResizer = "fixed_shape_resizer",
        FileCount = 1,
        ObjectCount = 1,
        BoxCount = 1,
        Classes = [],
        NumClasses = 1,
        NumClassesSource = "setting",
        Anchors = null,
        Drawn = drawn,
    })];

    private static DrawnFigures Figures(GroupScore[] classes, GroupScore[] bands, string[] names)
    {
        var score = new DrawnScore
        {
            Whole = Score(0.5),
            AnchorCount = 0,
            AnchorsALocation = [],
            Classes = classes,
            SizeBands = bands,
            Grids = [],
            Matches = new BestMatches([], []),
        };
        return new DrawnFigures { Before = score, After = score, MatchedThreshold = null, ClassNames = names };
    }

    private static MatchingScore Score(double mean) => new() { MeanBestIoU = mean, Recall = null, ForcedShare = null, BoxCount = 1 };
}
