using System;
using System.Linq;

namespace AnchorFit.Anchors.Search;

/// <summary>What each of <see cref="BoxGroups"/> must have, 0 to 1.</summary>
/// <param name="Overlap">Of the mean best IoU.</param>
/// <param name="Recall">Of the recall.</param>
internal sealed record Floors(double[] Overlap, double[] Recall)
{
    // Weights add up to the same but for their last digits; what passes here must pass where all boxes are scored.
    private const double Tolerance = GroupRegression.Tolerance / 2;

    /// <summary>As much as these anchors give.</summary>
    public static Floors Of(GroupScores scores) => new(scores.Overlap, scores.Recall);

    /// <summary>The same for all boxes together, and none for the other groups.</summary>
    public Floors ForAll() => new([.. Overlap.Select((floor, g) => g == 0 ? floor : 0)], [.. Recall.Select((floor, g) => g == 0 ? floor : 0)]);

    /// <summary>Floors that are higher by what scores lack of others.</summary>
    /// <param name="wanted">The others.</param>
    /// <param name="scores">Of the same groups.</param>
    /// <param name="factor">How often what is lacking is added.</param>
    public Floors Raise(Floors wanted, GroupScores scores, double factor) => new(
        [.. Overlap.Select((floor, g) => floor + (factor * Math.Max(0, wanted.Overlap[g] - scores.Overlap[g])))],
        [.. Recall.Select((floor, g) => floor + (factor * Math.Max(0, wanted.Recall[g] - scores.Recall[g])))]);

    /// <summary>
    /// How far scores are below: 0 where they aren't. What a group lacks of its overlap, and of its recall the more, the
    /// further its boxes are from the threshold, so that there is a slope between one more box and the next.
    /// </summary>
    public double Shortfall(GroupScores scores)
    {
        double shortfall = 0;
        for (int g = 0; g < Overlap.Length; g++)
        {
            double overlap = Overlap[g] - scores.Overlap[g];
            double recall = Recall[g] - scores.Recall[g];
            shortfall += overlap > Tolerance ? overlap : 0;
            shortfall += recall > Tolerance ? recall * (1 + scores.Lack[g]) : 0;
        }

        return shortfall;
    }

    /// <summary>Whether all boxes together have what they must have.</summary>
    public bool HoldForAll(GroupScores scores) => scores.Overlap[0] >= Overlap[0] - Tolerance && scores.Recall[0] >= Recall[0] - Tolerance;
}
