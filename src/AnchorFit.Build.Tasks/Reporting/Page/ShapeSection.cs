using System.Linq;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The boxes by width and height, and how well each size is covered.</summary>
internal static class ShapeSection
{
    public static ReportSection Section { get; } = new(
        "sizes", "Sizes of boxes",
        _ => "Width and height after the config's resizer, in the pixels that the network sees. Both axes grow by factors, so a line is one aspect ratio in all sizes.",
        model => model is { Shapes: not null, Summary.Anchors: not null }, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "pair"));
        ShapePicture.Write(page, model.Shapes!, model.Summary.Anchors!.AspectRatios, [.. model.Grids.SelectMany(grid => grid.Shapes)], [.. (model.Before?.Layout?.Grids ?? []).SelectMany(grid => grid.Shapes)]);
        if (model.Summary.Drawn is { } drawn)
        {
            CoveragePicture.Write(
                page, "sizes-coverage", "Mean best IoU by size of the box", [.. drawn.SizeBands.Select(band => new CoverageRow(band.Name!, Boxes(band.Before.BoxCount), band.Before.MeanBestIoU, band.After.MeanBestIoU, band.Falls))],
                "Mean best IoU of the boxes of a size (the side of a square of the same area). A short pair of bars is a size that the anchors' scales miss.");
        }

        page.Close();
    }

    private static string Boxes(double count) => FixedText.Count(count) + (count == 1 ? " box" : " boxes");
}
