using AnchorFit.Geometry;

namespace AnchorFit.Annotations;

/// <summary>One labelled box, in pixels of the original image.</summary>
/// <param name="Edges">Where it is; width and height are above zero.</param>
/// <param name="ClassIndex">Index into <see cref="AnnotationFile.ClassNames"/>; -1 when the object has no name.</param>
/// <param name="Flags">Difficult, truncated and the like.</param>
/// <param name="Line">Line of the annotation file where the box stands, from 1.</param>
internal readonly record struct GroundTruthBox(PixelBox Edges, int ClassIndex, BoxFlags Flags, int Line);
