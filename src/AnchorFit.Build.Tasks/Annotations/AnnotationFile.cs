using System;
using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

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

/// <summary>One labelled box.</summary>
/// <param name="Edges">Where it is, in the file's <see cref="AnnotationFile.Unit"/>; width and height are above zero.</param>
/// <param name="ClassIndex">Index into <see cref="AnnotationFile.ClassNames"/>; -1 when the object has no name.</param>
/// <param name="Flags">Difficult, truncated and the like.</param>
/// <param name="Line">Line of the annotation file where the box stands, or the number of its record; from 1.</param>
/// <param name="Image">Index into <see cref="AnnotationFile.Images"/>.</param>
internal readonly record struct GroundTruthBox(PixelBox Edges, int ClassIndex, BoxFlags Flags, int Line, int Image = 0);

/// <summary>What an annotation says of a box beside its place and class.</summary>
[Flags]
internal enum BoxFlags
{
    None = 0,
    Difficult = 1,
    Truncated = 2,
    Crowd = 4,
    GroupOf = 8,
}

/// <summary>What the edges of a file's boxes count.</summary>
internal enum BoxUnit
{
    /// <summary>Pixels of the original image.</summary>
    Pixels,

    /// <summary>Fractions of the image's width and height, 0 to 1.</summary>
    Fractions,
}

/// <summary>How often a box of one shape and class occurs; where in which image isn't known any more.</summary>
/// <param name="Size">In resized pixels; no resizer changes it.</param>
/// <param name="Count">How many boxes, above zero.</param>
/// <param name="ClassIndex">Index into <see cref="AnnotationFile.ClassNames"/>; -1 when no class is known.</param>
/// <param name="Line">The first line of the file that has it, from 1.</param>
internal readonly record struct CountedShape(BoxSize Size, double Count, int ClassIndex, int Line);

/// <summary>A class that a list names, whether or not an object has it: COCO's categories, the names of a data.yaml.</summary>
/// <param name="Name">Its name, which is a name even where it is a number.</param>
/// <param name="Id">The number that the annotations have for it, counted from 1; 0 where that is no number an id can be.</param>
internal readonly record struct ListedClass(string Name, int Id);

/// <summary>One image that an annotation file speaks of.</summary>
/// <param name="Size">Its size, both sides above zero; null when the file does not say it in a usable way.</param>
/// <param name="SizeAt">Where the size, or the fault in it, stands; where to look when there is none.</param>
internal readonly record struct AnnotatedImage(ImageSize? Size, LinePosition SizeAt)
{
    /// <summary>The image's file as the annotation names it; null where the annotation file itself stands for its one image.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Why <see cref="Size"/> is null, as the first half of a sentence ("'width' is 0"); null when it isn't. It becomes
    /// a diagnostic only when the size is needed.
    /// </summary>
    public string? SizeFault { get; init; }

    /// <summary>Where in place of the image, whose size is needed, a pointer of Git LFS stands: the folder; else null.</summary>
    public string? PointerFolder { get; init; }
}
