using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Charts;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The classes and how well each is covered.</summary>
internal static class ClassSection
{
    private const int Shown = 40;
    private const int Drawn = 12;

    public static ReportSection Section { get; } = new(
        "classes", "Classes",
        model => model.After is null
            ? "How many boxes of each class take part."
            : "A class far below the others has shapes or sizes of its own; if it matters to you, look at its boxes first. Classes that are served worse than by the base config are marked, of ten boxes or more.",
        model => model.Classes.Count > 0, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        bool isDrawn = model.After is not null;
        bool hasRecall = model.Classes.Any(entry => entry.After?.Recall is not null);
        List<TableColumn> columns = [new("Class"), new("Boxes", IsNumber: true)];
        if (isDrawn)
        {
            columns.AddRange([new("Mean best IoU before", IsNumber: true), new("after", IsNumber: true)]);
        }

        if (hasRecall)
        {
            columns.AddRange([new("Recall before", IsNumber: true), new("after", IsNumber: true)]);
        }

        if (isDrawn)
        {
            columns.Add(new("Change", IsNumber: true));
            WritePicture(page, model);
        }

        // Those that became worse, and by number of boxes, where not all have room.
        IEnumerable<ReportedClass> shown = model.Classes.Count <= Shown
            ? model.Classes
            : model.Classes.OrderByDescending(entry => entry.Falls).ThenByDescending(entry => entry.Boxes).Take(Shown);
        HtmlTable.Write(page, "class-table", Caption(model), columns, shown.Select(entry => Row(entry, isDrawn, hasRecall)));
        if (model.Classes.Count > Shown)
        {
            page.Element("p", $"{FixedText.Count(Shown)} classes are shown, those with the most boxes and those that became worse; {FixedText.Count(model.Classes.Count - Shown)} more are in anchorfit.json.");
        }
    }

    private static void WritePicture(HtmlText page, ReportModel model)
    {
        CoverageRow[] rows =
        [
            .. model.Classes.Where(entry => entry is { Before: not null, After: not null })
                .OrderByDescending(entry => entry.Falls).ThenBy(entry => entry.After!.MeanBestIoU)
                .Take(Drawn)
                .OrderBy(entry => entry.After!.MeanBestIoU)
                .Select(entry => new CoverageRow(entry.Name, FixedText.Count(entry.Boxes) + (entry.Boxes == 1 ? " box" : " boxes"), entry.Before!.MeanBestIoU, entry.After!.MeanBestIoU, entry.Falls)),
        ];
        if (rows.Length > 0)
        {
            CoveragePicture.Write(
                page, "classes-coverage", "Mean best IoU by class, the worst first", rows,
                "A class whose bar is much shorter than the others', or shorter than before, trains badly, however well all boxes do together.");
        }
    }

    private static string Caption(ReportModel model) =>
        FixedText.Count(model.Classes.Count) + (model.Classes.Count == 1 ? " class" : " classes") +
        (model.Summary.NumClasses is { } number ? $"; num_classes is {FixedText.Count(number)}" : string.Empty);

    private static TableCell[] Row(ReportedClass entry, bool isDrawn, bool hasRecall)
    {
        List<TableCell> cells = [TableCell.Name(entry.Name), FixedText.Count(entry.Boxes)];
        if (isDrawn)
        {
            cells.AddRange([Percent(entry.Before?.MeanBestIoU), Percent(entry.After?.MeanBestIoU)]);
        }

        if (hasRecall)
        {
            cells.AddRange([Percent(entry.Before?.Recall), Percent(entry.After?.Recall)]);
        }

        if (isDrawn)
        {
            cells.Add(Change(entry));
        }

        return [.. cells];
    }

    // Of what fell; else of the overlap.
    private static TableCell Change(ReportedClass entry) => entry switch
    {
        { Change: { LosesRecall: true, LosesOverlap: false } change } => TableCell.Worse("recall " + Points(change.After.Recall - change.Before.Recall)),
        { Change: { } change } => change.Falls ? TableCell.Worse(Points(change.After.MeanBestIoU - change.Before.MeanBestIoU)) : Points(change.After.MeanBestIoU - change.Before.MeanBestIoU),
        _ => string.Empty,
    };

    private static string Points(double? difference) => ScoreSection.Signed(100 * (difference ?? 0), 2);

    private static string Percent(double? share) => share is { } value ? FixedText.Percent(value) : "–";
}
