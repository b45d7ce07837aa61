using System;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>
/// Counts the anchors of one shape on one grid that reach a threshold of IoU with a box. Around the nearest point they
/// fill a region without holes whose rows grow shorter as columns part from the box: so its edge is walked, not its
/// inside. Where anchors are cut at the input's edge they differ in size, and those are compared one by one that share
/// enough along each axis.
/// </summary>
/// <remarks>IoU is computed by the operations of <see cref="NearestOverlap"/> and <see cref="ClippedOverlap"/>, so that a box whose best anchor reaches the threshold has one.</remarks>
internal abstract class GridCounter
{
    private readonly double _threshold;

    private GridCounter(AnchorGrid grid, BoxSize shape, ImageSize input, double threshold)
    {
        Shape = shape;
        _threshold = threshold;
        Columns = new GridAxis(grid.FirstColumnPx, grid.ColumnStridePx, grid.Columns, input.Width);
        Rows = new GridAxis(grid.FirstRowPx, grid.RowStridePx, grid.Rows, input.Height);
    }

    private protected BoxSize Shape { get; }

    private protected GridAxis Columns { get; }

    private protected GridAxis Rows { get; }

    /// <summary>The counter for a shape on a grid.</summary>
    /// <param name="grid">The points; its other shapes don't matter.</param>
    /// <param name="shape">Both sides above zero, in pixels.</param>
    /// <param name="edge">What becomes of anchors that cross the edge.</param>
    /// <param name="input">The input that grid and boxes lie in.</param>
    /// <param name="threshold">The least IoU that counts; above 0.</param>
    public static GridCounter Of(AnchorGrid grid, BoxSize shape, EdgeRule edge, ImageSize input, double threshold) => edge == EdgeRule.Clip
        ? new OfCut(grid, shape, input, threshold)
        : new OfWhole(grid, shape, input, threshold, isPruned: edge == EdgeRule.Prune);

    /// <summary>How many anchors reach the threshold with a box.</summary>
    public abstract int Count(PixelBox box);

    private protected bool Reaches(double shared, double anchorArea, double boxArea) => shared / (anchorArea + boxArea - shared) >= _threshold;

    // What an anchor and a box have in common is a part of either, and of either at least the threshold.
    private protected bool CanReach(double shared, double one, double other) => shared >= _threshold * (1 - 1e-9) * Math.Max(one, other);

    private sealed class OfWhole : GridCounter
    {
        private readonly double _area;
        private readonly (double First, double Last) _columns;
        private readonly (double First, double Last) _rows;

        public OfWhole(AnchorGrid grid, BoxSize shape, ImageSize input, double threshold, bool isPruned)
            : base(grid, shape, input, threshold)
        {
            _area = shape.Width * shape.Height;
            _columns = isPruned ? Columns.Within(shape.Width) : (0, Columns.Count - 1);
            _rows = isPruned ? Rows.Within(shape.Height) : (0, Rows.Count - 1);
        }

        public override int Count(PixelBox box)
        {
            double area = box.Width * box.Height;
            if (_columns.First > _columns.Last || _rows.First > _rows.Last
                || !CanReach(Math.Min(Shape.Width, box.Width) * Math.Min(Shape.Height, box.Height), _area, area))
            {
                return 0;
            }

            double centerX = (box.XMin + box.XMax) / 2;
            double centerY = (box.YMin + box.YMax) / 2;
            double column = Math.Max(_columns.First, Math.Min(Columns.Nearest(centerX), _columns.Last));
            double row = Math.Max(_rows.First, Math.Min(Rows.Nearest(centerY), _rows.Last));
            double width = SharedX(column, centerX, box.Width);
            (double first, double last) = (row, row);
            if (!ReachesAt(width, row, centerY, box.Height, area))
            {
                return 0;
            }

            while (first > _rows.First && ReachesAt(width, first - 1, centerY, box.Height, area))
            {
                first--;
            }

            while (last < _rows.Last && ReachesAt(width, last + 1, centerY, box.Height, area))
            {
                last++;
            }

            double count = last - first + 1;
            foreach (int step in (ReadOnlySpan<int>)[-1, 1])
            {
                (double top, double bottom) = (first, last);
                for (double x = column + step; x >= _columns.First && x <= _columns.Last; x += step)
                {
                    width = SharedX(x, centerX, box.Width);
                    while (top <= row && !ReachesAt(width, top, centerY, box.Height, area))
                    {
                        top++;
                    }

                    while (bottom > row && !ReachesAt(width, bottom, centerY, box.Height, area))
                    {
                        bottom--;
                    }

                    if (top > bottom)
                    {
                        break;
                    }

                    count += bottom - top + 1;
                }
            }

            return (int)count;
        }

