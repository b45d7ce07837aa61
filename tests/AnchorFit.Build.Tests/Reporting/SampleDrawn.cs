using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting;

namespace AnchorFit.Tests.Reporting;

/// <summary>Scores of drawn anchors that no anchors have to come to.</summary>
internal static class SampleDrawn
{
    /// <summary>Hundred boxes with these means, and of each class, which is named by its number, twenty with those.</summary>
    public static DrawnFigures Figures(double before, double after, params (double Before, double After)[] classes) => new()
    {
        Before = Score(before, [.. classes.Select(c => c.Before)]),
        After = Score(after, [.. classes.Select(c => c.After)]),
        MatchedThreshold = 0.5,
        ClassNames = [.. classes.Select((_, i) => "c" + (char)('0' + i))],
    };

    /// <summary>A score whose recall is the mean.</summary>
    public static MatchingScore Part(double mean, double boxes, double? recall = null) =>
        new() { MeanBestIoU = mean, Recall = recall ?? mean, ForcedShare = null, BoxCount = boxes };

    private static DrawnScore Score(double mean, double[] classes) => new()
    {
        Whole = Part(mean, 100),
        AnchorCount = 100,
        AnchorsALocation = [1],
        Classes = [.. classes.Select((score, i) => new GroupScore(i, Part(score, 20)))],
        SizeBands = [],
        Grids = [],
        Matches = new BestMatches([], []),
    };
}
