using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The fitted aspect ratios and what each of them serves.</summary>
internal static class RatioSection
{
    private const int ShownFields = 20;

    public static ReportSection Section { get; } = new(
        "ratios", "Aspect ratios",
        _ => "Width divided by height: 2 is twice as wide as high, 0.5 twice as high as wide. A ratio that serves few boxes costs as much inference time as the others.",
        model => model.Summary.Anchors is not null, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        AnchorFigures anchors = model.Summary.Anchors!;
        page.Open("div", ("class", "pair"));
        if (model.Ratios is { } histogram)
        {
            RatioPicture.Write(page, histogram, anchors.AspectRatios, model.BaseAspectRatios);
        }

        HtmlTable.Write(
            page, "ratio-table", $"Fitted by {anchors.Objective}",
            [new("Aspect ratio"), new("Boxes", IsNumber: true), new("Share", IsNumber: true), new("Mean IoU of shapes", IsNumber: true)],
            anchors.Quality.Coverage.Anchors.Select(Row));
        page.Close();
        if (anchors.Search is { } search)
        {
            WriteSearch(page, search);
        }
    }

    private static void WriteSearch(HtmlText page, SearchFigures search)
    {
        string tried = FixedText.Count(search.Evaluations) + " candidates were tried";
        page.Element(
            "p", search.KeptBase ? $"{tried}, and none has a higher mean best IoU without a lower recall: the base config's anchors stay." : $"{tried}; these fields differ from the base config's:",
            ("class", "how after"));
        if (search.Written.Count > 0)
        {
            HtmlTable.Write(
                page, "field-table", "Fields that the fit sets", [new("Field"), new("Value")],
                search.Written.Take(ShownFields).Select(field => new TableCell[] { TableCell.Field(field.Key), TableCell.Name(field.Value) }));
        }
    }

    private static TableCell[] Row(AnchorCoverage anchor) =>
    [
        TableCell.Code(FloatText.Shortest(anchor.AspectRatio)),
        FixedText.Count(anchor.Weight),
        FixedText.Percent(anchor.Share),
        anchor.MeanIoU is { } mean ? FixedText.Percent(mean) : "–",
    ];
}
