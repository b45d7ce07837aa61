using System;
using System.Collections.Generic;

namespace AnchorFit.Reporting.Html;

/// <summary>Writes a table that scrolls in its own place where a screen is narrower than it.</summary>
internal static class HtmlTable
{
    /// <summary>Writes the table; the first cell of a row is its heading.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="id">Names it; each once in a page.</param>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">The headings.</param>
    /// <param name="rows">As many cells each as there are columns.</param>
    public static void Write(HtmlText page, string id, string caption, IReadOnlyList<TableColumn> columns, IEnumerable<TableCell[]> rows)
    {
        page.Open("div", ("class", "scroll"), ("role", "region"), ("aria-labelledby", id), ("tabindex", "0"))
            .Open("table")
            .Element("caption", caption, ("id", id))
            .Open("thead").Open("tr");
        foreach (TableColumn column in columns)
        {
            page.Element("th", column.Heading, ("scope", "col"), ("class", column.IsNumber ? "number" : null));
        }

        page.Close().Close().Open("tbody");
        foreach (TableCell[] row in rows)
        {
            page.Open("tr");
            for (int i = 0; i < row.Length; i++)
            {
                string? style = columns[i].IsNumber ? "number" : null;
                Write(page.Open(i == 0 ? "th" : "td", ("scope", i == 0 ? "row" : null), ("class", style)), row[i]);
            }

            page.Close();
        }

        page.Close().Close().Close();
    }

    private static void Write(HtmlText page, TableCell cell)
    {
        switch (cell.Kind)
        {
            case TableCellKind.Name:
                page.Name(cell.Text);
                break;
            case TableCellKind.Place:
                page.Link(cell.Text, cell.Address, style: "place");
                break;
            case TableCellKind.Field:
                page.Element("bdi", CutText.Middle(cell.Text, CutText.TipLength), ("class", "place"));
                break;
            case TableCellKind.Code:
                page.Element("code", cell.Text);
                break;
            case TableCellKind.Worse:
                page.Element("strong", cell.Text + " ▼ worse", ("class", "worse"));
                break;
            case TableCellKind.Text:
                page.Text(cell.Text);
                break;
            default:
                throw new InvalidOperationException("A kind of cell that nothing writes.");
        }

        page.Close();
    }
}
