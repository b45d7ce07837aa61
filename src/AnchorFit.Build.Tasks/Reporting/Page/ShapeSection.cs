using System.Linq;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Page;

/// <summary>The boxes by width and height.</summary>
internal static class ShapeSection
{
    public static ReportSection Section { get; } = new(
        "sizes", "Sizes of boxes",
        "Width and height after the config's resizer, in the pixels that the network sees. Both axes grow by factors, so a line is one aspect ratio in all sizes.",
        model => model is { Shapes: not null, Summary.Anchors: not null }, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "single"));
        ShapePicture.Write(page, model.Shapes!, model.Summary.Anchors!.AspectRatios, [.. model.Layers.SelectMany(layer => layer.Anchors)]);
        page.Close();
    }
}
