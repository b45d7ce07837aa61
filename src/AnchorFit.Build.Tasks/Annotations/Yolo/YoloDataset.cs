using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Yolo;

/// <summary>What is known of the labels in one folder beside what they say themselves.</summary>
internal sealed class YoloDataset
{
    /// <summary>The files that were looked for, in that order, up to the one with the names.</summary>
    public required IReadOnlyList<Companion> Companions { get; init; }

    /// <summary>The names by class number, from 0; null where none are known, and classes are called by their numbers.</summary>
    public IReadOnlyDictionary<int, string>? Names { get; init; }

    /// <summary>The file that says the names; empty where none does.</summary>
    public string NamesPath { get; init; } = string.Empty;

    public KeypointShape? Keypoints { get; init; }

    /// <summary>The size of every image.</summary>
    public ImageSize? ImageSize { get; init; }

    /// <summary>What is wrong with those files.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
