namespace AnchorFit.Annotations.Yolo;

/// <summary>A text in a YAML file.</summary>
/// <param name="Text">Without quotes; null where nothing stands (or <c>~</c>, <c>null</c>).</param>
/// <param name="At">The offset where it begins.</param>
internal readonly record struct YamlScalar(string? Text, int At);
