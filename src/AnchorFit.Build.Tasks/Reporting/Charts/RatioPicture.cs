using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>How many boxes have which aspect ratio, and below it the ratios that the fitted and the base config have.</summary>
internal static class RatioPicture
{
    private const double Top = 24;
    private const double Bars = 170;
    private const double FittedRail = Top + Bars + 52;
    private const double BaseRail = FittedRail + 34;

    /// <param name="page">Where the picture goes.</param>
    /// <param name="histogram">The boxes.</param>
    /// <param name="fitted">The fitted ratios, ascending.</param>
    /// <param name="before">The base config's, ascending; may be none.</param>
    public static void Write(HtmlText page, RatioHistogram histogram, IReadOnlyList<float> fitted, IReadOnlyList<float> before)
    {
        double[] ends = [LogBins.LowerEdge(histogram.First), LogBins.LowerEdge(histogram.First + histogram.Shares.Length), .. fitted, .. before.Where(ratio => ratio is > 0 and < 100)];
        double lowest = ends.Min() / 1.06;
        double highest = ends.Max() * 1.06;
        var x = new Axis(lowest, highest, IsLogarithmic: true, Ticks(lowest, highest));
        var plot = new Plot(44, Top, 344, Bars, x, Plot.Percentages(0, Plot.Headroom * histogram.Shares.Max()));
        int peak = Array.IndexOf(histogram.Shares, histogram.Shares.Max()) + histogram.First;
        SvgPicture picture = SvgPicture.Begin(
            page, "ratios-picture", before.Count > 0 ? BaseRail + 12 : FittedRail + 12, "Boxes by aspect ratio",
            $"Most boxes, {FixedText.Percent(histogram.Shares.Max())}, lie between {FixedText.Of(LogBins.LowerEdge(peak), 2)} and {FixedText.Of(LogBins.LowerEdge(peak + 1), 2)}. " +
            $"Fitted: {List(fitted)}." + (before.Count > 0 ? $" Base config: {List(before)}." : string.Empty));
        plot.DrawAxes(picture, "width / height (equal steps are equal factors)", "share of the boxes");
        var bars = new SvgPath();
        for (int i = 0; i < histogram.Shares.Length; i++)
        {
            if (histogram.Shares[i] > 0)
            {
                double left = plot.XOf(LogBins.LowerEdge(histogram.First + i));
                double right = plot.XOf(LogBins.LowerEdge(histogram.First + i + 1));
                double top = plot.YOf(histogram.Shares[i]);
                bars.Rectangle(left + 0.5, top, Math.Max(1, right - left - 1), plot.Bottom - top);
            }
        }

        picture.Path(bars, "bars");
        foreach (float ratio in fitted)
        {
            picture.HaloLine(plot.XOf(ratio), plot.Top, plot.XOf(ratio), plot.Bottom, "fitted");
        }

        Rail(picture, plot, FittedRail, "fitted", fitted, "mark after");
        if (before.Count > 0)
        {
            Rail(picture, plot, BaseRail, "base", before, "mark before");
        }

        picture.End("Each bar is a range of shapes; a good set of ratios has a mark under every hill. Filled marks and lines: fitted ratios; hollow marks: the base config's.");
    }

    private static void Rail(SvgPicture picture, Plot plot, double y, string name, IReadOnlyList<float> ratios, string style)
    {
        picture.Text(0, y + 4, name, "tick start");
        picture.Line(plot.Left, y, plot.Right, y, "grid");
        var marks = new SvgPath();
        double last = double.NegativeInfinity;
        foreach (float ratio in ratios)
        {
            double x = plot.XOf(ratio);
            marks.MoveTo(x - 5, y + 5).LineTo(x, y - 4).LineTo(x + 5, y + 5).Close();
            if (x - last >= 25)
            {
                last = x;
                picture.Text(x, y - 8, FixedText.Of(ratio, 2), "tick");
            }
        }

        picture.Path(marks, style);
    }

    private static Tick[] Ticks(double lowest, double highest) =>
    [
        .. (highest / lowest > 60 ? new[] { 0.01, 0.1, 1, 10, 100 } : [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20])
            .Where(value => value >= lowest && value <= highest)
            .Select(value => new Tick(value, FixedText.AtMost(value, 2))),
    ];

    private static string List(IEnumerable<float> ratios) => string.Join(", ", ratios.Select(ratio => FixedText.Of(ratio, 2)));
}
