using AnchorFit.Fitting;

namespace AnchorFit.Anchors;

/// <summary>Adds up a score, box by box.</summary>
internal sealed class ScoreSum(MatchRule rule)
{
    private DoubleDouble _overlap;
    private DoubleDouble _reached;
    private DoubleDouble _forced;
    private DoubleDouble _weight;

    /// <summary>The score of the boxes so far.</summary>
    public MatchingScore Score => new()
    {
        MeanBestIoU = Share(_overlap),
        Recall = rule.MatchedThreshold is null ? null : Share(_reached),
        ForcedShare = rule.MatchedThreshold is null || !rule.ForcesMatches ? null : Share(_forced),
        BoxCount = _weight.High,
    };

    public void Add(double overlap, double weight)
    {
        _overlap += DoubleDouble.Product(overlap, weight);
        _weight += weight;
        if (overlap >= rule.MatchedThreshold)
        {
            _reached += weight;
        }
        else if (overlap > 0)
        {
            _forced += weight;
        }
    }

    private double Share(DoubleDouble part) => _weight.High > 0 ? (part / _weight).High : 0;
}
