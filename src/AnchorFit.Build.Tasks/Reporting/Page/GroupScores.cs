using System.Collections.Generic;
using AnchorFit.Anchors;

namespace AnchorFit.Reporting.Page;

/// <summary>Looks into the scores of parts of the boxes.</summary>
internal static class GroupScores
{
    /// <summary>The score of a part; null where it has no boxes.</summary>
    public static MatchingScore? Find(this IReadOnlyList<GroupScore> groups, int key)
    {
        foreach (GroupScore group in groups)
        {
            if (group.Key == key)
            {
                return group.Score;
            }
        }

        return null;
    }
}
