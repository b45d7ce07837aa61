using System;
using System.Runtime.CompilerServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>The loop over boxes for anchors of one shape that are cut at the input's edges.</summary>
internal static class ClippedOverlap
{
    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public static void Raise(BoxSize shape, in BoxPart boxes, in GridAxis columns, in GridAxis rows, Span<double> best)
    {
        var x = new ClippedAxis(columns, shape.Width, stackalloc double[2 * ClippedAxis.Most]);
        var y = new ClippedAxis(rows, shape.Height, stackalloc double[2 * ClippedAxis.Most]);
        for (int i = 0; i < best.Length; i++)
        {
            (double width, double height, double area) = (boxes.Width[i], boxes.Height[i], boxes.Area[i]);
            if (Math.Min(width, shape.Width) * Math.Min(height, shape.Height) <= best[i] * area)
            {
                continue;
            }

            x.Find(boxes.CenterX[i] - (width / 2), boxes.CenterX[i] + (width / 2));
            y.Find(boxes.CenterY[i] - (height / 2), boxes.CenterY[i] + (height / 2));
            best[i] = Math.Max(best[i], Best(in x, in y, area));
        }
    }

    private static double Best(in ClippedAxis x, in ClippedAxis y, double area)
    {
        double best = 0;
        for (int column = 0; column < x.Count; column++)
        {
            for (int row = 0; row < y.Count; row++)
            {
                double shared = x.Shared(column) * y.Shared(row);
                best = Math.Max(best, shared / ((x.Left(column) * y.Left(row)) + area - shared));
            }
        }

        return best;
    }
}
