using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>A figure of several parts of the boxes, before and after the fit, as pairs of bars.</summary>
internal static class CoveragePicture
{
    private const double Top = 30;
    private const double RowHeight = 46;
    private const double Left = 92;
    private const double Length = 250;
    private const int NameLength = 14;

    /// <param name="page">Where the picture goes.</param>
    /// <param name="id">Its id in the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="rows">One at least.</param>
    /// <param name="caption">How to read it.</param>
    public static void Write(HtmlText page, string id, string title, IReadOnlyList<CoverageRow> rows, string caption)
    {
        SvgPicture picture = SvgPicture.Begin(
            page, id, Top + (rows.Count * RowHeight), title,
            string.Join("; ", rows.Select(row => $"{CutText.Middle(row.Name, CutText.NameLength)} ({row.Note}): {Figure(row.Before)} before, {Figure(row.After)} after{(row.Falls ? ", worse" : string.Empty)}")) + ".");
        picture.Path(new SvgPath().Rectangle(Left + 70, 6, 12, 10), "bars");
        picture.Text(Left + 87, 15, "after", "tick start");
        picture.Path(new SvgPath().Rectangle(Left, 6, 12, 9), "bar-before");
        picture.Text(Left + 17, 15, "before", "tick start");
        var before = new SvgPath();
        var after = new SvgPath();
        for (int i = 0; i < rows.Count; i++)
        {
            CoverageRow row = rows[i];
            double y = Top + (i * RowHeight);
            picture.Text(0, y + 15, CutText.Middle(row.Name, NameLength), row.Falls ? "worse start" : "name start");
            picture.Text(0, y + 29, row.Note, "tick start");
            Bar(picture, before, row.Before, y + 3, 13, falls: false);
            Bar(picture, after, row.After, y + 19, 14, row.Falls);
        }

        picture.Path(before, "bar-before");
        picture.Path(after, "bars");
        picture.Line(Left, Top, Left, Top + (rows.Count * RowHeight) - 8, "axis");
        picture.End(caption);
    }

    private static void Bar(SvgPicture picture, SvgPath bars, double? value, double y, double height, bool falls)
    {
        double length = Length * (value ?? 0);
        if (length > 0)
        {
            bars.Rectangle(Left, y, length, height);
        }

        // Where the bar is too long for the words beside it they stand in it.
        string figure = Figure(value);
        picture.Text(Left + length + 5, y + height - 3, figure, "tick start");
        if (falls)
        {
            double end = Left + length + 5 + (7 * figure.Length);
            bool hasRoom = end + 42 < SvgPicture.Width;
            picture.Text(hasRoom ? end : Left + length - 5, y + height - 3, "▼ worse", hasRoom ? "worse start" : "worse inside end");
        }
    }

    private static string Figure(double? value) => value is { } share ? FixedText.Of(100 * share, 1) + " %" : "none";
}
