using System.Collections.Generic;
using AnchorFit.Geometry;

namespace AnchorFit.Anchors;

/// <summary>The anchors of one feature map: the same shapes around every point of a grid, in pixels of the network's input.</summary>
/// <param name="Rows">Points from top to bottom; above zero.</param>
/// <param name="Columns">Points from left to right; above zero.</param>
/// <param name="RowStridePx">Distance of two rows; above zero.</param>
/// <param name="ColumnStridePx">Distance of two columns; above zero.</param>
/// <param name="FirstRowPx">The y of the first row's points.</param>
/// <param name="FirstColumnPx">The x of the first column's points.</param>
/// <param name="Shapes">The anchors around each point, in the order of the predictor's channels.</param>
internal sealed record AnchorGrid(
    int Rows,
    int Columns,
    double RowStridePx,
    double ColumnStridePx,
    double FirstRowPx,
    double FirstColumnPx,
    IReadOnlyList<BoxSize> Shapes)
{
    /// <summary>How many anchors there are.</summary>
    public long Count => (long)Rows * Columns * Shapes.Count;
}
