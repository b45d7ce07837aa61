using System;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>
/// The best IoU of boxes with the anchors of one shape on one grid. How much an anchor shares with a box is the product of
/// what they share along x and along y, and along an axis that never grows as their centres part. All anchors of a shape
/// have one area, so the nearest column and the nearest row give the best of them: no other point need be looked at.
/// Anchors that are pruned at the edge leave a rectangle of points, in which the same holds. Only where anchors are cut at
/// the edge do they differ in area: see <see cref="ClippedAxis"/>.
/// </summary>
/// <remarks>Keeps what depends on boxes and points alone, for calls with many shapes. Safe for use from many threads.</remarks>
internal sealed class GridMatcher
{
    // Of a box along an axis: enough to tell a coarse grid from a fine one.
    private const int Places = 16;

    private readonly EdgeRule _edge;
    private readonly GridAxis _columns;
    private readonly GridAxis _rows;
    private readonly PackedBoxes _boxes;
    private readonly int _start;

    /// <summary>For <see cref="EdgeRule.Keep"/> how far the nearest column is; for <see cref="EdgeRule.Prune"/> which it is.</summary>
    private readonly double[] _nearestX = [];
    private readonly double[] _nearestY = [];

    /// <summary>Prepares for the boxes from <paramref name="start"/> on.</summary>
    /// <param name="grid">The points; its shapes don't matter.</param>
    /// <param name="edge">What becomes of anchors that cross the edge.</param>
    /// <param name="input">The input that grid and boxes lie in.</param>
    /// <param name="boxes">All boxes.</param>
    /// <param name="start">The first of them to match.</param>
    /// <param name="count">How many to match.</param>
    public GridMatcher(AnchorGrid grid, EdgeRule edge, ImageSize input, PackedBoxes boxes, int start, int count)
    {
        (_edge, _boxes, _start, Count) = (edge, boxes, start, count);
        _columns = new GridAxis(grid.FirstColumnPx, grid.ColumnStridePx, grid.Columns, input.Width);
        _rows = new GridAxis(grid.FirstRowPx, grid.RowStridePx, grid.Rows, input.Height);
        if (edge != EdgeRule.Clip)
        {
            _nearestX = Nearest(_columns, boxes.CenterX.AsSpan(start, count), edge == EdgeRule.Keep);
            _nearestY = Nearest(_rows, boxes.CenterY.AsSpan(start, count), edge == EdgeRule.Keep);
        }
    }

    /// <summary>
    /// The same for boxes of these sizes wherever they lie in the input: the nearest point is as far as it is from such
    /// boxes on average. Only where anchors may cross the edge; otherwise the places of the boxes count as they are.
    /// </summary>
    public static GridMatcher Anywhere(AnchorGrid grid, EdgeRule edge, ImageSize input, PackedBoxes boxes, int start, int count)
    {
        var matcher = new GridMatcher(grid, edge, input, boxes, start, count);
        if (edge == EdgeRule.Keep)
        {
            Spread(matcher._columns, boxes.Width.AsSpan(start, count), matcher._nearestX);
            Spread(matcher._rows, boxes.Height.AsSpan(start, count), matcher._nearestY);
        }

        return matcher;
    }

    /// <summary>How many boxes are matched.</summary>
    public int Count { get; }

    /// <summary>Raises each box's best IoU to that with its best anchor of this shape, where that is greater.</summary>
    /// <param name="shape">Both sides above zero, in pixels.</param>
    /// <param name="best">One IoU a box, as many as <see cref="Count"/>; start with zeros.</param>
    /// <remarks>The result doesn't depend on the order of calls, nor on how boxes are parted among matchers.</remarks>
    public void Raise(BoxSize shape, Span<double> best)
    {
        if (best.Length != Count)
        {
            throw new ArgumentException("Needs a place for each box.", nameof(best));
        }

        var part = new BoxPart(_boxes, _start, Count);
        switch (_edge)
        {
            case EdgeRule.Keep:
                NearestOverlap.Raise(shape, part, _nearestX, _nearestY, best);
                break;
            case EdgeRule.Prune:
                NearestOverlap.RaiseWithin(shape, part, _columns, _rows, _nearestX, _nearestY, best);
                break;
            default:
                ClippedOverlap.Raise(shape, part, _columns, _rows, best);
                break;
        }
    }

    /// <summary>The mean distance of the nearest point from the centre of a box that lies at even distances within the side.</summary>
    private static void Spread(GridAxis axis, ReadOnlySpan<double> extents, double[] distances)
    {
        for (int i = 0; i < distances.Length; i++)
        {
            double sum = 0;
            for (int place = 0; place < Places; place++)
            {
                sum += Distance(axis, (extents[i] / 2) + ((axis.Side - extents[i]) * (place + 0.5) / Places));
            }

            distances[i] = sum / Places;
        }
    }

    private static double Distance(GridAxis axis, double center) =>
        Math.Abs(center - axis.At(Math.Max(0, Math.Min(axis.Nearest(center), axis.Count - 1))));

    private static double[] Nearest(GridAxis axis, ReadOnlySpan<double> centers, bool asDistance)
    {
        double[] nearest = new double[centers.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = asDistance ? Distance(axis, centers[i]) : axis.Nearest(centers[i]);
        }

        return nearest;
    }
}
