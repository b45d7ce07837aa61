using System.Collections.Generic;
using System.Linq;

namespace AnchorFit.Anchors;

/// <summary>Adds up the scores of groups of boxes.</summary>
internal sealed class GroupSums(MatchRule rule)
{
    private readonly Dictionary<int, ScoreSum> _sums = [];

    /// <summary>By key, ascending; only groups that have boxes.</summary>
    public IReadOnlyList<GroupScore> Scores => [.. _sums.OrderBy(s => s.Key).Select(s => new GroupScore(s.Key, s.Value.Score))];

    public void Add(int key, double overlap, double weight)
    {
        if (!_sums.TryGetValue(key, out ScoreSum? sum))
        {
            _sums.Add(key, sum = new ScoreSum(rule));
        }

        sum.Add(overlap, weight);
    }
}
