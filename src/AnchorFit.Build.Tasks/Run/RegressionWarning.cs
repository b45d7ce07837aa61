using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Anchors.Search;
using AnchorFit.Diagnostics;
using AnchorFit.Fitting;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Says where the fitted ratios serve boxes worse than the base config's anchors, and what would serve them better.</summary>
internal static class RegressionWarning
{
    private const int ShownGroups = 3;

    /// <summary>The warning; null where nothing falls, or only what the search protects.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="projectFile">Named by the warning.</param>
    /// <param name="anchors">What was fitted.</param>
    /// <param name="drawn">How it is drawn.</param>
    /// <param name="choices">What could have been fitted.</param>
    /// <param name="baseRatioCount">How many aspect ratios the base config has.</param>
    public static Diagnostic? Of(
        FitSettings settings, string projectFile, AnchorFigures anchors, DrawnFigures drawn, IReadOnlyList<FitChoice> choices, int baseRatioCount)
    {
        // What a search protects it tells of itself, where something that is demanded breaks it.
        bool searched = settings.Objective == FitObjective.DrawnAnchors;
        IReadOnlyList<GroupChange> fallen = searched
            ? [.. drawn.Fallen.Where(group => group.Kind != Protection.None && (group.Kind & settings.Search.Protection) == Protection.None)]
            : drawn.Fallen;
        return fallen.Count == 0 ? null : DrawnRegressionDiagnostics.ServedWorse(
            projectFile,
            [.. fallen.Take(ShownGroups).Select(DrawnMessages.Loss)],
            Math.Max(0, fallen.Count - ShownGroups),
            [.. Cures(settings, anchors, choices, baseRatioCount)]);
    }

    // What is known to serve no group worse comes with that; else what may.
    private static IEnumerable<string> Cures(FitSettings settings, AnchorFigures anchors, IReadOnlyList<FitChoice> choices, int baseRatioCount)
    {
        if (settings.Objective == FitObjective.DrawnAnchors)
        {
            yield return "AnchorFitProtect=classes;sizes";
            yield break;
        }

        int count = anchors.AspectRatios.Count;
        if (settings.Search.LowestLayer != LowestLayer.Keep)
        {
            yield return "AnchorFitLowestLayer=keep";
        }

        if (anchors.Curve?.Points.FirstOrDefault(point => point.Count > count && point.Drawn is { Fallen.Count: 0 }) is { } more)
        {
            yield return $"AnchorFitAspectRatioCount={Text(more.Count)}, which serves none worse";
        }
        else if (count < baseRatioCount && anchors.Curve is not { IsDrawn: true })
        {
            yield return $"more aspect ratios (the base config has {Text(baseRatioCount)})";
        }

        FitChoice? harmless = choices.Where(choice => !choice.IsInUse && choice.Objective is not null && choice.Drawn.Fallen.Count == 0)
            .OrderByDescending(choice => choice.Drawn.After.Whole.MeanBestIoU).FirstOrDefault();
        yield return harmless is null
            ? "AnchorFitObjective=DrawnAnchors"
            : $"AnchorFitObjective={harmless.Objective}{(harmless.WithScales ? " with AnchorFitScales=true" : string.Empty)}, which serves none worse ({(harmless.IsEstimate ? "a short search has " : string.Empty)}mean best IoU {Percent(harmless.Drawn.After.Whole.MeanBestIoU)})";
    }

    private static string Percent(double share) => FixedText.Percent(share);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
