using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Yolo;

/// <summary>What a file beside the labels says of all of them: a list of class names, or a <c>dataset.yaml</c>.</summary>
internal sealed class DatasetFile
{
    /// <summary>The path that was looked at, and the state of what is there.</summary>
    public required Companion Identity { get; init; }

    /// <summary>There is such a file.</summary>
    public bool Exists { get; init; }

    /// <summary>The file says which classes there are, though perhaps not in a way that is understood.</summary>
    public bool HasNames { get; init; }

    /// <summary>The file says what a dataset description says: names, the shape of keypoints or a size.</summary>
    public bool IsDescription { get; init; }

    /// <summary>The names by the numbers of their classes, which count from 0; empty when they were not understood.</summary>
    public IReadOnlyDictionary<int, string> Names { get; init; } = new Dictionary<int, string>();

    public KeypointShape? Keypoints { get; init; }

    /// <summary>The size of every image of the set.</summary>
    public ImageSize? ImageSize { get; init; }

    /// <summary>What is wrong with the file, in order of appearance.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
