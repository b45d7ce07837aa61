namespace AnchorFit.Annotations.Coco;

/// <summary>The lists of a COCO file that say something of boxes.</summary>
internal enum CocoList
{
    /// <summary>Another member.</summary>
    None,
    Images,
    Annotations,
    Categories,
}
