using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>What was told while fitting, and the boxes that were left out.</summary>
internal static class DiagnosticSection
{
    public static ReportSection Section { get; } = new(
        "diagnostics", "Warnings and boxes left out",
        _ => "What the build told, counted by code (docs/diagnostics.md has the cure for each), and the boxes that take no part in the fit.",
        model => model.Diagnostics.Count > 0 || LeftOut(model.Summary).Any(), Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        if (model.Diagnostics.Count > 0)
        {
            HtmlTable.Write(
                page, "diagnostic-table", "Warnings",
                [new("Code"), new("What"), new("Times", IsNumber: true), new("First place")],
                model.Diagnostics.Select(Row));
        }

        if (LeftOut(model.Summary).Any())
        {
            HtmlTable.Write(page, "left-out-table", "Boxes that the settings leave out", [new("Why"), new("Boxes", IsNumber: true)], LeftOut(model.Summary));
        }
    }

    private static TableCell[] Row(DiagnosticGroup group) =>
    [
        TableCell.Code(group.Rule.Code),
        group.Rule.Title,
        FixedText.Count(group.Count),
        group.First is { } place ? TableCell.Place(WorstBoxSection.Place(place)) : "–",
    ];

    private static IEnumerable<TableCell[]> LeftOut(FitSummary summary) =>
        from reason in new (string Why, double Count)[]
        {
            ("Of classes that take no part", summary.OtherClassesCount),
            ("Marked difficult, as a crowd or as a group", summary.DifficultCount),
            ("Smaller than AnchorFitMinBoxSize", summary.TooSmallCount),
        }
        where reason.Count > 0
        select new TableCell[] { reason.Why, FixedText.Count(reason.Count) };
}
