using System;

namespace AnchorFit.Anchors;

/// <summary>The points of a grid along one side of the input.</summary>
/// <param name="First">The first point, in pixels.</param>
/// <param name="Stride">The distance of two points; above zero.</param>
/// <param name="Count">How many there are; above zero.</param>
/// <param name="Side">The side of the input, in pixels.</param>
internal readonly record struct GridAxis(double First, double Stride, int Count, double Side)
{
    /// <summary>The number of the point nearest to a place, as if the points went on forever.</summary>
    public double Nearest(double place) => Math.Floor(((place - First) / Stride) + 0.5);

    /// <summary>A point.</summary>
    public double At(double number) => First + (number * Stride);

    /// <summary>
    /// The first and the last point whose anchor of this extent lies within the side; first &gt; last where there is none.
    /// All before the first reach over the start (<see cref="Count"/> when all do), all behind the last over the end (-1
    /// when all do).
    /// </summary>
    public (double First, double Last) Within(double extent)
    {
        double first = Math.Min(Count, Math.Max(0, Math.Ceiling(((extent / 2) - First) / Stride) - 1));
        while (first < Count && At(first) - (extent / 2) < 0)
        {
            first++;
        }

        double last = Math.Max(-1, Math.Min(Count - 1, Math.Floor((Side - (extent / 2) - First) / Stride) + 1));
        while (last >= 0 && At(last) + (extent / 2) > Side)
        {
            last--;
        }

        return (first, last);
    }
}
