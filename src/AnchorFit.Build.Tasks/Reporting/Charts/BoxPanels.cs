using System;
using AnchorFit.Geometry;
using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Charts;

/// <summary>A box in its image: the whole image and a close-up, of which the page holds the bytes once.</summary>
internal static class BoxPanels
{
    // Of the box's longer side.
    private const double Around = 3;
    private const double LeastSide = 32;

    /// <summary>Writes both pictures.</summary>
    /// <param name="page">Where they go.</param>
    /// <param name="id">Names their parts; each once in a page.</param>
    /// <param name="picture">The image and the box.</param>
    /// <param name="title">What they show.</param>
    public static void Write(HtmlText page, string id, BoxPicture picture, string title)
    {
        (double width, double height) = (picture.Size.Width, picture.Size.Height);
        page.Open("div", ("class", "panels"));
        Begin(page, id, new PixelBox(0, 0, width, height), title, "The whole image with the box.")
            .Empty(
                "image",
                ("id", id + "-image"),
                ("width", SvgPath.Number(width)),
                ("height", SvgPath.Number(height)),
                ("href", $"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Content)}"));
        Frame(page, picture.Box);
        page.Close();
        Begin(page, id + "-near", CloseUp(picture.Box), title + ", close up", "The part of the image around the box.").Empty("use", ("href", $"#{id}-image"));
        Frame(page, picture.Box);
        page.Close().Close();
    }

    private static HtmlText Begin(HtmlText page, string id, PixelBox view, string title, string description) => page
        .Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", $"{SvgPath.Number(view.XMin)} {SvgPath.Number(view.YMin)} {SvgPath.Number(view.Width)} {SvgPath.Number(view.Height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-text"))
        .Element("title", title, ("id", id + "-title"))
        .Element("desc", description, ("id", id + "-text"));

    // A square around the box.
    private static PixelBox CloseUp(PixelBox box)
    {
        double half = Math.Max(LeastSide, Around * Math.Max(box.Width, box.Height)) / 2;
        (double x, double y) = ((box.XMin + box.XMax) / 2, (box.YMin + box.YMax) / 2);
        return new PixelBox(x - half, y - half, x + half, y + half);
    }

    private static void Frame(HtmlText page, PixelBox box)
    {
        string outline = new SvgPath().Rectangle(box.XMin, box.YMin, box.Width, box.Height).ToString();
        page.Empty("path", ("class", "rim"), ("d", outline)).Empty("path", ("class", "frame"), ("d", outline));
    }
}
