using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AnchorFit.Fitting;
using AnchorFit.Text;

namespace AnchorFit.Reporting;

/// <summary>What the build log says of a fit.</summary>
internal static class FitMessages
{
    private const int ShownClasses = 10;
    private const int ShownBaseName = 80;

    /// <summary>The one line that a person wants to read; ratios with two decimals, as the notebook prints them.</summary>
    public static string Headline(FitSummary summary)
    {
        string classes = summary.NumClasses is { } number ? ", num_classes " + Text(number) + Unused(summary) : string.Empty;
        return $"{Count(summary.BoxCount, "box", "boxes")} in {Count(summary.FileCount, "file", "files")}, " +
            (summary.Anchors is { } anchors ? Headline(anchors) : "no anchors to fit") + classes +
            ", base " + DisplayText.Clean(BaseName(summary.BaseConfig), ShownBaseName);
    }

    /// <summary>The figures behind it, a line each.</summary>
    public static IReadOnlyList<string> Details(FitSummary summary)
    {
        List<string> lines =
        [
            $"base config {DisplayText.Clean(summary.BaseConfig, 300)}, {(summary.Anchors is null ? "images" : "boxes")} resized by its {summary.ImageResizer}",
            $"num_classes from {NumClassesSource(summary)}; classes: {Classes(summary)}",
        ];
        if (LeftOut(summary) is { Length: > 0 } leftOut)
        {
            lines.Add("left out by the settings: " + leftOut);
        }

        if (summary.ClassesWithoutObjects.Count > 0)
        {
            lines.Add($"of the {summary.ClassListName}, no object has: {List(summary.ClassesWithoutObjects, name => DisplayText.Clean(name))}");
        }

        if (summary.Anchors is { } anchors)
        {
            lines.AddRange(Details(anchors));
        }

        lines.AddRange(FitCurveMessages.Details(summary.Curve));
        lines.AddRange(summary.Advice.Select(advice => "advice: " + advice.Text));
        lines.AddRange(DrawnMessages.Details(summary));
        return lines;
    }

    // Without folders: the terminal logger makes the line a link, to what stands before its last slash.
    private static string BaseName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static string Headline(AnchorFigures anchors)
    {
        var ratios = new StringBuilder();
        foreach (float ratio in anchors.AspectRatios)
        {
            ratios.Append(ratios.Length == 0 ? string.Empty : ", ").Append(ratio.ToString("0.00", CultureInfo.InvariantCulture));
        }

        return $"aspect ratios {ratios}, average IoU {Percent(anchors.Quality.Coverage.MeanIoU)}";
    }

    private static IEnumerable<string> Details(AnchorFigures figures)
    {
        foreach (AnchorCoverage anchor in figures.Quality.Coverage.Anchors)
        {
            string meanIoU = anchor.MeanIoU is { } mean ? ", mean IoU " + Percent(mean) : string.Empty;
            yield return $"aspect ratio {FloatText.Shortest(anchor.AspectRatio)} serves {Percent(anchor.Share)} of the boxes{meanIoU}";
        }

        IoUQuantiles quantiles = figures.Quality.Coverage.Quantiles;
        yield return $"best IoU of a box: minimum {Percent(quantiles.Minimum)}, 5 % {Percent(quantiles.P5)}, median {Percent(quantiles.Median)}, 95 % {Percent(quantiles.P95)}";
        foreach (string line in figures.Search is { } search ? SearchMessages.Of(search) : [Objective(figures.Quality)])
        {
            yield return line;
        }
    }

    private static string Objective(FitQuality quality) => quality switch
    {
        { Inertia: { } inertia, AverageCentroidIoU: { } average } =>
            $"as the notebook counts it (centroids, not anchors): average IoU {Percent(average)}, inertia {inertia.ToString("G6", CultureInfo.InvariantCulture)}",
        { GapBound: > 0 and { } bound } =>
            $"no other aspect ratios have an average IoU more than {(100 * bound).ToString("0.######", CultureInfo.InvariantCulture)} percentage points higher",
        _ => "no other aspect ratios have a higher average IoU",
    };

    private static string LeftOut(FitSummary summary)
    {
        (double Count, string What)[] reasons =
            [(summary.OtherClassesCount, "of other classes"), (summary.DifficultCount, "difficult, crowd or group"), (summary.TooSmallCount, "too small")];
        return string.Join(", ", reasons.Where(reason => reason.Count > 0).Select(reason => $"{Count(reason.Count, "box", "boxes")} {reason.What}"));
    }

    private static string NumClassesSource(FitSummary summary) => summary.NumClassesSource switch
    {
        "annotations" => "the annotations",
        "setting" => "AnchorFitNumClasses",
        "label_map" => "the label map",
        _ => "the base config",
    };

    // Without a label map of their own these classes count only because they are listed, which may come as a surprise.
    private static string Unused(FitSummary summary) =>
        summary.NumClassesSource == "annotations" && summary.ClassesWithoutObjects.Count is > 0 and var count ? $" ({Text(count)} without objects)" : string.Empty;

    private static string Classes(FitSummary summary) => summary.Classes.Count == 0
        ? "none named"
        : List(summary.Classes, entry => $"{DisplayText.Clean(entry.Key)} ({Text(entry.Value)})");

    private static string List<T>(IReadOnlyList<T> entries, Func<T, string> describe)
    {
        string text = string.Join(", ", entries.Take(ShownClasses).Select(describe));
        int more = entries.Count - ShownClasses;
        return more > 0 ? text + ", and " + Text(more) + " more" : text;
    }

    private static string Count(double count, string one, string many) => Text(count) + " " + (count == 1 ? one : many);

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(double number) => DoubleText.Count(number);
}
