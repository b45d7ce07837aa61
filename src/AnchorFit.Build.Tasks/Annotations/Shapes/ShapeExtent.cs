using System;
using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Shapes;

/// <summary>The box around a shape, its sides along those of the image.</summary>
/// <remarks>What an angle has a say in is rounded to a millionth: runtimes differ in the last digit of a sine.</remarks>
internal static class ShapeExtent
{
    private const int Digits = 6;

    /// <summary>Around points. Without points, and with not a number among them, it has none of its edges.</summary>
    public static PixelBox OfPoints(IEnumerable<(double X, double Y)> points)
    {
        PixelBox box = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach ((double x, double y) in points)
        {
            box = new PixelBox(Math.Min(box.XMin, x), Math.Min(box.YMin, y), Math.Max(box.XMax, x), Math.Max(box.YMax, y));
        }

        return double.IsInfinity(box.XMin) ? new PixelBox(double.NaN, double.NaN, double.NaN, double.NaN) : box;
    }

    /// <summary>Around a rectangle turned about its centre.</summary>
    /// <param name="x">Of the centre.</param>
    /// <param name="y">Of the centre.</param>
    /// <param name="angle">In radians, in either direction.</param>
    public static PixelBox OfTurned(double x, double y, double width, double height, double angle)
    {
        (double cos, double sin) = (Math.Abs(Math.Cos(angle)), Math.Abs(Math.Sin(angle)));
        return angle == 0 ? Around(x, y, width / 2, height / 2)
            : Around(x, y, Round(((width * cos) + (height * sin)) / 2), Round(((width * sin) + (height * cos)) / 2));
    }

    /// <summary>Around a rectangle turned about its upper left corner.</summary>
    /// <param name="angle">In radians, clockwise as the image is seen.</param>
    public static PixelBox OfTurnedAtCorner(double left, double top, double width, double height, double angle)
    {
        if (angle == 0)
        {
            return new PixelBox(left, top, left + width, top + height);
        }

        (double cos, double sin) = (Math.Cos(angle), Math.Sin(angle));
        return OfPoints(
        [
            (left, top),
            (Round(left + (width * cos)), Round(top + (width * sin))),
            (Round(left - (height * sin)), Round(top + (height * cos))),
            (Round(left + (width * cos) - (height * sin)), Round(top + (width * sin) + (height * cos))),
        ]);
    }

    /// <summary>Around an ellipse turned about its centre.</summary>
    /// <param name="angle">In radians, in either direction.</param>
    public static PixelBox OfEllipse(double x, double y, double radiusX, double radiusY, double angle = 0)
    {
        if (angle == 0)
        {
            return Around(x, y, radiusX, radiusY);
        }

        (double cos, double sin) = (Math.Cos(angle), Math.Sin(angle));
        return Around(x, y, Round(Length(radiusX * cos, radiusY * sin)), Round(Length(radiusX * sin, radiusY * cos)));
    }

    private static PixelBox Around(double x, double y, double halfWidth, double halfHeight) =>
        new(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Round(double value) => Math.Round(value, Digits);
}
