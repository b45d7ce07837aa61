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
            "drawn anchors, mean best IoU by size of the box: below 16 px 0.00 % -> 0.00 %, 16-32 px 10.00 % -> 10.00 %, 32-64 px 20.00 % -> 20.00 %, "
            + "64-128 px 30.00 % -> 30.00 %, 128-256 px 40.00 % -> 40.00 %, from 256 px 50.00 % -> 50.00 %",
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

    [Fact]
    public void TheWorstClassAndTheWorstSizeLead()
    {
        DrawnFigures drawn = Changed(
            [(0.45, 0.18, 20), (0.6, 0.7, 50), (0.1, 0.1, 9)], [(0.5, 0.55, 30), (0.4, 0.5, 40)], ["Platelets", "RBC", "rare"]);

        Assert.Equal(
            [
                "drawn anchors: worst class Platelets 45.00 % -> 18.00 %, worst size 16-32 px 40.00 % -> 50.00 %, mean best IoU 60.00 % -> 70.00 %, anchors 2034 -> 1895",
                "recall at 0.5: Platelets 45.00 % -> 18.00 %, 16-32 px 40.00 % -> 50.00 %, all boxes 60.00 % -> 70.00 %, positives a box 5 -> 7.5; 1 piece of advice in the report",
            ],
            DrawnMessages.Closing(drawn, 1, "the report"));
        Assert.DoesNotContain("advice", string.Concat(DrawnMessages.Closing(drawn, 0, "the report")), StringComparison.Ordinal);
        Assert.Equal(["2 pieces of advice in anchorfit.json"], DrawnMessages.Closing(null, 2, "anchorfit.json"));
        Assert.Empty(DrawnMessages.Closing(null, 0, "the report"));
    }

    [Fact]
    public void AGroupThatIsAllBoxesSaysNothingOfItsOwn() => Assert.Equal(
        "drawn anchors: mean best IoU 60.00 % -> 70.00 %, anchors 2034 -> 1895",
        DrawnMessages.Closing(Changed([(0.6, 0.7, 100)], [(0.6, 0.7, 100)], ["cat"]), 0, "the report")[0]);

    [Fact]
    public void WhatFellIsFoundByHowMuch()
    {
        DrawnFigures drawn = Changed(
            [(0.45, 0.18, 20), (0.6, 0.59995, 50), (0.9, 0.1, 9)], [(0.5, 0.45, 30), (0.4, 0.39985, 40)], ["a", "b", "few"]);

        Assert.Equal(
            [
                "class a: recall 45.00 % -> 18.00 %, mean best IoU 45.00 % -> 18.00 %",
                "size below 16 px: recall 50.00 % -> 45.00 %, mean best IoU 50.00 % -> 45.00 %",
                "size 16-32 px: recall 40.00 % -> 39.99 %, mean best IoU 40.00 % -> 39.99 %",
            ],
            drawn.Fallen.Select(DrawnMessages.Loss));
        Assert.Equal(("a", "16-32 px"), (drawn.WorstClass!.Name, drawn.WorstSizeBand!.Name));
    }

    [Fact]
    public void RecallAloneCanFall()
    {
        GroupChange group = new(Protection.Classes, 0, null, SampleDrawn.Part(0.5, 10, recall: 0.9), SampleDrawn.Part(0.6, 10, recall: 0.8));
        Assert.Equal((true, true, false), (group.Falls, group.LosesRecall, group.LosesOverlap));
        Assert.Equal("class no class: recall 90.00 % -> 80.00 %", DrawnMessages.Loss(group));
        Assert.False((group with { Before = SampleDrawn.Part(0.5, 9.5, recall: 0.9) }).Falls);
    }

    /// <summary>All boxes rise from 60 to 70 %.</summary>
    private static DrawnFigures Changed((double Before, double After, double Boxes)[] classes, (double Before, double After, double Boxes)[] bands, string[] names)
    {
        DrawnFigures all = SampleDrawn.Figures(0.6, 0.7);
        return all with
        {
            Before = all.Before with { AnchorCount = 2034, Classes = Groups(classes, c => c.Before), SizeBands = Groups(bands, c => c.Before) },
            After = all.After with { AnchorCount = 1895, Classes = Groups(classes, c => c.After), SizeBands = Groups(bands, c => c.After) },
            PositivesBefore = new PositiveAnchors(1, 5, 9),
            PositivesAfter = new PositiveAnchors(2, 7.5, 10),
            ClassNames = names,
        };

        static GroupScore[] Groups((double Before, double After, double Boxes)[] all, Func<(double Before, double After, double Boxes), double> mean) =>
            [.. all.Select((group, i) => new GroupScore(i, SampleDrawn.Part(mean(group), group.Boxes)))];
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
