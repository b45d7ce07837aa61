using AnchorFit.Geometry;

namespace AnchorFit.Annotations;

/// <summary>How often a box of one shape and class occurs; where in which image isn't known any more.</summary>
/// <param name="Size">In resized pixels; no resizer changes it.</param>
/// <param name="Count">How many boxes, above zero.</param>
/// <param name="ClassIndex">Index into <see cref="AnnotationFile.ClassNames"/>; -1 when no class is known.</param>
/// <param name="Line">The first line of the file that has it, from 1.</param>
internal readonly record struct CountedShape(BoxSize Size, double Count, int ClassIndex, int Line);
