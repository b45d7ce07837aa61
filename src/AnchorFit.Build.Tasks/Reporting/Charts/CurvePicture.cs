using System;
using System.Globalization;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>What each number of ratios reaches, with the number that was taken.</summary>
internal static class CurvePicture
{
    private const double Top = 28;
    private const double Height = 180;

    /// <param name="page">Where the picture goes.</param>
    /// <param name="curve">Of two points at least.</param>
    public static void Write(HtmlText page, FitCurve curve)
    {
        double lowest = Math.Floor(10 * curve.Points.Min(point => Math.Min(point.MeanIoU, point.DrawnMeanIoU ?? 1))) / 10;
        var x = new Axis(
            0.6, curve.Points.Count + 0.4, IsLogarithmic: false,
            [.. curve.Points.Select(point => new Tick(point.Count, point.Count.ToString(CultureInfo.InvariantCulture)))]);
        var plot = new Plot(44, Top, 344, Height, x, Plot.Percentages(Math.Min(lowest, 0.9), 1));
        SvgPicture picture = SvgPicture.Begin(
            page, "curve", Top + Height + 36, "Mean IoU by number of aspect ratios",
            string.Join("; ", curve.Points.Select(Describe)) + ".");
        plot.DrawAxes(picture, "number of aspect ratios, k", curve.IsDrawn ? "mean IoU" : "mean IoU of shapes");
        DrawDrawn(picture, plot, curve);
        var line = new SvgPath();
        var dots = new SvgPath();
        foreach (CurvePoint point in curve.Points)
        {
            (double px, double py) = (plot.XOf(point.Count), plot.YOf(point.MeanIoU));
            _ = line.IsEmpty ? line.MoveTo(px, py) : line.LineTo(px, py);
            dots.Dot(px, py);
        }

        if (curve.TargetIoU is { } target and <= 1 && target >= plot.Y.Lowest)
        {
            picture.Line(plot.Left, plot.YOf(target), plot.Right, plot.YOf(target), "threshold");
            picture.Text(plot.Right, plot.YOf(target) - 4, "AnchorFitTargetIoU " + FixedText.AtMost(100 * target, 2) + " %", "tick end");
        }

        picture.Path(line, "line");
        picture.Path(dots, "points");
        if (curve.Find(curve.ChosenCount) is { } taken)
        {
            (double px, double py) = (plot.XOf(taken.Count), plot.YOf(taken.MeanIoU));
            picture.Path(new SvgPath().MoveTo(px - 8, py).LineTo(px, py - 8).LineTo(px + 8, py).LineTo(px, py + 8).Close(), "chosen");
            bool hasRoom = px < plot.Right - 100;
            string label = $"k = {taken.Count.ToString(CultureInfo.InvariantCulture)}: {FixedText.Percent(taken.MeanIoU)}";
            picture.Text(hasRoom ? px + 8 : plot.Right, py + 22, label, hasRoom ? "label ink start" : "label ink end");
        }

        picture.End("Where the curve flattens, another ratio costs inference time and gains little. The diamond is the number in use." +
            (curve.IsDrawn ? " The dashed line is what training sees: the mean best IoU with the anchors that are drawn; hollow points serve a class or a size worse than the base config." : string.Empty));
    }

    private static void DrawDrawn(SvgPicture picture, Plot plot, FitCurve curve)
    {
        if (!curve.IsDrawn)
        {
            return;
        }

        var line = new SvgPath();
        var harmless = new SvgPath();
        var worse = new SvgPath();
        foreach (CurvePoint point in curve.Points)
        {
            (double x, double y) = (plot.XOf(point.Count), plot.YOf(point.DrawnMeanIoU!.Value));
            _ = line.IsEmpty ? line.MoveTo(x, y) : line.LineTo(x, y);
            if (point.Drawn!.Fallen.Count > 0)
            {
                worse.MoveTo(x - 4, y - 4).LineTo(x + 4, y - 4).LineTo(x + 4, y + 4).LineTo(x - 4, y + 4).Close();
            }
            else
            {
                harmless.Dot(x, y);
            }
        }

        CurvePoint last = curve.Points[curve.Points.Count - 1];
        picture.Path(line, "line drawn");
        picture.Path(harmless, "points drawn");
        picture.Path(worse, "hollow drawn");
        picture.Text(plot.Right, plot.YOf(last.DrawnMeanIoU!.Value) - 8, "drawn anchors", "label s2 end");
        picture.Text(plot.Right, plot.YOf(last.MeanIoU) + 16, "shapes", "label s1 end");
    }

    private static string Describe(CurvePoint point) => $"{point.Count.ToString(CultureInfo.InvariantCulture)}: {FixedText.Percent(point.MeanIoU)}" +
        (point.DrawnMeanIoU is { } drawn ? $", drawn {FixedText.Percent(drawn)}" : string.Empty);
}
