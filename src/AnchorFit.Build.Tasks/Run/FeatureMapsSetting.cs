using AnchorFit.Anchors;
using AnchorFit.Diagnostics;

namespace AnchorFit.Run;

/// <summary>Reads <c>AnchorFitFeatureMaps</c>.</summary>
internal static class FeatureMapsSetting
{
    /// <summary>The feature maps, the finest first; null where nothing was said or the value was refused.</summary>
    public static FeatureMapSizes? Parse(RawSettings raw, DiagnosticBag diagnostics)
    {
        string text = raw.FeatureMaps.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        FeatureMapSizes? sizes = FeatureMapSizes.Parse(text);
        if (sizes is null)
        {
            diagnostics.Add(DrawnAnchorDiagnostics.InvalidFeatureMaps(raw.ProjectFile, text));
        }

        return sizes;
    }
}
