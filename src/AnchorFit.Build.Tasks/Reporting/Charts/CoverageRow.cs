namespace AnchorFit.Reporting.Charts;

/// <summary>A part of the boxes in a picture of coverage.</summary>
/// <param name="Name">Which boxes.</param>
/// <param name="Note">How many, in words.</param>
/// <param name="Before">The figure with the base config, 0 to 1; null where there is none.</param>
/// <param name="After">The figure with the fitted config.</param>
/// <param name="Falls">The part is served worse than before.</param>
internal readonly record struct CoverageRow(string Name, string Note, double? Before, double? After, bool Falls = false);
