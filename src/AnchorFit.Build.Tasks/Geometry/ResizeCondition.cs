namespace AnchorFit.Geometry;

/// <summary>Which images a <c>conditional_shape_resizer</c> scales (<c>object_detection/protos/image_resizer.proto</c>).</summary>
internal enum ResizeCondition
{
    /// <summary>Those whose longer side exceeds the threshold.</summary>
    Greater,

    /// <summary>Those whose shorter side is below the threshold.</summary>
    Smaller,
}
