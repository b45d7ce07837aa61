using System;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;

namespace AnchorFit.Run;

/// <summary>Reads what a search for drawn anchors may choose, and says what has no effect without one.</summary>
internal static class SearchSettingsParser
{
    private const int LeastBudget = 100;
    private const int MostBudget = 100_000_000;

    /// <summary>The settings; defaults stand in for values that were refused.</summary>
    public static SearchSettings Parse(RawSettings raw, FitObjective objective, DiagnosticBag diagnostics)
    {
        bool scales = ParseScales(raw, diagnostics);
        LowestLayer lowestLayer = ParseLowestLayer(raw, diagnostics);
        int? maxAnchors = ParseNumber(raw, "AnchorFitMaxAnchors", raw.MaxAnchors, 1, int.MaxValue, "a whole number from 1", diagnostics);
        int? budget = ParseNumber(
            raw, "AnchorFitBudget", raw.Budget, LeastBudget, MostBudget, "a whole number from 100 to 100000000", diagnostics);
        var settings = new SearchSettings
        {
            Scales = scales,
            LowestLayer = lowestLayer,
            MaxAnchors = maxAnchors,
            Protection = ParseProtection(raw, diagnostics),
            Budget = budget ?? SearchSettings.DefaultBudget,
        };
        if (objective != FitObjective.DrawnAnchors && !IsRefused(raw.Objective, objective))
        {
            ReportIdle(raw, settings, budget is not null, objective, diagnostics);
        }

        return settings;
    }

    private static void ReportIdle(
        RawSettings raw, SearchSettings settings, bool hasBudget, FitObjective objective, DiagnosticBag diagnostics)
    {
        if (settings.MaxAnchors is not null)
        {
            diagnostics.Add(SearchDiagnostics.MaxAnchorsWithoutSearch(raw.ProjectFile, raw.MaxAnchors.Trim(), objective.ToString()));
        }

        foreach ((string property, string value, bool isIdle) in new[]
        {
            ("AnchorFitScales", raw.Scales, settings.Scales),
            ("AnchorFitLowestLayer", raw.LowestLayer, settings.LowestLayer == LowestLayer.Auto),
            ("AnchorFitProtect", raw.Protect, settings.Protection != Protection.All),
            ("AnchorFitClassWeights", raw.ClassWeights, raw.ClassWeights.Trim().Length > 0),
            ("AnchorFitBudget", raw.Budget, hasBudget),
        })
        {
            if (isIdle)
            {
                diagnostics.Add(SearchDiagnostics.NoEffect(raw.ProjectFile, property, value.Trim(), objective.ToString()));
            }
        }
    }

    /// <summary>Whether the objective only stands in for a word that was refused, which is said already.</summary>
    private static bool IsRefused(string word, FitObjective objective) =>
        word.Trim().Length > 0 && !string.Equals(word.Trim(), objective.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool ParseScales(RawSettings raw, DiagnosticBag diagnostics) =>
        SettingsParser.ParseSwitch(raw, "AnchorFitScales", raw.Scales, diagnostics);

    /// <summary>What classes count for; all the same where the value was refused.</summary>
    public static ClassWeights ParseClassWeights(RawSettings raw, DiagnosticBag diagnostics)
    {
        if (ClassWeights.Parse(raw.ClassWeights) is { } weights)
        {
            return weights;
        }

        diagnostics.Add(SettingDiagnostics.InvalidValue(
            raw.ProjectFile, "AnchorFitClassWeights", raw.ClassWeights.Trim(), "NAME=WEIGHT;NAME=WEIGHT, with each name once and weights above 0, such as cat=3;dog=0.5"));
        return ClassWeights.None;
    }

    private static Protection ParseProtection(RawSettings raw, DiagnosticBag diagnostics)
    {
        string text = raw.Protect.Trim();
        if (text.Length == 0)
        {
            return Protection.All;
        }

        string[] words = [.. text.Split(';').Select(word => word.Trim()).Where(word => word.Length > 0)];
        Protection?[] kinds = [.. words.Select(word => word.ToUpperInvariant() switch
        {
            "CLASSES" => Protection.Classes,
            "SIZES" => Protection.Sizes,
            "NONE" when words.Length == 1 => Protection.None,
            _ => (Protection?)null,
        })];
        if (kinds.Length > 0 && Array.TrueForAll(kinds, kind => kind is not null))
        {
            return kinds.Aggregate(Protection.None, (all, kind) => all | kind!.Value);
        }

        diagnostics.Add(SettingDiagnostics.InvalidValue(raw.ProjectFile, "AnchorFitProtect", text, "classes;sizes, classes, sizes, none"));
        return Protection.All;
    }

    private static LowestLayer ParseLowestLayer(RawSettings raw, DiagnosticBag diagnostics)
    {
        string text = raw.LowestLayer.Trim();
        switch (text.ToUpperInvariant())
        {
            case "" or "KEEP":
                return LowestLayer.Keep;
            case "AUTO":
                return LowestLayer.Auto;
            case "TRUE":
                return LowestLayer.Reduced;
            case "FALSE":
                return LowestLayer.Full;
            default:
                diagnostics.Add(SettingDiagnostics.InvalidValue(raw.ProjectFile, "AnchorFitLowestLayer", text, "keep, auto, true, false"));
                return LowestLayer.Keep;
        }
    }

    private static int? ParseNumber(
        RawSettings raw, string property, string value, int least, int most, string accepted, DiagnosticBag diagnostics)
    {
        string text = value.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        diagnostics.Add(SettingDiagnostics.InvalidValue(raw.ProjectFile, property, text, accepted));
        return null;
    }
}
