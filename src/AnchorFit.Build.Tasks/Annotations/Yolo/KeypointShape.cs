using System.Globalization;

namespace AnchorFit.Annotations.Yolo;

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
