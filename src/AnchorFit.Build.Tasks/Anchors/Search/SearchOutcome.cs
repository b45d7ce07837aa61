namespace AnchorFit.Anchors.Search;

/// <summary>How the generator of a result was come by.</summary>
internal enum SearchOutcome
{
    /// <summary>It serves the boxes better than the base config's.</summary>
    Better,

    /// <summary>It is the base config's: nothing was found that has a higher mean best IoU and as high a recall.</summary>
    Base,

    /// <summary>It serves the boxes worse than the base config's, which can't be kept: it has more anchors than there may be, or another finest layer than is asked for.</summary>
    Worse,
}
