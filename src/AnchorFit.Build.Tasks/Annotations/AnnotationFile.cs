using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>What one annotation file says, as far as it could be understood.</summary>
internal sealed class AnnotationFile
{
    /// <summary>The path as the user named it.</summary>
    public required string Path { get; init; }

    /// <summary>The image's size, both sides above zero; null when the file does not say it in a usable way.</summary>
    public ImageSize? ImageSize { get; init; }

    /// <summary>
    /// Why <see cref="ImageSize"/> is null, as the first half of a sentence ("'width' is 0"); null when it isn't.
    /// It becomes a diagnostic only when the size is needed.
    /// </summary>
    public string? ImageSizeFault { get; init; }

    /// <summary>Where the size, or the fault in it, stands; the root element when there is no size.</summary>
    public LinePosition SizePosition { get; init; }

    /// <summary>Every class name, in order of appearance; those of objects whose box was dropped too.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The valid boxes, in order of appearance.</summary>
    public required IReadOnlyList<GroundTruthBox> Boxes { get; init; }

    /// <summary>How many objects the file has, those included whose box was dropped.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>Faults, in order of appearance. An error here means that the file as a whole was not understood.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

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
