namespace AnchorFit.Anchors;

/// <summary>Each box's best anchor, in the order of the boxes.</summary>
/// <param name="IoU">Its overlap with the box, 0 to 1; 0 where there is no anchor.</param>
/// <param name="Grid">The number of the grid it is drawn on, the finest being 0; of equal overlaps the finest. -1 where no anchor overlaps.</param>
internal sealed record BestMatches(double[] IoU, int[] Grid);
