using System.Globalization;
using System.Linq;
using AnchorFit.Reporting.Charts;
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

    private static void Write(HtmlText page, ReportModel model)
    {
        if (model.WorstBoxes.Any(box => box.Picture is not null))
        {
            WritePictures(page, model);
        }

        HtmlTable.Write(
            page, "worst-table", "The least overlap after the fit",
            [new("File and line"), new("Class"), new("Width × height", IsNumber: true), new("IoU before", IsNumber: true), new("after", IsNumber: true)],
            model.WorstBoxes.Select(Row));
    }

    private static void WritePictures(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "shots"));
        int number = 0;
        foreach (WorstBox box in model.WorstBoxes)
        {
            number++;
            if (box.Picture is { } picture)
            {
                string id = "worst-" + number.ToString(CultureInfo.InvariantCulture);
                page.Open("figure", ("id", id));
                BoxPanels.Write(page, id, picture, $"Worst-covered box {FixedText.Count(number)}");
                page.Open("figcaption").Text($"{FixedText.Count(number)}. ");
                if (box.ClassName is { } name)
                {
                    page.Name(name).Text(", ");
                }

                page.Text($"IoU {FixedText.Percent(box.After)}: ").Link(Place(box.Place), Address(box)).Close().Close();
            }
        }

        page.Close();
    }

    private static string? Address(WorstBox box) => box.FileFromReport is { } path ? RelativeLink.To(path) : null;

    private static TableCell[] Row(WorstBox box) =>
    [
        TableCell.Place(Place(box.Place), Address(box)),
        box.ClassName is { } name ? TableCell.Name(name) : "–",
        $"{FixedText.Of(box.Size.Width, 1)} × {FixedText.Of(box.Size.Height, 1)} px",
        FixedText.Percent(box.Before),
        FixedText.Percent(box.After),
    ];

    /// <summary>The form that editors open: <c>path:line</c>.</summary>
    public static string Place(FilePlace place) =>
        place.Position.Line == 0 ? place.Path : place.Path + ":" + place.Position.Line.ToString(CultureInfo.InvariantCulture);
}
