using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>The classes and how well each is covered.</summary>
internal static class ClassSection
{
    private const int Shown = 40;

    public static ReportSection Section { get; } = new(
        "classes", "Classes",
        model => model.After is null
            ? "How many boxes of each class take part."
            : "A class far below the others has shapes or sizes of its own; if it matters to you, look at its boxes first.",
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

        // By number of boxes where not all have room.
        IEnumerable<ReportedClass> shown = model.Classes.Count <= Shown
            ? model.Classes
            : model.Classes.OrderByDescending(entry => entry.Boxes).Take(Shown);
        HtmlTable.Write(page, "class-table", Caption(model), columns, shown.Select(entry => Row(entry, isDrawn, hasRecall)));
        if (model.Classes.Count > Shown)
        {
            page.Element("p", $"The {FixedText.Count(Shown)} classes with the most boxes are shown; {FixedText.Count(model.Classes.Count - Shown)} more are in anchorfit.json.");
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

        return [.. cells];
    }

    private static string Percent(double? share) => share is { } value ? FixedText.Percent(value) : "–";
}
