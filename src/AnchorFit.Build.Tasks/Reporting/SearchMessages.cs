using System.Collections.Generic;
using System.Linq;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>What the build log says of a search for drawn anchors.</summary>
internal static class SearchMessages
{
    /// <summary>A line for what was found, and one for each field that is written beside the aspect ratios.</summary>
    public static IEnumerable<string> Of(SearchFigures search)
    {
        string tried = $"{DoubleText.Count(search.Evaluations)} candidates tried";
        yield return search.KeptBase
            ? $"the base config's anchors stay: none were found that serve the boxes better, and no class and no size worse ({tried})"
            : $"fitted to the anchors that the model draws ({tried})";
        foreach (KeyValuePair<string, string> field in search.Written.Where(field => !field.Key.EndsWith(".aspect_ratios", System.StringComparison.Ordinal)))
        {
            yield return $"{field.Key.Substring(field.Key.LastIndexOf('.') + 1)}: {field.Value}";
        }

        if (search.GuardCost is { } cost)
        {
            yield return $"AnchorFitProtect keeps from falling, at a mean best IoU of all boxes that could be {Percent(cost.MeanBestIoU)}: {cost.Groups}";
        }

        if (search.Idle is { } idle)
        {
            yield return $"{idle} of the base config count no more";
        }
    }

    private static string Percent(double share) => (100 * share).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
