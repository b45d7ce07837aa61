using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Page;

/// <summary>What the fit started from.</summary>
internal static class InputSection
{
    private const int ShownSettings = 40;

    public static ReportSection Section { get; } = new(
        "inputs", "Inputs and settings", _ => "The same inputs and settings give the same result, byte for byte, on every machine.", _ => true, Write);

    private static void Write(HtmlText page, ReportModel model)
    {
        page.Open("div", ("class", "pair"));
        HtmlTable.Write(page, "input-table", "Inputs", [new("What"), new("Value")], Inputs(model));
        page.Open("div");
        ReportedSetting[] set = [.. model.Settings.Where(setting => !setting.IsDefault)];
        if (set.Length > 0)
        {
            WriteSettings(page, "setting-table", "Settings of the project", set.Take(ShownSettings));
        }

        if (set.Length > ShownSettings)
        {
            page.Element("p", $"{FixedText.Count(set.Length - ShownSettings)} more are not shown.");
        }

        ReportedSetting[] defaults = [.. model.Settings.Where(setting => setting.IsDefault)];
        if (defaults.Length > 0)
        {
            page.Open("details").Element("summary", $"{FixedText.Count(defaults.Length)} settings have their defaults");
            WriteSettings(page, "default-table", "Defaults in effect", defaults);
            page.Close();
        }

        page.Close().Close();
    }

    private static void WriteSettings(HtmlText page, string id, string caption, IEnumerable<ReportedSetting> settings) =>
        HtmlTable.Write(page, id, caption, [new("Setting"), new("Value")], settings.Select(Row));

    private static TableCell[] Row(ReportedSetting setting) =>
    [
        TableCell.Code(CutText.Middle(setting.Name, CutText.NameLength)),
        setting.Value.Length > 0 ? TableCell.Name(setting.Value) : "–",
    ];

    private static IEnumerable<TableCell[]> Inputs(ReportModel model)
    {
        FitSummary summary = model.Summary;
        yield return ["Base config", TableCell.Name(summary.BaseConfig)];
        yield return ["Image resizer", TableCell.Code(summary.ImageResizer)];
        if (model.After?.Layout?.Input is { } input)
        {
            yield return ["Input of the network", FormattableString.Invariant($"{input.Width} × {input.Height} pixels (width × height)")];
        }

        yield return ["Annotation files", FixedText.Count(summary.FileCount)];
        yield return ["Objects in them", FixedText.Count(summary.ObjectCount)];
        yield return ["Boxes fitted", FixedText.Count(summary.BoxCount)];
        yield return ["num_classes", summary.NumClasses is { } number ? $"{FixedText.Count(number)}, from {Source(summary)}" : "not set"];
        if (summary.ClassesWithoutObjects.Count > 0)
        {
            yield return [$"Classes of the {summary.ClassListName} without objects", FixedText.Count(summary.ClassesWithoutObjects.Count)];
        }
    }

    private static string Source(FitSummary summary) => summary.NumClassesSource switch
    {
        "annotations" => "the annotations",
        "setting" => "AnchorFitNumClasses",
        "label_map" => "the label map",
        _ => "the base config",
    };
}
