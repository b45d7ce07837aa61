using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;

namespace AnchorFit.Reporting;

/// <summary>How the anchors that a config draws serve the boxes: those of the base config, and those of the result.</summary>
internal sealed record DrawnFigures
{
    /// <summary>With the base config's generator.</summary>
    public required DrawnScore Before { get; init; }

    /// <summary>With the fitted generator, on the same boxes.</summary>
    public required DrawnScore After { get; init; }

    /// <summary>The IoU from which the trainer matches a box, 0 to 1; null where the model has no such threshold.</summary>
    public required double? MatchedThreshold { get; init; }

    /// <summary>How many anchors of the base config train on a box; null where the model has no threshold, or nobody counted.</summary>
    public PositiveAnchors? PositivesBefore { get; init; }

    /// <summary>The same of the result's anchors.</summary>
    public PositiveAnchors? PositivesAfter { get; init; }

    /// <summary>All boxes as one group.</summary>
    public GroupChange Whole => new(Protection.None, 0, null, Before.Whole, After.Whole);

    /// <summary>Each class, in ordinal order of the names; first the boxes that have none.</summary>
    public IReadOnlyList<GroupChange> Classes =>
        [.. Before.Classes.Zip(After.Classes, (a, b) => new GroupChange(Protection.Classes, a.Key, ClassName(a.Key), a.Score, b.Score)).OrderBy(group => group.Name, StringComparer.Ordinal)];

    /// <summary>Each size band that has boxes, from the smallest.</summary>
    public IReadOnlyList<GroupChange> SizeBands =>
        [.. Before.SizeBands.Zip(After.SizeBands, (a, b) => new GroupChange(Protection.Sizes, a.Key, DrawnBands.Name(a.Key), a.Score, b.Score))];

    /// <summary>The class with the least mean best IoU after the fit, of those with ten boxes or more; null where none has so many, and where there is but one group.</summary>
    public GroupChange? WorstClass => Worst(Classes);

    /// <summary>The size band with the least mean best IoU after the fit, of those with ten boxes or more; null where none has so many, and where there is but one group.</summary>
    public GroupChange? WorstSizeBand => Worst(SizeBands);

    /// <summary>All boxes, classes and size bands that are served worse than before, those that fell most first; of equal falls in this order. A class or a band that has all boxes isn't told twice.</summary>
    public IReadOnlyList<GroupChange> Fallen =>
    [
        .. Classes.Concat(SizeBands).Where(group => group.Before.BoxCount < Before.Whole.BoxCount)
            .Prepend(Whole).Where(group => group.Falls).OrderByDescending(group => group.Fall),
    ];

    /// <summary>The anchors' grids in the result, at the most frequent size of the input; the finest first.</summary>
    public IReadOnlyList<AnchorGrid> Grids => After.Layout?.Grids ?? [];

    /// <summary>The names of the classes by their numbers.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The scores of classes in ordinal order of their names, first that of boxes that have none.</summary>
    public IEnumerable<GroupScore> ByName(IEnumerable<GroupScore> classes) => classes.OrderBy(group => ClassName(group.Key), StringComparer.Ordinal);

    /// <summary>The name of a class by the number that a box has.</summary>
    /// <param name="number">-1 for boxes that have none.</param>
    /// <returns>Null where they have none.</returns>
    public string? ClassName(int number) => number < 0 ? null : ClassNames[number];

    // A group that is all boxes says nothing of its own.
    private static GroupChange? Worst(IReadOnlyList<GroupChange> groups) =>
        groups.Where(group => group.Counts && groups.Count > 1).OrderBy(group => group.After.MeanBestIoU).FirstOrDefault();
}
