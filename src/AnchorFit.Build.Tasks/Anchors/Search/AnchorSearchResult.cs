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
    /// <param name="Evaluations">How many candidates were scored.</param>
    public sealed record Found(AnchorGenerator Generator, SearchOutcome Outcome, int Evaluations) : AnchorSearchResult;
}

/// <summary>How the generator of a result was come by.</summary>
internal enum SearchOutcome
{
    /// <summary>It serves the boxes better than the base config's.</summary>
    Better,

    /// <summary>It is the base config's: nothing was found that has a higher mean best IoU and as high a recall.</summary>
    Base,

    /// <summary>It serves the boxes worse than the base config's, which has more anchors than there may be.</summary>
    WorseWithFewer,
}