        private double SharedX(double column, double center, double width) => Share(Shape.Width, width, Math.Abs(center - Columns.At(column)));

        private bool ReachesAt(double sharedX, double row, double center, double height, double area) =>
            Reaches(sharedX * Share(Shape.Height, height, Math.Abs(center - Rows.At(row))), _area, area);

        private static double Share(double anchor, double box, double distance) =>
            Math.Max(0, Math.Min(Math.Min(((anchor + box) * 0.5) - distance, anchor), box));
    }

    private sealed class OfCut(AnchorGrid grid, BoxSize shape, ImageSize input, double threshold) : GridCounter(grid, shape, input, threshold)
    {
        private readonly double _least = threshold;

        public override int Count(PixelBox box)
        {
            double area = box.Width * box.Height;
            if (Math.Min(Shape.Width, box.Width) * Math.Min(Shape.Height, box.Height) < _least * (1 - 1e-9) * area)
            {
                return 0;
            }

            // As those who seek the best have them: from the middle.
            (double x, double y) = ((box.XMin + box.XMax) / 2, (box.YMin + box.YMax) / 2);
            (double left, double right) = (x - (box.Width / 2), x + (box.Width / 2));
            (double top, double bottom) = (y - (box.Height / 2), y + (box.Height / 2));
            (double firstRow, double lastRow) = Near(Rows, Shape.Height, top, bottom);
            (double firstColumn, double lastColumn) = Near(Columns, Shape.Width, left, right);
            int count = 0;
            for (double column = firstColumn; column <= lastColumn; column++)
            {
                (double sharedX, double width) = Cut(Columns, column, Shape.Width, left, right);
                if (!CanReach(sharedX, width, box.Width))
                {
                    continue;
                }

                for (double row = firstRow; row <= lastRow; row++)
                {
                    (double sharedY, double height) = Cut(Rows, row, Shape.Height, top, bottom);
                    if (sharedY > 0 && Reaches(sharedX * sharedY, width * height, area))
                    {
                        count++;
                    }
                }
            }

            return count;
        }

        /// <summary>The points from the first to the last whose anchor can reach the threshold: a few beside the box's middle.</summary>
        private (double First, double Last) Near(GridAxis axis, double extent, double min, double max)
        {
            double first = Math.Max(0, Math.Floor((min - (extent / 2) - axis.First) / axis.Stride) - 1);
            double last = Math.Min(axis.Count - 1, Math.Ceiling((max + (extent / 2) - axis.First) / axis.Stride) + 1);
            while (first <= last && !CanReachAt(axis, first, extent, min, max))
            {
                first++;
            }

            while (last >= first && !CanReachAt(axis, last, extent, min, max))
            {
                last--;
            }

            return (first, last);
        }

        private bool CanReachAt(GridAxis axis, double number, double extent, double min, double max)
        {
            (double shared, double left) = Cut(axis, number, extent, min, max);
            return shared > 0 && CanReach(shared, left, max - min);
        }

        /// <summary>What an anchor shares with the box along an axis, and what is left of it.</summary>
        private static (double Shared, double Left) Cut(GridAxis axis, double number, double extent, double min, double max)
        {
            double start = Math.Max(0, axis.At(number) - (extent / 2));
            double end = Math.Min(axis.Side, axis.At(number) + (extent / 2));
            return (Math.Min(end, max) - Math.Max(start, min), end - start);
        }
    }
}
