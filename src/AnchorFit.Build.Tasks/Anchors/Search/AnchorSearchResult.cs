using System.Collections.Generic;
using AnchorFit.Protos;

namespace AnchorFit.Anchors.Search;

/// <summary>What a search came to.</summary>
internal abstract record AnchorSearchResult
{
    /// <summary>Nothing fits: even with one ratio the generator draws more anchors than there may be.</summary>
    /// <param name="LeastAnchors">The fewest that it can draw, as far as the settings let it.</param>
    public sealed record TooManyAnchors(long LeastAnchors) : AnchorSearchResult;

    /// <param name="Generator">What the config shall say; the base's own where nothing better was found.</param>
    /// <param name="Outcome">How it was come by.</param>
    /// <param name="Before">How the base config's anchors serve the boxes.</param>
    /// <param name="After">How the generator's do.</param>
    /// <param name="Evaluations">How many candidates were scored.</param>
    public sealed record Found(
        AnchorGenerator Generator, SearchOutcome Outcome, MatchingScore Before, MatchingScore After, int Evaluations) : AnchorSearchResult
    {
        /// <summary>The protected groups that it serves worse than the base config's anchors do; only where that is the outcome.</summary>
        public IReadOnlyList<GroupRegression> Worse { get; init; } = [];

        /// <summary>How much greater the utility is than that of the base config's anchors: see <see cref="AnchorUtility"/>.</summary>
        public double Gain { get; init; }

        /// <summary>What the guard of groups keeps from being; null where it costs nothing worth a word.</summary>
        public GuardCost? Cost { get; init; }
    }
}
