using System;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace AnchorFit.Anchors;

/// <summary>
/// The loops over boxes for the nearest anchor of one shape. Along an axis a box and an anchor whose centres are d apart
/// share half their extents' sum less d, at most the smaller extent and at least nothing.
/// </summary>
/// <remarks>
/// Where vectors do four boxes at a time, each goes through the same operations as alone: results are the same on every
/// machine.
/// </remarks>
internal static class NearestOverlap
{
    /// <summary>With the distance of the nearest anchor known.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static void Raise(BoxSize shape, in BoxPart boxes, ReadOnlySpan<double> distanceX, ReadOnlySpan<double> distanceY, Span<double> best)
    {
        double area = shape.Width * shape.Height;
        int i = 0;
#if NET
        Span<Vector<double>> bests = MemoryMarshal.Cast<double, Vector<double>>(best);
        ReadOnlySpan<Vector<double>> widths = Vectors(boxes.Width)[..bests.Length];
        ReadOnlySpan<Vector<double>> heights = Vectors(boxes.Height)[..bests.Length];
        ReadOnlySpan<Vector<double>> areas = Vectors(boxes.Area)[..bests.Length];
        ReadOnlySpan<Vector<double>> distancesX = Vectors(distanceX)[..bests.Length];
        ReadOnlySpan<Vector<double>> distancesY = Vectors(distanceY)[..bests.Length];
        Vector<double> shapeWidth = new(shape.Width);
        Vector<double> shapeHeight = new(shape.Height);
        Vector<double> shapeArea = new(area);
        for (int v = 0; v < bests.Length; v++)
        {
            Vector<double> shared = Share(shapeWidth, widths[v], distancesX[v]) * Share(shapeHeight, heights[v], distancesY[v]);
            bests[v] = Vector.Max(bests[v], shared / (shapeArea + areas[v] - shared));
        }

        i = bests.Length * Vector<double>.Count;
#endif

        for (; i < best.Length; i++)
        {
            double shared = Share(shape.Width, boxes.Width[i], distanceX[i]) * Share(shape.Height, boxes.Height[i], distanceY[i]);
            double overlap = shared / (area + boxes.Area[i] - shared);
            best[i] = overlap > best[i] ? overlap : best[i];
        }
    }

    /// <summary>With the number of the nearest point known; anchors that cross the edge don't count.</summary>
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static void RaiseWithin(
        BoxSize shape, in BoxPart boxes, in GridAxis columns, in GridAxis rows, ReadOnlySpan<double> nearestX, ReadOnlySpan<double> nearestY, Span<double> best)
    {
        (double firstColumn, double lastColumn) = columns.Within(shape.Width);
        (double firstRow, double lastRow) = rows.Within(shape.Height);
        if (firstColumn > lastColumn || firstRow > lastRow)
        {
            return;
        }

        double area = shape.Width * shape.Height;
        int i = 0;
#if NET
        Span<Vector<double>> bests = MemoryMarshal.Cast<double, Vector<double>>(best);
        ReadOnlySpan<Vector<double>> centersX = Vectors(boxes.CenterX)[..bests.Length];
        ReadOnlySpan<Vector<double>> centersY = Vectors(boxes.CenterY)[..bests.Length];
        ReadOnlySpan<Vector<double>> widths = Vectors(boxes.Width)[..bests.Length];
        ReadOnlySpan<Vector<double>> heights = Vectors(boxes.Height)[..bests.Length];
        ReadOnlySpan<Vector<double>> areas = Vectors(boxes.Area)[..bests.Length];
        ReadOnlySpan<Vector<double>> nearestXs = Vectors(nearestX)[..bests.Length];
        ReadOnlySpan<Vector<double>> nearestYs = Vectors(nearestY)[..bests.Length];
        Vector<double> shapeWidth = new(shape.Width);
        Vector<double> shapeHeight = new(shape.Height);
        Vector<double> shapeArea = new(area);
        for (int v = 0; v < bests.Length; v++)
        {
            Vector<double> distanceX = Distance(columns, nearestXs[v], firstColumn, lastColumn, centersX[v]);
            Vector<double> distanceY = Distance(rows, nearestYs[v], firstRow, lastRow, centersY[v]);
            Vector<double> shared = Share(shapeWidth, widths[v], distanceX) * Share(shapeHeight, heights[v], distanceY);
            bests[v] = Vector.Max(bests[v], shared / (shapeArea + areas[v] - shared));
        }

        i = bests.Length * Vector<double>.Count;
#endif

        for (; i < best.Length; i++)
        {
            double distanceX = Distance(columns, nearestX[i], firstColumn, lastColumn, boxes.CenterX[i]);
            double distanceY = Distance(rows, nearestY[i], firstRow, lastRow, boxes.CenterY[i]);
            double shared = Share(shape.Width, boxes.Width[i], distanceX) * Share(shape.Height, boxes.Height[i], distanceY);
            double overlap = shared / (area + boxes.Area[i] - shared);
            best[i] = overlap > best[i] ? overlap : best[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Share(double anchor, double box, double distance)
    {
        double shared = ((anchor + box) * 0.5) - distance;
        shared = shared < anchor ? shared : anchor;
        shared = shared < box ? shared : box;
        return shared > 0 ? shared : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Distance(in GridAxis axis, double nearest, double first, double last, double center)
    {
        nearest = nearest < first ? first : nearest;
        nearest = nearest > last ? last : nearest;
        return Math.Abs(center - axis.At(nearest));
    }

#if NET
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Share(Vector<double> anchor, Vector<double> box, Vector<double> distance)
    {
        Vector<double> shared = ((anchor + box) * 0.5) - distance;
        return Vector.Max(Vector.Min(Vector.Min(shared, anchor), box), Vector<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Distance(in GridAxis axis, Vector<double> nearest, double first, double last, Vector<double> center)
    {
        Vector<double> number = Vector.Min(Vector.Max(nearest, new Vector<double>(first)), new Vector<double>(last));
        return Vector.Abs(center - (new Vector<double>(axis.First) + (number * axis.Stride)));
    }

    private static ReadOnlySpan<Vector<double>> Vectors(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector<double>>(values);
#endif
}
