using System.Globalization;
using System.Linq;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>What other numbers of ratios would reach.</summary>
internal static class CurveSection
{
    public static ReportSection Section { get; } = new(
        "number", "How many ratios",
        _ => "The best that each number of ratios can reach when shapes alone are compared; set AnchorFitAspectRatioCount to take another.",
        model => model.Summary.Curve is { Points.Count: > 1 }, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        FitCurve curve = model.Summary.Curve!;
        page.Open("div", ("class", "pair"));
        CurvePicture.Write(page, curve);
        HtmlTable.Write(
            page, "curve-table", "Mean IoU of shapes by number of ratios",
            [new("k"), new("Mean IoU of shapes", IsNumber: true), new("Gain in points", IsNumber: true), new("Anchors at a location", IsNumber: true)],
            curve.Points.Select((point, i) => new TableCell[]
            {
                point.Count.ToString(CultureInfo.InvariantCulture) + (point.Count == curve.ChosenCount ? " (in use)" : string.Empty),
                FixedText.Percent(point.MeanIoU),
                i == 0 ? string.Empty : FixedText.Of(100 * (point.MeanIoU - curve.Points[i - 1].MeanIoU), 2),
                FixedText.Count(point.AnchorsALocation),
            }));
        page.Close();
    }
}
