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
}
