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
    public Func<IReadOnlyList<AnnotationSource>, IReadOnlyList<AnnotationFile>, bool> IsDone { get; init; } = (_, _) => false;

    /// <summary>Looks for a file beside the annotations, on any thread.</summary>
    public Func<string, CompanionFile> FindCompanion { get; init; } = new ReadingOptions().FindCompanion;

    /// <summary>
    /// The files that a path of the config's input reader names, which may be a pattern; asked only where the settings
    /// want them. None where nothing matches.
    /// </summary>
    public Func<string, IReadOnlyList<AnnotationSource>> FindRecords { get; init; } = _ => [];

    /// <summary>The label map that the project has; null where it names none.</summary>
    public LabelMapSource? LabelMap { get; init; }

    /// <summary>The way from the report's folder to the project's, such as <c>../../../</c>; null where links make no sense.</summary>
    public string? ProjectFromReport { get; init; }
}
