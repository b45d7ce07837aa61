using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Reporting;
using AnchorFit.Text;

namespace AnchorFit.Run;

/// <summary>Groups of boxes that anchors serve worse than those before them, in words that may follow a colon.</summary>
internal static class GroupWords
{
    private const int Shown = 5;

    /// <summary>The groups with their figures, those that fall furthest first; of many some.</summary>
    /// <param name="groups">One at least.</param>
    /// <param name="classNames">The names of the classes by their numbers.</param>
    public static string Of(IReadOnlyCollection<GroupRegression> groups, IReadOnlyList<string> classNames)
    {
        IEnumerable<string> shown = groups.OrderByDescending(Fall).ThenBy(group => group.Kind).ThenBy(group => Name(group, classNames), System.StringComparer.Ordinal)
            .Take(Shown).Select(group => Name(group, classNames) + " " + Figures(group));
        string text = string.Join("; ", shown);
        return groups.Count > Shown ? text + "; and " + (groups.Count - Shown).ToString(CultureInfo.InvariantCulture) + " more" : text;
    }

    private static double Fall(GroupRegression group) => System.Math.Max(
        group.Before.MeanBestIoU - group.After.MeanBestIoU, group.Before.Recall - group.After.Recall ?? 0);

    private static string Name(GroupRegression group, IReadOnlyList<string> classNames) => group.Kind == Protection.Sizes
        ? "boxes of " + DrawnBands.Name(group.Key)
        : group.Key < 0 ? "boxes without a class" : DisplayText.Quote(classNames[group.Key]);

    private static string Figures(GroupRegression group) => string.Join(", ", new[]
    {
        group.LosesOverlap ? $"mean best IoU {Percent(group.Before.MeanBestIoU)} -> {Percent(group.After.MeanBestIoU)}" : null,
        group.LosesRecall ? $"recall {Percent(group.Before.Recall!.Value)} -> {Percent(group.After.Recall!.Value)}" : null,
    }.Where(part => part is not null));

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
