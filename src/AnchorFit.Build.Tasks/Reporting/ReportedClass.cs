using AnchorFit.Anchors;

namespace AnchorFit.Reporting;

/// <summary>A class of the annotations.</summary>
/// <param name="Name">As the annotations have it.</param>
/// <param name="Boxes">How many of its boxes were fitted.</param>
/// <param name="Before">How the base config's anchors serve them; null where that isn't known.</param>
/// <param name="After">The same of the fitted config.</param>
internal readonly record struct ReportedClass(string Name, double Boxes, MatchingScore? Before, MatchingScore? After)
{
    /// <summary>Both scores as one; null where they aren't known.</summary>
    public GroupChange? Change => Before is { } before && After is { } after ? new GroupChange(Protection.Classes, 0, Name, before, after) : null;

    /// <summary>It is served worse than before.</summary>
    public bool Falls => Change is { Falls: true };
}
