using System.Collections.Generic;
using System.Globalization;
using AnchorFit.Reporting;

namespace AnchorFit.Run;

/// <summary>The metadata of the result item on the anchors that the configs draw.</summary>
internal static class DrawnMetadata
{
    /// <summary>The same names for every model; the values are empty where there is no figure.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(DrawnFigures? drawn)
    {
        yield return new("DrawnMeanIoUBefore", Percent(drawn?.Before.Whole.MeanBestIoU));
        yield return new("DrawnMeanIoU", Percent(drawn?.After.Whole.MeanBestIoU));
        yield return new("DrawnRecallBefore", Percent(drawn?.Before.Whole.Recall));
        yield return new("DrawnRecall", Percent(drawn?.After.Whole.Recall));
        yield return new("Anchors", drawn?.After.AnchorCount.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
    }

    private static string Percent(double? share) => share is { } value ? (100 * value).ToString("0.####", CultureInfo.InvariantCulture) : string.Empty;
}
