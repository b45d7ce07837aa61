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

    /// <summary>The image's size; null when the file does not say it, sides of 0 when it says 0.</summary>
    public ImageSize? ImageSize { get; init; }

    /// <summary>Where the size stands, or the root element when there is none.</summary>
    public LinePosition SizePosition { get; init; }

    /// <summary>Every class name, in order of appearance; those of objects whose box was dropped too.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The valid boxes, in order of appearance.</summary>
    public required IReadOnlyList<GroundTruthBox> Boxes { get; init; }

    /// <summary>How many objects the file has, those included whose box was dropped.</summary>
    public required int ObjectCount { get; init; }

    /// <summary>Faults, in order of appearance. An error here means that the file as a whole was not understood.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
