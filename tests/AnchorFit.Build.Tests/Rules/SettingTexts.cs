using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using AnchorFit.Run;

namespace AnchorFit.Tests.Rules;

/// <summary>What follows from the table of settings: README's rows, the lists of the targets, the property page.</summary>
internal static class SettingTexts
{
    /// <summary>README with the rows of the table.</summary>
    public static string Readme(string readme) =>
        ReplaceRun(readme, "| `Anchor", SettingTable.All.Select(setting => $"| `{setting.Name}` | {setting.Meaning} | {setting.Default} |"));

    /// <summary>The targets with the lists of settings that they pass to the tasks.</summary>
    public static string Targets(string targets)
    {
        string text = ReplaceRun(targets, "      <_AnchorFitSetting Include=\"Anchor", Items("_AnchorFitSetting", SettingUse.Fit, SettingUse.Output));
        text = ReplaceRun(text, "      <_AnchorFitSetting Include=\"Anchor", Items("_AnchorFitSetting", SettingUse.Report), skip: 1);
        return ReplaceRun(text, "      <_AnchorFitSwitch Include=\"Anchor", Items("_AnchorFitSwitch", SettingUse.Build));
    }

    /// <summary>The property page.</summary>
    public static string Page()
    {
        var page = new StringBuilder("""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Written from SettingTable.cs: CONTRIBUTING.md tells how. -->
            <Rule Name="AnchorFitPropertyPage"
                  DisplayName="AnchorFit"
                  Description="How anchor boxes are fitted to the annotations."
                  PageTemplate="generic"
                  Order="650"
                  xmlns="http://schemas.microsoft.com/build/2009/properties">

              <Rule.DataSource>
                <DataSource Persistence="ProjectFile" HasConfigurationCondition="false" SourceOfDefaultValue="AfterContext" />
              </Rule.DataSource>

              <Rule.Categories>

            """.ReplaceLineEndings("\n"));
        foreach (SettingCategory category in Enum.GetValues<SettingCategory>())
        {
            page.Append(CultureInfo.InvariantCulture, $"    <Category Name=\"{category}\" DisplayName=\"{category}\" />\n");
        }

        page.Append("  </Rule.Categories>\n");
        foreach (Setting setting in SettingTable.All)
        {
            Append(page, setting);
        }

        return page.Append("\n</Rule>\n").ToString();
    }

    private static void Append(StringBuilder page, Setting setting)
    {
        bool isSwitch = setting.Words.Select(word => word.Word).SequenceEqual(["true", "false"]);
        string kind = isSwitch ? "BoolProperty" : setting.Words.Length > 0 ? "EnumProperty" : "StringProperty";
        string byDefault = isSwitch ? $" Default=\"{setting.PlainDefault}\"" : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"\n  <{kind} Name=\"{setting.Name}\" Category=\"{setting.Category}\"{byDefault} DisplayName=\"{Escape(setting.Title)}\"\n")
            .Append(CultureInfo.InvariantCulture, $"    {new string(' ', kind.Length)}Description=\"{Escape(setting.PlainMeaning)}\"");
        if (kind != "EnumProperty")
        {
            page.Append(" />\n");
            return;
        }

        page.Append(">\n");
        foreach ((string word, string title) in setting.Words)
        {
            bool isDefault = word == (setting.Default == "–" ? string.Empty : setting.PlainDefault);
            page.Append(CultureInfo.InvariantCulture, $"    <EnumValue Name=\"{word}\" DisplayName=\"{Escape(title)}\"{(isDefault ? " IsDefault=\"true\"" : string.Empty)} />\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"  </{kind}>\n");
    }

    private static IEnumerable<string> Items(string item, params SettingUse[] uses) => SettingTable.All
        .Where(setting => uses.Contains(setting.Use))
        .Select(setting => $"      <{item} Include=\"{setting.Name}\" Value=\"$({setting.Name})\" />");

    private static string Escape(string text) => SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal);

    /// <summary>Replaces the lines that begin so, from the first to the last of those that stand one after the other.</summary>
    private static string ReplaceRun(string text, string start, IEnumerable<string> lines, int skip = 0)
    {
        MatchCollection runs = Regex.Matches(text, $"(?:^{Regex.Escape(start)}[^\n]*\n)+", RegexOptions.Multiline, TimeSpan.FromSeconds(10));
        Match run = runs[skip];
        return string.Concat(text.AsSpan(0, run.Index), string.Concat(lines.Select(line => line + "\n")), text.AsSpan(run.Index + run.Length));
    }
}
