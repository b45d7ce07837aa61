using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>How well each box is overlapped by its best anchor, before and after the fit.</summary>
internal static class OverlapPicture
{
    private const double Top = 60;
    private const double Height = 180;

    /// <param name="page">Where the picture goes.</param>
    /// <param name="before">The share of boxes in each twentieth of IoU with the base config; may be empty.</param>
    /// <param name="after">The same with the fitted config.</param>
    /// <param name="threshold">The IoU from which the trainer matches; null where there is none.</param>
    public static void Write(HtmlText page, IReadOnlyList<double> before, IReadOnlyList<double> after, double? threshold)
    {
        int bins = after.Count;
        int first = Enumerable.Range(0, bins).First(i => after[i] > 0 || (before.Count > 0 && before[i] > 0) || i == bins - 1);
        if (threshold is { } matched)
        {
            first = Math.Min(first, Math.Max(0, (int)(matched * bins) - 1));
        }

        double lowest = first / 4 * 4.0 / bins;
        double most = Math.Max(after.Max(), before.Count > 0 ? before.Max() : 0);
        var plot = new Plot(44, Top, 344, Height, Plot.Percentages(lowest, 1), Plot.Percentages(0, Plot.Headroom * most));
        SvgPicture picture = SvgPicture.Begin(
            page, "overlap", Top + Height + 36, "Boxes by their best IoU, before and after the fit", Describe(before, after));
        plot.DrawAxes(picture, "IoU of a box with its best anchor", string.Empty);
        picture.Text(0, 30, "share of the boxes", "name start");
        var bars = new SvgPath();
        var steps = new SvgPath();
        for (int i = first; i < bins; i++)
        {
            (double left, double right) = (plot.XOf((double)i / bins), plot.XOf((i + 1.0) / bins));
            if (after[i] > 0)
            {
                bars.Rectangle(left + 0.5, plot.YOf(after[i]), right - left - 1, plot.Bottom - plot.YOf(after[i]));
            }

            if (before.Count > 0)
            {
                _ = steps.IsEmpty ? steps.MoveTo(left, plot.Bottom) : steps;
                steps.LineTo(left, plot.YOf(before[i])).LineTo(right, plot.YOf(before[i]));
            }
        }

        picture.Path(bars, "bars");
        picture.Path(steps.IsEmpty ? steps : steps.LineTo(plot.Right, plot.Bottom), "steps");
        if (threshold is { } at)
        {
            picture.HaloLine(plot.XOf(at), Top - 4, plot.XOf(at), plot.Bottom, "threshold");
            picture.Text(Math.Max(plot.Left + 50, Math.Min(plot.Right - 50, plot.XOf(at))), Top - 9, "matched from " + FixedText.AtMost(100 * at, 2) + " %", "tick");
        }

        Legend(picture, before.Count > 0);
        picture.End("Boxes on the right are overlapped well. The fit is good when the bars stand further to the right than the dashed line" +
            (threshold is null ? "." : ", and few are left of the threshold, where an anchor isn't matched."));
    }

    /// <summary>The key of pictures with both configs, in the upper right corner.</summary>
    public static void Legend(SvgPicture picture, bool hasBefore)
    {
        picture.Path(new SvgPath().Rectangle(322, 6, 12, 10), "bars");
        picture.Text(339, 15, "after", "tick start");
        if (hasBefore)
        {
            picture.Line(250, 11, 270, 11, "steps");
            picture.Text(275, 15, "before", "tick start");
        }
    }

    private static string Describe(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        string now = FixedText.Percent(after.Skip(after.Count / 2).Sum());
        return before.Count > 0
            ? $"{FixedText.Percent(before.Skip(before.Count / 2).Sum())} of the boxes reach an IoU of 50 % before, {now} after."
            : $"{now} of the boxes reach an IoU of 50 %.";
    }
}
