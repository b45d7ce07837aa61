using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Fitting;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>What each objective would draw, and the lines that choose it.</summary>
internal static class ChoiceSection
{
    public static ReportSection Section { get; } = new(
        "choices", "Which objective",
        _ => "What each objective draws with as many aspect ratios. Take the highest mean best IoU that serves no class and no size worse and costs no more anchors than you can pay. Lines marked as estimates come from a short search: a full one finds at least about as much.",
        model => model.Summary.Choices.Count > 1, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        IReadOnlyList<FitChoice> choices = model.Summary.Choices;
        HtmlTable.Write(
            page, "choice-table", "Anchors that each objective draws",
            [
                new("Objective"), new("Mean best IoU", IsNumber: true), new("Worst class", IsNumber: true), new("Worst size", IsNumber: true),
                new("Recall", IsNumber: true), new("Anchors", IsNumber: true), new("Classes and sizes served worse", IsNumber: true),
            ],
            choices.Select(Row));
        foreach (FitChoice choice in choices.Where(choice => choice.Settings.Count > 0))
        {
            page.Open("details").Element("summary", $"Lines for the project: {Name(choice)}")
                .Lines(
                [
                    "<PropertyGroup>",
                    .. choice.Settings.Select(setting => $"  <{setting.Key}>{setting.Value}</{setting.Key}>"),
                    "</PropertyGroup>",
                ])
                .Close();
        }
    }

    private static TableCell[] Row(FitChoice choice)
    {
        DrawnFigures drawn = choice.Drawn;
        int fallen = drawn.Fallen.Count;
        string note = choice.IsInUse ? " (in use)" : choice.IsEstimate ? " (estimate)" : string.Empty;
        return
        [
            Name(choice) + note,
            FixedText.Percent(drawn.After.Whole.MeanBestIoU),
            Percent(drawn.WorstClass?.After.MeanBestIoU),
            Percent(drawn.WorstSizeBand?.After.MeanBestIoU),
            Percent(drawn.After.Whole.Recall),
            FixedText.Count(drawn.After.AnchorCount),
            fallen > 0 ? TableCell.Worse(fallen.ToString(CultureInfo.InvariantCulture)) : "none",
        ];
    }

    private static string Name(FitChoice choice) => choice.Objective switch
    {
        null => "base config",
        FitObjective.DrawnAnchors when choice.WithScales => "DrawnAnchors with scales",
        { } objective => objective.ToString(),
    };

    private static string Percent(double? share) => share is { } value ? FixedText.Percent(value) : "–";
}
