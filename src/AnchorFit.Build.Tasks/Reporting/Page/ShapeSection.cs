using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The boxes by width and height, and how well each size is covered.</summary>
internal static class ShapeSection
{
    private static readonly string[] s_bands = ["below 16 px", "16–32 px", "32–64 px", "64–128 px", "128–256 px", "from 256 px"];

    public static ReportSection Section { get; } = new(
        "sizes", "Sizes of boxes",
        _ => "Width and height after the config's resizer, in the pixels that the network sees. Both axes grow by factors, so a line is one aspect ratio in all sizes.",
        model => model is { Shapes: not null, Summary.Anchors: not null }, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "pair"));
        ShapePicture.Write(page, model.Shapes!, model.Summary.Anchors!.AspectRatios, [.. model.Grids.SelectMany(grid => grid.Shapes)]);
        if (model is { Before: { } before, After: { } after })
        {
            CoveragePicture.Write(
                page, "sizes-coverage", "Mean best IoU by size of the box", [.. Bands(before, after)],
                "Mean best IoU of the boxes of a size (the side of a square of the same area). A short pair of bars is a size that the anchors' scales miss.");
        }

        page.Close();
    }

    private static IEnumerable<CoverageRow> Bands(DrawnScore before, DrawnScore after) =>
        from band in after.SizeBands
        select new CoverageRow(s_bands[band.Key], Boxes(band.Score.BoxCount), before.SizeBands.Find(band.Key)?.MeanBestIoU, band.Score.MeanBestIoU);

    private static string Boxes(double count) => FixedText.Count(count) + (count == 1 ? " box" : " boxes");
}
