using System.Collections.Generic;
using System.Globalization;
using System.Text;
using AnchorFit.Fitting;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>What the build log says of a fit.</summary>
internal static class FitMessages
{
    private const int ShownClasses = 10;

    /// <summary>The one line that a person wants to read; ratios with two decimals, as the notebook prints them.</summary>
    public static string Headline(FitSummary summary)
    {
        var ratios = new StringBuilder();
        foreach (float ratio in summary.AspectRatios)
        {
            ratios.Append(ratios.Length == 0 ? string.Empty : ", ").Append(ratio.ToString("0.00", CultureInfo.InvariantCulture));
        }

        string classes = summary.NumClasses is { } number ? ", num_classes " + Text(number) : string.Empty;
        return $"{Count(summary.BoxCount, "box", "boxes")} in {Count(summary.FileCount, "file", "files")}, " +
            $"aspect ratios {ratios}, average IoU {Percent(summary.Quality.Coverage.MeanIoU)}{classes}";
    }

    /// <summary>The figures behind it, a line each.</summary>
    public static IReadOnlyList<string> Details(FitSummary summary)
    {
        List<string> lines =
        [
            $"base config {DisplayText.Clean(summary.BaseConfig, 300)}, boxes resized by its {summary.ImageResizer}",
            $"num_classes from {NumClassesSource(summary)}; classes: {Classes(summary)}",
        ];
        foreach (AnchorCoverage anchor in summary.Quality.Coverage.Anchors)
        {
            string meanIoU = anchor.MeanIoU is { } mean ? ", mean IoU " + Percent(mean) : string.Empty;
            lines.Add($"aspect ratio {FloatText.Shortest(anchor.AspectRatio)} serves {Percent(anchor.Share)} of the boxes{meanIoU}");
        }

        IoUQuantiles quantiles = summary.Quality.Coverage.Quantiles;
        lines.Add($"best IoU of a box: minimum {Percent(quantiles.Minimum)}, 5 % {Percent(quantiles.P5)}, median {Percent(quantiles.Median)}, 95 % {Percent(quantiles.P95)}");
        lines.Add($"as the notebook counts it (centroids, not anchors): average IoU {Percent(summary.Quality.AverageCentroidIoU)}, inertia {summary.Quality.Inertia.ToString("G6", CultureInfo.InvariantCulture)}");
        return lines;
    }

    private static string NumClassesSource(FitSummary summary) => summary.NumClassesSource switch
    {
        "annotations" => "the annotations",
        "setting" => "AnchorFitNumClasses",
        _ => "the base config",
    };

    private static string Classes(FitSummary summary)
    {
        if (summary.Classes.Count == 0)
        {
            return "none named";
        }

        var text = new StringBuilder();
        for (int i = 0; i < summary.Classes.Count && i < ShownClasses; i++)
        {
            KeyValuePair<string, int> entry = summary.Classes[i];
            text.Append(i == 0 ? string.Empty : ", ").Append(DisplayText.Clean(entry.Key)).Append(" (").Append(Text(entry.Value)).Append(')');
        }

        int more = summary.Classes.Count - ShownClasses;
        return more > 0 ? text.Append(", and ").Append(Text(more)).Append(" more").ToString() : text.ToString();
    }

    private static string Count(int count, string one, string many) => Text(count) + " " + (count == 1 ? one : many);

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
