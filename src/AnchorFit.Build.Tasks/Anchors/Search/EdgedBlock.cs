using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>Boxes among anchors that are pruned or cut where they cross the edge of the input.</summary>
internal sealed class EdgedBlock : BoxBlock
{
    private readonly ImageSize _input;
    private readonly bool _prunes;
    private readonly float[] _left;
    private readonly float[] _right;
    private readonly float[] _top;
    private readonly float[] _bottom;
    private readonly float[] _area;

    // The nearest points of each grid.
    private readonly float[][] _nearX;
    private readonly float[][] _nearY;

    public EdgedBlock(ReadOnlySpan<PlacedBox> boxes, AnchorLayout layout, int shapes, int start, int length)
        : base(shapes, start, length)
    {
        _input = layout.Input;
        _prunes = layout.Edge == EdgeRule.Prune;
        _left = Pack(boxes, length, box => box.Edges.XMin);
        _right = Pack(boxes, length, box => box.Edges.XMax);
        _top = Pack(boxes, length, box => box.Edges.YMin);
        _bottom = Pack(boxes, length, box => box.Edges.YMax);
        _area = Pack(boxes, length, box => box.Edges.Width * box.Edges.Height);
        _nearX = new float[layout.Grids.Count][];
        _nearY = new float[layout.Grids.Count][];
        for (int g = 0; g < layout.Grids.Count; g++)
        {
            AnchorGrid grid = layout.Grids[g];
            _nearX[g] = Pack(boxes, length, box => Nearest(CentreX(box), grid.FirstColumnPx, grid.ColumnStridePx, grid.Columns));
            _nearY[g] = Pack(boxes, length, box => Nearest(CentreY(box), grid.FirstRowPx, grid.RowStridePx, grid.Rows));
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public override void Match(IReadOnlyList<AnchorGrid> grids, Span<float> best)
    {
        Span<Vector<float>> result = MemoryMarshal.Cast<float, Vector<float>>(best);
        result.Clear();
        for (int g = 0; g < grids.Count; g++)
        {
            AnchorGrid grid = grids[g];
            foreach (BoxSize shape in grid.Shapes)
            {
                (double Low, double High) columns = Survivors(shape.Width, grid.FirstColumnPx, grid.ColumnStridePx, grid.Columns, _input.Width);
                (double Low, double High) rows = Survivors(shape.Height, grid.FirstRowPx, grid.RowStridePx, grid.Rows, _input.Height);
                if (columns.Low <= columns.High && rows.Low <= rows.High)
                {
                    Match(shape, columns, rows, Vectors(_nearX[g]), Vectors(_nearY[g]), result);
                }
            }
        }
    }

    private void Match(
        BoxSize shape,
        (double Low, double High) columns,
        (double Low, double High) rows,
        ReadOnlySpan<Vector<float>> nearX,
        ReadOnlySpan<Vector<float>> nearY,
        Span<Vector<float>> result)
    {
        var (lowX, highX) = (new Vector<float>((float)columns.Low), new Vector<float>((float)columns.High));
        var (lowY, highY) = (new Vector<float>((float)rows.Low), new Vector<float>((float)rows.High));
        var (halfX, halfY) = (new Vector<float>((float)(shape.Width / 2)), new Vector<float>((float)(shape.Height / 2)));
        var (inputX, inputY) = (new Vector<float>(_input.Width), new Vector<float>(_input.Height));
        ReadOnlySpan<Vector<float>> lefts = Vectors(_left);
        ReadOnlySpan<Vector<float>> rights = Vectors(_right);
        ReadOnlySpan<Vector<float>> tops = Vectors(_top);
        ReadOnlySpan<Vector<float>> bottoms = Vectors(_bottom);
        ReadOnlySpan<Vector<float>> areas = Vectors(_area);
        for (int i = 0; i < result.Length; i++)
        {
            Vector<float> x = Vector.Min(highX, Vector.Max(lowX, nearX[i]));
            Vector<float> y = Vector.Min(highY, Vector.Max(lowY, nearY[i]));
            Vector<float> left = Vector.Max(Vector<float>.Zero, x - halfX);
            Vector<float> right = Vector.Min(inputX, x + halfX);
            Vector<float> top = Vector.Max(Vector<float>.Zero, y - halfY);
            Vector<float> bottom = Vector.Min(inputY, y + halfY);
            Vector<float> width = Vector.Max(Vector<float>.Zero, Vector.Min(right, rights[i]) - Vector.Max(left, lefts[i]));
            Vector<float> height = Vector.Max(Vector<float>.Zero, Vector.Min(bottom, bottoms[i]) - Vector.Max(top, tops[i]));
            Vector<float> common = width * height;
            result[i] = Vector.Max(result[i], common / (areas[i] + ((right - left) * (bottom - top)) - common));
        }
    }

    /// <summary>The first and the last point at which an anchor is drawn; the first beyond the last where there is none.</summary>
    private (double Low, double High) Survivors(double side, double first, double stride, int count, int input)
    {
        double low = _prunes ? Math.Max(0, Math.Ceiling(((side / 2) - first) / stride)) : 0;
        double high = _prunes ? Math.Min(count - 1, Math.Floor((input - (side / 2) - first) / stride)) : count - 1;
        return (first + (stride * low), first + (stride * high));
    }
}
