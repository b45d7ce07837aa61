using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Geometry;
using AnchorFit.Reporting.Html;
using AnchorFit.Text;

namespace AnchorFit.Reporting.Charts;

/// <summary>
/// Boxes by width and height, with a line for each fitted ratio and the anchors that are drawn. Both axes are
/// logarithmic, as sizes and overlaps go by factors: boxes of one ratio lie on a line that rises by one for one.
/// </summary>
internal sealed class ShapePicture
{
    private const double Left = 44;
    private const double Top = 48;
    private const double Side = 316;
    private const double Height = Top + Side + 36;
    private const double LabelWidth = 28;
    private const double LabelHeight = 13;
    private const int Levels = 4;
    private const int MostCells = 64;

    private readonly ShapeDensity _shapes;
    private readonly IReadOnlyList<float> _ratios;
    private readonly IReadOnlyList<BoxSize> _anchors;
    private readonly IReadOnlyList<BoxSize> _before;
    private readonly Plot _plot;

    private ShapePicture(ShapeDensity shapes, IReadOnlyList<float> ratios, IReadOnlyList<BoxSize> anchors, IReadOnlyList<BoxSize> before)
    {
        _shapes = shapes;
        _ratios = ratios;
        _anchors = anchors;
        _before = before;
        double lowest = LogBins.LowerEdge(shapes.First);
        double highest = LogBins.LowerEdge(shapes.Last + 1);
        foreach (BoxSize anchor in anchors.Concat(before))
        {
            lowest = Math.Min(lowest, Math.Min(anchor.Width, anchor.Height) / 1.05);
            highest = Math.Max(highest, Math.Max(anchor.Width, anchor.Height) * 1.05);
        }

        var axis = new Axis(lowest, Math.Max(highest, 4 * lowest), IsLogarithmic: true, PixelTicks(lowest, Math.Max(highest, 4 * lowest)));
        _plot = new Plot(Left, Top, Side, Side, axis, axis);
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="shapes">The boxes.</param>
    /// <param name="ratios">The fitted ratios, ascending.</param>
    /// <param name="anchors">The anchors at one location of every layer, in the pixels of the boxes; none where they aren't known.</param>
    /// <param name="before">The same of the base config.</param>
    public static void Write(HtmlText page, ShapeDensity shapes, IReadOnlyList<float> ratios, IReadOnlyList<BoxSize> anchors, IReadOnlyList<BoxSize> before) =>
        new ShapePicture(shapes, ratios, anchors, before).Write(page);

    private void Write(HtmlText page)
    {
        string range = $"{FixedText.AtMost(LogBins.LowerEdge(_shapes.First), 0)} to {FixedText.AtMost(LogBins.LowerEdge(_shapes.Last + 1), 0)} pixels";
        SvgPicture picture = SvgPicture.Begin(
            page, "shapes", Height, "Boxes by width and height",
            $"Sides from {range}; lines for the aspect ratios {string.Join(", ", _ratios.Select(ratio => FixedText.Of(ratio, 2)))}.");
        _plot.DrawAxes(picture, "width in pixels", string.Empty);
        picture.Text(0, Top - 32, "height in pixels", "name start");
        if (_shapes.Boxes.Count > 0)
        {
            DrawRays(picture);
            DrawBoxes(picture);
        }
        else
        {
            DrawCells(picture);
            DrawRays(picture);
        }

        DrawAnchors(picture);
        string marks = _shapes.Boxes.Count > 0 ? "Each dot is a box" : "The stronger a cell, the more boxes it holds";
        string drawn = _anchors.Count > 0 ? " Diamonds are the anchors that the fitted config draws, crosses those of the base config: boxes far from every diamond overlap badly." : string.Empty;
        picture.End($"{marks}, in the colour of the fitted ratio (the line with its number) that is nearest to its shape.{drawn}");
    }

    private void DrawBoxes(SvgPicture picture)
    {
        var paths = new SvgPath[_ratios.Count];
        foreach (BoxSize box in _shapes.Boxes)
        {
            (paths[Nearest(box.AspectRatio)] ??= new SvgPath()).Dot(_plot.XOf(box.Width), _plot.YOf(box.Height));
        }

        for (int i = 0; i < paths.Length; i++)
        {
            if (paths[i] is { } path)
            {
                picture.Path(path, "dots " + Series(i));
            }
        }
    }

    // Cells of four levels; neighbouring bins are joined where there would be too many.
    private void DrawCells(SvgPicture picture)
    {
        int join = 1;
        while (_shapes.Count / join >= MostCells)
        {
            join *= 2;
        }

        int count = (_shapes.Count + join - 1) / join;
        double[] weights = new double[count * count];
        for (int i = 0; i < _shapes.Weights.Length; i++)
        {
            weights[(i / _shapes.Count / join * count) + (i % _shapes.Count / join)] += _shapes.Weights[i];
        }

        double most = weights.Max();
        var paths = new SvgPath[_ratios.Count * Levels];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                (double width, double height) = (Edge(i / count, join), Edge(i % count, join));
                (double right, double top) = (Edge((i / count) + 1, join), Edge((i % count) + 1, join));
                int path = (Nearest(width / height) * Levels) + LevelOf(weights[i] / most);
                (double x, double y) = (_plot.XOf(width), _plot.YOf(top));
                (paths[path] ??= new SvgPath()).Rectangle(x, y, _plot.XOf(right) - x, _plot.YOf(height) - y);
            }
        }

