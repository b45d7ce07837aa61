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
            ? $"the base config's anchors stay: none with a higher mean best IoU and no lower recall were found ({tried})"
            : $"fitted to the anchors that the model draws ({tried})";
        foreach (KeyValuePair<string, string> field in search.Written.Where(field => !field.Key.EndsWith(".aspect_ratios", System.StringComparison.Ordinal)))
        {
            yield return $"{field.Key.Substring(field.Key.LastIndexOf('.') + 1)}: {field.Value}";
        }

        if (search.Idle is { } idle)
        {
            yield return $"{idle} of the base config count no more";
        }
    }
}
