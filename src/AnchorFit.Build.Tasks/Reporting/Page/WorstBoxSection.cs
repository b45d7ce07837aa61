using System.Globalization;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The boxes that the fitted anchors serve worst, with their places.</summary>
internal static class WorstBoxSection
{
    public static ReportSection Section { get; } = new(
        "worst", "Worst-covered boxes",
        _ => "Where a fit is poor it is often a label that is wrong: look at these boxes before you add anchors for them.",
        model => model.WorstBoxes.Count > 0, Write);

    private static void Write(HtmlText page, ReportModel model) => HtmlTable.Write(
        page, "worst-table", "The least overlap after the fit",
        [new("File and line"), new("Class"), new("Width × height", IsNumber: true), new("IoU before", IsNumber: true), new("after", IsNumber: true)],
        model.WorstBoxes.Select(Row));

    private static TableCell[] Row(WorstBox box) =>
    [
        TableCell.Place(Place(box.Place)),
        box.ClassName is { } name ? TableCell.Name(name) : "–",
        $"{FixedText.Of(box.Size.Width, 1)} × {FixedText.Of(box.Size.Height, 1)} px",
        FixedText.Percent(box.Before),
        FixedText.Percent(box.After),
    ];

    /// <summary>The form that editors open: <c>path:line</c>.</summary>
    public static string Place(FilePlace place) =>
        place.Position.Line == 0 ? place.Path : place.Path + ":" + place.Position.Line.ToString(CultureInfo.InvariantCulture);
}
