using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>All anchors that a generator draws for one size of the network's input.</summary>
/// <param name="Input">The input, padding included.</param>
/// <param name="Grids">One a feature map, the finest first.</param>
/// <param name="Edge">What becomes of anchors that cross the input's edge.</param>
internal sealed record AnchorLayout(ImageSize Input, IReadOnlyList<AnchorGrid> Grids, EdgeRule Edge)
{
    /// <summary>How many anchors are drawn, before any are pruned.</summary>
    public long Count => Grids.Sum(grid => grid.Count);
}
