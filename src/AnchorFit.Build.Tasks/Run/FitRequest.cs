using System;
using System.Collections.Generic;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>What a fit starts from.</summary>
/// <param name="Settings">What the user set.</param>
/// <param name="BaseConfig">The config to edit.</param>
/// <param name="Annotations">The annotation files; their order doesn't matter to the result.</param>
/// <param name="PackageVersion">Stands in anchorfit.json.</param>
internal sealed record FitRequest(
    RawSettings Settings,
    BaseConfigSource BaseConfig,
    IReadOnlyList<AnnotationSource> Annotations,
    string PackageVersion)
{
    /// <summary>
    /// Whether the last fit started from the same and its outputs are still there, given what the annotations say:
    /// then there is nothing to fit.
    /// </summary>
    public Func<IReadOnlyList<AnnotationFile>, bool> IsDone { get; init; } = _ => false;

    /// <summary>How many annotation files there are.</summary>
    public int FileCount => Annotations.Count;
}
