namespace AnchorFit.Anchors;

/// <summary>What the trainer does with anchors that cross the edge of the network's input.</summary>
internal enum EdgeRule
{
    /// <summary>They stay as they are (SSD).</summary>
    Keep,

    /// <summary>They are cut at the edge (Faster R-CNN with <c>clip_anchors_to_image</c>).</summary>
    Clip,

    /// <summary>They take no part in training (Faster R-CNN).</summary>
    Prune,
}
