using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AnchorFit.Fitting;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors.Search;

/// <summary>Boxes among anchors that may cross the edge of the input.</summary>
internal sealed class OpenBlock : BoxBlock
{
    private readonly float[] _width;
    private readonly float[] _height;
    private readonly float[] _area;

    // Half a side, less the distance to the nearest point of the grid: the overlap if the anchor's half side comes on top.
    private readonly float[][] _reachX;
    private readonly float[][] _reachY;

    public OpenBlock(ReadOnlySpan<PlacedBox> boxes, AnchorLayout layout, int shapes, int start, int length)
        : base(shapes, start, length)
    {
        _width = Pack(boxes, length, box => box.Edges.Width);
        _height = Pack(boxes, length, box => box.Edges.Height);
        _area = Pack(boxes, length, box => box.Edges.Width * box.Edges.Height);
        _reachX = new float[layout.Grids.Count][];
        _reachY = new float[layout.Grids.Count][];
        for (int g = 0; g < layout.Grids.Count; g++)
        {
            AnchorGrid grid = layout.Grids[g];
            _reachX[g] = Pack(boxes, length, box => (box.Edges.Width / 2)
                - Math.Abs(CentreX(box) - Nearest(CentreX(box), grid.FirstColumnPx, grid.ColumnStridePx, grid.Columns)));
            _reachY[g] = Pack(boxes, length, box => (box.Edges.Height / 2)
                - Math.Abs(CentreY(box) - Nearest(CentreY(box), grid.FirstRowPx, grid.RowStridePx, grid.Rows)));
        }
    }

    [MethodImpl(HotLoop.OptimizeAtOnce)]
    public override void Match(IReadOnlyList<AnchorGrid> grids, Span<float> best)
    {
        Anchor[][] anchors = [.. grids.Select(grid => grid.Shapes.Select(Anchor.Of).ToArray())];
        Span<Vector<float>> result = MemoryMarshal.Cast<float, Vector<float>>(best);
        ReadOnlySpan<Vector<float>> widths = Vectors(_width);
        ReadOnlySpan<Vector<float>> heights = Vectors(_height);
        ReadOnlySpan<Vector<float>> areas = Vectors(_area);
        result.Clear();
        for (int g = 0; g < anchors.Length; g++)
        {
            ReadOnlySpan<Vector<float>> reachX = Vectors(_reachX[g]);
            ReadOnlySpan<Vector<float>> reachY = Vectors(_reachY[g]);
            Anchor[] shapes = anchors[g];
            for (int i = 0; i < result.Length; i++)
            {
                (Vector<float> width, Vector<float> height, Vector<float> area) = (widths[i], heights[i], areas[i]);
                (Vector<float> rx, Vector<float> ry) = (reachX[i], reachY[i]);
                Vector<float> most = result[i];
                for (int s = 0; s < shapes.Length; s++)
                {
                    ref Anchor anchor = ref shapes[s];
                    Vector<float> x = Vector.Max(Vector<float>.Zero, Vector.Min(Vector.Min(width, anchor.Width), rx + anchor.HalfWidth));
                    Vector<float> y = Vector.Max(Vector<float>.Zero, Vector.Min(Vector.Min(height, anchor.Height), ry + anchor.HalfHeight));
                    Vector<float> common = x * y;
                    most = Vector.Max(most, common / (area + anchor.Area - common));
                }

                result[i] = most;
            }
        }
    }

    private struct Anchor
    {
        public Vector<float> Width;
        public Vector<float> Height;
        public Vector<float> HalfWidth;
        public Vector<float> HalfHeight;
        public Vector<float> Area;

        public static Anchor Of(BoxSize size) => new()
        {
            Width = new((float)size.Width),
            Height = new((float)size.Height),
            HalfWidth = new((float)(size.Width / 2)),
            HalfHeight = new((float)(size.Height / 2)),
            Area = new((float)(size.Width * size.Height)),
        };
    }
}
