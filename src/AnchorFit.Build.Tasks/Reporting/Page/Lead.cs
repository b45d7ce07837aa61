using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The top of the page: what a person wants to know, in two sentences and a handful of figures.</summary>
internal static class Lead
{
    private const int ShownRatios = 8;
    private const int ShownFallen = 5;

    public static void Write(HtmlText page, ReportModel model)
    {
        page.Element("p", Sentences(model), ("class", "lead"));
        WriteFallen(page, model.Summary.Drawn);
        page.Open("dl", ("class", "tiles"));
        foreach ((string name, string? who, string figure, string note) in Tiles(model))
        {
            page.Open("div").Element("dt", name).Open("dd").Element("span", figure, ("class", "figure"));
            if (who is not null)
            {
                page.Text(" ").Name(who);
            }

            if (note.Length > 0)
            {
                page.Text(" ").Element("span", note, ("class", "note"));
            }

            page.Close().Close();
        }

        page.Close();
    }

    private static void WriteFallen(HtmlText page, DrawnFigures? drawn)
    {
        if (drawn is null)
        {
            return;
        }

        IReadOnlyList<GroupChange> fallen = drawn.Fallen;
        if (fallen.Count == 0)
        {
            page.Element("p", "No class and no size of ten boxes or more is served worse than by the base config.", ("class", "how"));
            return;
        }

        page.Open("div", ("class", "fallen")).Element("p", "▼ Served worse than by the base config:").Open("ul");
        foreach (GroupChange group in fallen.Take(ShownFallen))
        {
            page.Open("li").Element("bdi", DrawnMessages.Loss(group).Replace("->", "→")).Close();
        }

        page.Close();
        if (fallen.Count > ShownFallen)
        {
            page.Element("p", $"And {FixedText.Count(fallen.Count - ShownFallen)} more, marked below.");
        }

        page.Close();
    }

    /// <summary>Two sentences.</summary>
    public static string Sentences(ReportModel model)
    {
        FitSummary summary = model.Summary;
        string boxes = $"{Count(summary.BoxCount, "box", "boxes")} in {Count(summary.FileCount, "file", "files")}";
        if (summary.Anchors is not { } anchors)
        {
            string classes = summary.NumClasses is { } number ? $" num_classes is {FixedText.Count(number)}." : string.Empty;
            return $"The model has no anchors to fit, so the {boxes} were read for their classes alone.{classes}";
        }

        string[] ratios = [.. anchors.AspectRatios.Select(ratio => FixedText.Of(ratio, 2))];
        string named = ratios.Length > ShownRatios ? $"{FixedText.Count(ratios.Length)} from {ratios[0]} to {ratios[ratios.Length - 1]}" : List(ratios);
        string fitted = anchors.Search is { KeptBase: true }
            ? $"For your {boxes} nothing better than the base config's anchors was found, and they stay as they are."
            : $"For your {boxes} the aspect {(ratios.Length == 1 ? "ratio is" : "ratios are")} now {named}.";
        return fitted + " " + (model is { Before: { } before, After: { } after }
            ? Drawn(before.Whole, after.Whole, model.MatchedThreshold)
            : Shapes(anchors, model.BaseCoverage?.MeanIoU));
    }

    private static string Drawn(MatchingScore before, MatchingScore after, double? threshold)
    {
        string overlap = $"Drawn as the trainer draws them, the anchors overlap a box by {FixedText.Percent(after.MeanBestIoU)} on average, " +
            Change(before.MeanBestIoU, after.MeanBestIoU);
        return threshold is { } matched && before.Recall is { } was && after.Recall is { } now
            ? $"{overlap}, and {FixedText.Percent(now)} of the boxes reach the {Short(matched)} at which training matches an anchor (before: {FixedText.Percent(was)})."
            : overlap + ".";
    }

    private static string Shapes(AnchorFigures anchors, double? before)
    {
        double now = anchors.Quality.Coverage.MeanIoU;
        string change = before is { } was ? ", " + Change(was, now) : string.Empty;
        return $"Compared by shape alone, they overlap a box by {FixedText.Percent(now)} on average{change}.";
    }

    private static string Change(double before, double after)
    {
        string points = FixedText.Of(Math.Abs(100 * (after - before)), 2);
        return points == "0.00" ? "as much as those of the base config"
            : $"{points} percentage points {(after > before ? "more" : "less")} than those of the base config";
    }

    private static IEnumerable<(string Name, string? Who, string Figure, string Note)> Tiles(ReportModel model)
    {
        FitSummary summary = model.Summary;
        if (model is { Before: { } before, After: { } after, Summary.Drawn: { } drawn })
        {
            foreach ((string which, GroupChange? group) in new[] { ("Worst class", drawn.WorstClass), ("Worst size", drawn.WorstSizeBand) })
            {
                if (group is not null)
                {
                    yield return (which, group.Name ?? "no class", FixedText.Percent(group.After.MeanBestIoU), "before " + FixedText.Percent(group.Before.MeanBestIoU));
                }
            }

            yield return ("Mean best IoU, drawn anchors", null, FixedText.Percent(after.Whole.MeanBestIoU), "before " + FixedText.Percent(before.Whole.MeanBestIoU));
            if (before.Whole.Recall is { } was && after.Whole.Recall is { } now)
            {
                yield return ("Recall", null, FixedText.Percent(now), "before " + FixedText.Percent(was));
            }

            if (drawn is { PositivesBefore: { } few, PositivesAfter: { } many })
            {
                yield return ("Anchors matched with a box (median)", null, FixedText.AtMost(many.Median, 1), "before " + FixedText.AtMost(few.Median, 1));
            }

            yield return ("Anchors", null, FixedText.Count(after.AnchorCount), "before " + FixedText.Count(before.AnchorCount));
        }

        if (summary.Anchors is { } anchors)
        {
            string note = model.BaseCoverage?.MeanIoU is { } was ? "before " + FixedText.Percent(was) : string.Empty;
            yield return ("Mean IoU of shapes", null, FixedText.Percent(anchors.Quality.Coverage.MeanIoU), note);
        }

        yield return ("Boxes", null, FixedText.Count(summary.BoxCount), "in " + Count(summary.FileCount, "file", "files"));
        if (summary.NumClasses is { } classes)
        {
            yield return ("num_classes", null, FixedText.Count(classes), string.Empty);
        }
    }

    private static string Short(double share) => FixedText.AtMost(100 * share, 2) + " %";

    private static string Count(double count, string one, string many) => FixedText.Count(count) + " " + (count == 1 ? one : many);

    private static string List(string[] words) => words.Length == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Length - 1)) + " and " + words[words.Length - 1];
}
