using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors;

/// <summary>A class or a size band that anchors serve worse than those before them: in recall, in mean best IoU, or both.</summary>
/// <param name="Kind"><see cref="Protection.Classes"/> or <see cref="Protection.Sizes"/>.</param>
/// <param name="Key">The class's or the band's number, as in <see cref="GroupScore.Key"/>.</param>
/// <param name="Before">How the anchors before served its boxes.</param>
/// <param name="After">How these do.</param>
internal readonly record struct GroupRegression(Protection Kind, int Key, MatchingScore Before, MatchingScore After)
{
    /// <summary>Groups of fewer boxes than this are chance.</summary>
    public const double LeastBoxes = 10;

    /// <summary>Shares that differ by less are the same sum in another order.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Its recall at the matched threshold fell.</summary>
    public bool LosesRecall => After.Recall < Before.Recall - Tolerance;

    /// <summary>Its mean best IoU fell.</summary>
    public bool LosesOverlap => After.MeanBestIoU < Before.MeanBestIoU - Tolerance;

    /// <summary>The groups that fell, classes first, each kind by key; empty where none did.</summary>
    /// <param name="before">Of the same boxes as <paramref name="after"/>.</param>
    /// <param name="after">The score that may have fallen.</param>
    /// <param name="kinds">Which groups count.</param>
    public static IReadOnlyList<GroupRegression> Find(DrawnScore before, DrawnScore after, Protection kinds)
    {
        IEnumerable<GroupRegression> groups = [];
        if ((kinds & Protection.Classes) != Protection.None)
        {
            groups = groups.Concat(Pair(Protection.Classes, before.Classes, after.Classes));
        }

        if ((kinds & Protection.Sizes) != Protection.None)
        {
            groups = groups.Concat(Pair(Protection.Sizes, before.SizeBands, after.SizeBands));
        }

        return [.. groups.Where(group => group.Before.BoxCount >= LeastBoxes && (group.LosesRecall || group.LosesOverlap))];
    }

    // The boxes are the same, and so are their groups.
    private static IEnumerable<GroupRegression> Pair(Protection kind, IReadOnlyList<GroupScore> before, IReadOnlyList<GroupScore> after) =>
        before.Zip(after, (a, b) => new GroupRegression(kind, a.Key, a.Score, b.Score));
}
