using System.Collections.Generic;

namespace AnchorFit.Reporting;

/// <summary>What is known of a search for drawn anchors.</summary>
/// <param name="KeptBase">Nothing better than the base config's anchors was found, so they stay.</param>
/// <param name="Evaluations">How many candidates were scored.</param>
/// <param name="Written">The fields that differ from the base config: the full path, and the value as it stands in the config.</param>
/// <param name="Idle">Fields that count no more, as the subject of a sentence; null where all count.</param>
internal sealed record SearchFigures(
    bool KeptBase, int Evaluations, IReadOnlyList<KeyValuePair<string, string>> Written, string? Idle)
{
    /// <summary>
    /// What <c>AnchorFitProtect</c> costs: the mean best IoU (0 to 1) that there would be without it, and the groups of
    /// boxes that would fall, in words; null where it costs nothing worth a word.
    /// </summary>
    public (double MeanBestIoU, string Groups)? GuardCost { get; init; }
}
