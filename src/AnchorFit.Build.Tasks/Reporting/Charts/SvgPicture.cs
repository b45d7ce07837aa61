using AnchorFit.Reporting.Html;

namespace AnchorFit.Reporting.Charts;

/// <summary>
/// Writes one picture into the page: an image with a title and a description for those who don't see it, as wide as its
/// place, coloured by the page's style sheet.
/// </summary>
internal sealed class SvgPicture
{
    /// <summary>The width of every picture, in its own units: so few that text can be read on a phone.</summary>
    public const double Width = 400;

    private readonly HtmlText _page;

    private SvgPicture(HtmlText page) => _page = page;

    /// <summary>Begins a figure.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="id">Names its parts; each once in a page.</param>
    /// <param name="height">Its height, in the units of <see cref="Width"/>.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What a person sees in it, in words.</param>
    public static SvgPicture Begin(HtmlText page, string id, double height, string title, string description)
    {
        page.Open("figure", ("id", id))
            .Element("p", title, ("class", "title"), ("aria-hidden", "true"))
            .Open(
                "svg",
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", $"0 0 {SvgPath.Number(Width)} {SvgPath.Number(height)}"),
                ("role", "img"),
                ("aria-labelledby", $"{id}-title {id}-text"))
            .Element("title", title, ("id", id + "-title"))
            .Element("desc", description, ("id", id + "-text"));
        return new SvgPicture(page);
    }

    /// <summary>Ends the figure.</summary>
    /// <param name="caption">How to read it.</param>
    public void End(string caption) => _page.Close().Element("figcaption", caption).Close();

    public void Path(SvgPath path, string style)
    {
        if (!path.IsEmpty)
        {
            _page.Empty("path", ("class", style), ("d", path.ToString()));
        }
    }

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _page.Empty("path", ("class", style), ("d", new SvgPath().MoveTo(x1, y1).LineTo(x2, y2).ToString()));

    /// <summary>A line with a rim in the colour of the ground, so that it is seen on bars and cells.</summary>
    public void HaloLine(double x1, double y1, double x2, double y2, string style)
    {
        Line(x1, y1, x2, y2, "halo");
        Line(x1, y1, x2, y2, style);
    }

    /// <summary>Text; x is its middle, or, with the style <c>start</c> or <c>end</c>, its beginning or end.</summary>
    public void Text(double x, double y, string text, string style) =>
        _page.Element("text", text, ("x", SvgPath.Number(x)), ("y", SvgPath.Number(y)), ("class", style));
}
