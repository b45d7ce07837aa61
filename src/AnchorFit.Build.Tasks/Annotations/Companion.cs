namespace AnchorFit.Annotations;

/// <summary>A file beside the annotations that had a say in what they mean: names of classes, an image.</summary>
/// <param name="Path">As the annotation's path leads to it.</param>
/// <param name="State">Another text whenever its content may be another; it also says that there is no such file.</param>
internal readonly record struct Companion(string Path, string State);
