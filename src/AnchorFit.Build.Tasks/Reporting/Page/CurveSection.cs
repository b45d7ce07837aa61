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
        model => model is { Curve.Count: > 1, Summary.Anchors: not null }, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        int chosen = model.Summary.Anchors!.AspectRatios.Count;
        page.Open("div", ("class", "pair"));
        CurvePicture.Write(page, model.Curve, chosen);
        HtmlTable.Write(
            page, "curve-table", "Mean IoU of shapes by number of ratios",
            [new("k"), new("Mean IoU of shapes", IsNumber: true), new("Gain", IsNumber: true), new("Anchors at a location", IsNumber: true)],
            model.Curve.Select((fit, i) => new TableCell[]
            {
                fit.Count.ToString(CultureInfo.InvariantCulture) + (fit.Count == chosen ? " (in use)" : string.Empty),
                FixedText.Percent(fit.MeanIoU),
                i == 0 ? string.Empty : "+" + FixedText.Of(100 * (fit.MeanIoU - model.Curve[i - 1].MeanIoU), 2),
                fit.AnchorsALocation is { } anchors ? FixedText.Count(anchors) : "–",
            }));
        page.Close();
    }
}
