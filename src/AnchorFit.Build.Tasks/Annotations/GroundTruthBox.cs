using AnchorFit.Geometry;

namespace AnchorFit.Annotations;

/// <summary>One labelled box.</summary>
/// <param name="Edges">Where it is, in the file's <see cref="AnnotationFile.Unit"/>; width and height are above zero.</param>
/// <param name="ClassIndex">Index into <see cref="AnnotationFile.ClassNames"/>; -1 when the object has no name.</param>
/// <param name="Flags">Difficult, truncated and the like.</param>
/// <param name="Line">Line of the annotation file where the box stands, or the number of its record; from 1.</param>
/// <param name="Image">Index into <see cref="AnnotationFile.Images"/>.</param>
internal readonly record struct GroundTruthBox(PixelBox Edges, int ClassIndex, BoxFlags Flags, int Line, int Image = 0);
