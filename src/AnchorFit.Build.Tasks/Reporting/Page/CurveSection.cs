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
        model => HowToRead(model),
        model => model.Summary.Curve is { Points.Count: > 1 }, Write);

    private static string HowToRead(ReportModel model) =>
        (model.Summary.Curve!.IsDrawn
            ? "What the ratios of each number draw, and what they reach when shapes alone are compared: the first trains, the second flatters."
            : "The best that each number of ratios can reach when shapes alone are compared.") +
        (model.Summary.Anchors!.Search is null ? string.Empty : " The ratios are those of MeanIoU; the search finds better ones of each number.") +
        " Set AnchorFitAspectRatioCount to take another.";

    private static void Write(HtmlText page, ReportModel model)
    {
        FitCurve curve = model.Summary.Curve!;
        page.Open("div", ("class", "pair"));
        CurvePicture.Write(page, curve);
        HtmlTable.Write(page, "curve-table", "What each number of ratios reaches", Columns(curve), curve.Points.Select(point => Row(point, curve)));
        page.Close();
    }

    private static TableColumn[] Columns(FitCurve curve) => curve.IsDrawn
        ? [new("k"), new("Mean best IoU, drawn", IsNumber: true), new("Anchors", IsNumber: true), new("Served worse", IsNumber: true), new("Mean IoU of shapes", IsNumber: true)]
        : [new("k"), new("Mean IoU of shapes", IsNumber: true), new("Anchors at a location", IsNumber: true)];

    private static TableCell[] Row(CurvePoint point, FitCurve curve)
    {
        string number = point.Count.ToString(CultureInfo.InvariantCulture) + (point.Count == curve.ChosenCount ? " (in use)" : string.Empty);
        if (point.Drawn is not { } drawn)
        {
            return [number, FixedText.Percent(point.MeanIoU), FixedText.Count(point.AnchorsALocation)];
        }

        int fallen = drawn.Fallen.Count;
        return
        [
            number,
            FixedText.Percent(drawn.After.Whole.MeanBestIoU),
            FixedText.Count(drawn.After.AnchorCount),
            fallen > 0 ? TableCell.Worse(fallen.ToString(CultureInfo.InvariantCulture)) : "none",
            FixedText.Percent(point.MeanIoU),
        ];
    }
}
