using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>What each number of ratios reaches, with the number that was taken.</summary>
internal static class CurvePicture
{
    private const double Top = 24;
    private const double Height = 180;

    /// <param name="page">Where the picture goes.</param>
    /// <param name="curve">Ascending in the number of ratios; two at least.</param>
    /// <param name="chosen">The number that was taken.</param>
    public static void Write(HtmlText page, IReadOnlyList<CountedFit> curve, int chosen)
    {
        double lowest = Math.Floor(10 * curve.Min(fit => fit.MeanIoU)) / 10;
        CountedFit last = curve[curve.Count - 1];
        var x = new Axis(
            curve[0].Count - 0.4, last.Count + 0.4, IsLogarithmic: false,
            [.. curve.Select(fit => new Tick(fit.Count, fit.Count.ToString(CultureInfo.InvariantCulture)))]);
        var plot = new Plot(44, Top, 344, Height, x, Plot.Percentages(Math.Min(lowest, 0.9), 1));
        SvgPicture picture = SvgPicture.Begin(
            page, "curve", Top + Height + 36, "Mean IoU by number of aspect ratios",
            string.Join("; ", curve.Select(fit => $"{fit.Count.ToString(CultureInfo.InvariantCulture)}: {FixedText.Percent(fit.MeanIoU)}")) + ".");
        plot.DrawAxes(picture, "number of aspect ratios, k", "mean IoU of shapes");
        var line = new SvgPath();
        var dots = new SvgPath();
        foreach (CountedFit fit in curve)
        {
            (double px, double py) = (plot.XOf(fit.Count), plot.YOf(fit.MeanIoU));
            _ = line.IsEmpty ? line.MoveTo(px, py) : line.LineTo(px, py);
            dots.Dot(px, py);
        }

        picture.Path(line, "line");
        picture.Path(dots, "points");
        if (curve.FirstOrDefault(fit => fit.Count == chosen) is { Count: > 0 } taken)
        {
            (double px, double py) = (plot.XOf(taken.Count), plot.YOf(taken.MeanIoU));
            picture.Path(new SvgPath().MoveTo(px - 8, py).LineTo(px, py - 8).LineTo(px + 8, py).LineTo(px, py + 8).Close(), "chosen");
            bool hasRoom = px < plot.Right - 100;
            string label = $"k = {taken.Count.ToString(CultureInfo.InvariantCulture)}: {FixedText.Percent(taken.MeanIoU)}";
            picture.Text(hasRoom ? px + 8 : plot.Right, py + 22, label, hasRoom ? "label ink start" : "label ink end");
        }

        picture.End("Where the curve flattens, another ratio costs inference time and gains little. The diamond is the number in use.");
    }
}
