using System;

namespace AnchorFit.Anchors;

/// <summary>By what boxes are grouped where no group may be served worse than by the base config's anchors.</summary>
[Flags]
internal enum Protection
{
    /// <summary>Only all boxes together count.</summary>
    None = 0,

    /// <summary>Each class; boxes without a class are one.</summary>
    Classes = 1,

    /// <summary>Each size band: see <see cref="DrawnScore.BandOf"/>.</summary>
    Sizes = 2,

    /// <summary>Each class and each size band.</summary>
    All = Classes | Sizes,
}
