using System.Collections.Generic;
using System.Globalization;
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

/// <summary>The keypoints behind the box on a line of a YOLO pose label: <c>kpt_shape</c> of the dataset.yaml.</summary>
/// <param name="Count">How many, above zero; an object of another kind may have fewer.</param>
/// <param name="Dimensions">2: x and y; 3: visibility too.</param>
internal readonly record struct KeypointShape(int Count, int Dimensions)
{
    /// <summary>A line of so many fields is a class, a box and keypoints.</summary>
    public bool Fits(int fieldCount) =>
        fieldCount > 5 && (fieldCount - 5) % Dimensions == 0 && (fieldCount - 5) / Dimensions <= Count;

    /// <summary>As the dataset.yaml writes it.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "[{0}, {1}]", Count, Dimensions);
}