        for (int i = 0; i < paths.Length; i++)
        {
            if (paths[i] is { } path)
            {
                picture.Path(path, FormattableString.Invariant($"cell level{(i % Levels) + 1} {Series(i / Levels)}"));
            }
        }
    }

    private double Edge(int cell, int join) => LogBins.LowerEdge(Math.Min(_shapes.First + (cell * join), _shapes.Last + 1));

    private static int LevelOf(double partOfMost) => partOfMost >= 0.25 ? 3 : partOfMost >= 0.0625 ? 2 : partOfMost >= 0.015625 ? 1 : 0;

    // The lines leave the square at its top or, from 1 on, at its right edge; their numbers stand there, in
    // two rows at the top, as far as there is room.
    private void DrawRays(SvgPicture picture)
    {
        (double low, double high) = (_plot.X.Lowest, _plot.X.Highest);
        double[] lastTop = [double.NegativeInfinity, double.NegativeInfinity];
        double lastRight = double.NegativeInfinity;
        for (int i = 0; i < _ratios.Count; i++)
        {
            double ratio = _ratios[i];
            if (ratio * high <= low || ratio * low >= high)
            {
                continue;
            }

            (double x1, double y1) = ratio < 1 ? (low, low / ratio) : (low * ratio, low);
            (double x2, double y2) = ratio < 1 ? (high * ratio, high) : (high, high / ratio);
            picture.HaloLine(_plot.XOf(x1), _plot.YOf(y1), _plot.XOf(x2), _plot.YOf(y2), "ray " + Series(i));
            (double x, double y) = (_plot.XOf(x2), _plot.YOf(y2));
            if (ratio < 1 && Array.FindIndex(lastTop, last => x - last >= LabelWidth) is var row and >= 0)
            {
                lastTop[row] = x;
                picture.Text(x, Top - 5 - (row * LabelHeight), FixedText.Of(ratio, 2), "label " + Series(i));
            }
            else if (ratio >= 1 && y - lastRight >= LabelHeight)
            {
                lastRight = y;
                picture.Text(x + 4, y + 4, FixedText.Of(ratio, 2), "label start " + Series(i));
            }
        }
    }

    private void DrawAnchors(SvgPicture picture)
    {
        var crosses = new SvgPath();
        foreach (BoxSize anchor in _before.Distinct())
        {
            (double x, double y) = (_plot.XOf(anchor.Width), _plot.YOf(anchor.Height));
            crosses.MoveTo(x - 3, y - 3).LineTo(x + 3, y + 3).MoveTo(x - 3, y + 3).LineTo(x + 3, y - 3);
        }

        picture.Path(crosses, "crosses");
        var path = new SvgPath();
        foreach (BoxSize anchor in _anchors.Distinct())
        {
            (double x, double y) = (_plot.XOf(anchor.Width), _plot.YOf(anchor.Height));
            path.MoveTo(x - 4, y).LineTo(x, y - 4).LineTo(x + 4, y).LineTo(x, y + 4).Close();
        }

        picture.Path(path, "diamonds");
    }

    /// <summary>The ratio whose anchor of unit area overlaps best; of two alike the smaller.</summary>
    private int Nearest(double ratio)
    {
        int nearest = 0;
        while (nearest + 1 < _ratios.Count && ratio * ratio > (double)_ratios[nearest] * _ratios[nearest + 1])
        {
            nearest++;
        }

        return nearest;
    }

    private static string Series(int index) => FormattableString.Invariant($"s{(index % 8) + 1}");

    private static Tick[] PixelTicks(double lowest, double highest)
    {
        // 1, 2, 5, 10 … while there is room for them, else powers of ten.
        double[] steps = highest / lowest > 2000 ? [1] : [1, 2, 5];
        List<Tick> ticks = [];
        for (double power = 0.1; power < highest; power *= 10)
        {
            ticks.AddRange(steps.Select(step => step * power).Where(value => value >= lowest && value <= highest)
                .Select(value => new Tick(value, FixedText.AtMost(value, 1))));
        }

        return [.. ticks];
    }
}
