namespace AnchorFit.Anchors.Search;

/// <summary>What becomes of <c>reduce_boxes_in_lowest_layer</c>.</summary>
internal enum LowestLayer
{
    /// <summary>It stays as the base config has it.</summary>
    Keep,

    /// <summary>Whichever serves the boxes better.</summary>
    Auto,

    /// <summary>The finest layer has three anchors of its own, whatever the aspect ratios.</summary>
    Reduced,

    /// <summary>The finest layer has the anchors of every other.</summary>
    Full,
}
