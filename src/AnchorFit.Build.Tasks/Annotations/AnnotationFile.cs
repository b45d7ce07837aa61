using System.Collections.Generic;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations;

/// <summary>What one annotation file says, as far as it could be understood.</summary>
internal sealed record AnnotationFile
{
    /// <summary>The path as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>The format that it was read in; null where that isn't known. Whoever chooses the reader sets it.</summary>
    public AnnotationFormat? Format { get; init; }

    /// <summary>The images that it speaks of, in order of appearance.</summary>
    public IReadOnlyList<AnnotatedImage> Images { get; init; } = [];

    /// <summary>Every class name, in order of appearance; those of objects whose box was dropped too.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The objects have numbers and nothing names them: each of <see cref="ClassNames"/> is an id, counted from 1.</summary>
    public bool ClassesAreIds { get; init; }

    /// <summary>The file's own list of classes; empty where it has none.</summary>
    public IReadOnlyList<ListedClass> ListedClasses { get; init; } = [];

    /// <summary>The file beside it that lists the classes by number, one of <see cref="Companions"/>; null where there is none.</summary>
    public string? ClassListPath { get; init; }

    /// <summary>What the edges of <see cref="Boxes"/> count.</summary>
    public BoxUnit Unit { get; init; }

    /// <summary>The valid boxes, in order of appearance.</summary>
    public required IReadOnlyList<GroundTruthBox> Boxes { get; init; }

    /// <summary>How many boxes each of <see cref="Boxes"/> counts for, in their order; empty when each counts for one.</summary>
    public IReadOnlyList<double> BoxCounts { get; init; } = [];

    /// <summary>Boxes of which only shape and number are known, in order of first appearance; equal ones are merged.</summary>
    public IReadOnlyList<CountedShape> Shapes { get; init; } = [];

    /// <summary>How many objects the file has, those included whose box was dropped.</summary>
    public required long ObjectCount { get; init; }

    /// <summary>Faults, in order of appearance. An error here means that the file as a whole was not understood.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The file stands among annotations and is none: a README, a list of names. It counts as no file.</summary>
    public bool IsPassedOver { get; init; }

    /// <summary>The other files that were looked for, found or not: with another one this file may say something else.</summary>
    public IReadOnlyList<Companion> Companions { get; init; } = [];

    /// <summary>
    /// The sizes of images were not looked for outside the file, because the run didn't need them; another run has to
    /// read the file again. Whoever chooses the reader sets it.
    /// </summary>
    public bool SizesNotSought { get; init; }

    /// <summary>A file that was not understood as a whole: nothing of it counts.</summary>
    public static AnnotationFile Failed(Diagnostic error) => new()
    {
        Path = error.Path ?? string.Empty,
        ClassNames = [],
        Boxes = [],
        ObjectCount = 0,
        Diagnostics = [error],
    };
}
