using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Anchors;
using AnchorFit.Geometry;

namespace AnchorFit.Tests.Anchors;

/// <summary>The slow way: every anchor that is drawn, one by one.</summary>
internal static class FullEnumeration
{
    public static IEnumerable<PixelBox> Anchors(AnchorGrid grid, EdgeRule edge, ImageSize input) =>
        from row in Enumerable.Range(0, grid.Rows)
        from column in Enumerable.Range(0, grid.Columns)
        from shape in grid.Shapes
        let x = grid.FirstColumnPx + (column * grid.ColumnStridePx)
        let y = grid.FirstRowPx + (row * grid.RowStridePx)
        let anchor = new PixelBox(x - (shape.Width / 2), y - (shape.Height / 2), x + (shape.Width / 2), y + (shape.Height / 2))
        where edge != EdgeRule.Prune || (anchor.XMin >= 0 && anchor.YMin >= 0 && anchor.XMax <= input.Width && anchor.YMax <= input.Height)
        select edge == EdgeRule.Clip ? Clip(anchor, input) : anchor;

    public static double BestIoU(PixelBox box, IEnumerable<PixelBox> anchors) => anchors.Select(a => IoU(a, box)).DefaultIfEmpty(0).Max();

    /// <summary>Of equal overlaps, to 12 digits, the finest grid.</summary>
    public static (double IoU, int Grid) Best(PixelBox box, AnchorLayout layout)
    {
        (double best, int number) = (0, -1);
        for (int i = 0; i < layout.Grids.Count; i++)
        {
            double overlap = BestIoU(box, Anchors(layout.Grids[i], layout.Edge, layout.Input));
            if (overlap > best + 1e-12)
            {
                (best, number) = (overlap, i);
            }
        }

        return (best, number);
    }

    public static double IoU(PixelBox a, PixelBox b)
    {
        double width = Math.Min(a.XMax, b.XMax) - Math.Max(a.XMin, b.XMin);
        double height = Math.Min(a.YMax, b.YMax) - Math.Max(a.YMin, b.YMin);
        double shared = Math.Max(0, width) * Math.Max(0, height);
        return shared / ((a.Width * a.Height) + (b.Width * b.Height) - shared);
    }

    /// <summary>As <c>box_list_ops.clip_to_window</c> does.</summary>
    private static PixelBox Clip(PixelBox anchor, ImageSize input)
    {
        return new PixelBox(Into(anchor.XMin, input.Width), Into(anchor.YMin, input.Height), Into(anchor.XMax, input.Width), Into(anchor.YMax, input.Height));

        static double Into(double edge, int side) => Math.Max(Math.Min(edge, side), 0);
    }
}
