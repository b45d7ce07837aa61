using System;

namespace AnchorFit.Fitting;

/// <summary>
/// A shape as the notebook clusters it: a box of unit area stands at (√r, 1/√r) for its aspect ratio r. The mean of
/// several such points, a centroid, has an area above one unless they coincide.
/// </summary>
/// <param name="X">The width.</param>
/// <param name="Y">The height.</param>
internal readonly record struct RatioPoint(double X, double Y)
{
    /// <summary>Width divided by height.</summary>
    public double AspectRatio => X / Y;

    /// <summary>The box of unit area with the given aspect ratio.</summary>
    public static RatioPoint OfRatio(double aspectRatio)
    {
        double x = Math.Sqrt(aspectRatio);
        return new RatioPoint(x, 1 / x);
    }
}
