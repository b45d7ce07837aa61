using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// What some tools write in place of a <c>bndbox</c>: <c>robndbox</c>, a box turned about its centre (roLabelImg: cx,
/// cy, w, h, angle in radians), or a <c>polygon</c> of points (RectLabel: x1, y1, x2, y2 …; LabelMe: <c>pt</c> with x and y).
/// </summary>
internal sealed class PascalVocShape(bool isTurned)
{
    private static readonly string[] OfTurned = ["cx", "cy", "w", "h", "angle"];

    private readonly List<(string Name, PascalVocLeaf Leaf)> _leaves = [];

    /// <summary>Takes a number of the shape.</summary>
    public void Add(string name, PascalVocLeaf leaf)
    {
        if (isTurned ? Array.IndexOf(OfTurned, name) >= 0 : name.Length > 0 && name[0] is 'x' or 'y' && IsNumber(name.Substring(1)))
        {
            _leaves.Add((name, leaf));
        }
    }

    /// <summary>The box around the shape.</summary>
    /// <param name="tellNotANumber">Told of each value that is none.</param>
    /// <param name="missing">What it lacks, quoted and joined; empty when it has all.</param>
    /// <returns>Null where it has no good box.</returns>
    public PixelBox? Extent(Action<string, PascalVocLeaf> tellNotANumber, out string missing)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        List<double> across = [];
        List<double> down = [];
        bool isGood = true;
        missing = string.Empty;
        foreach ((string name, PascalVocLeaf leaf) in _leaves)
        {
            if (!PixelNumber.TryParse(leaf.Text, out double value))
            {
                tellNotANumber(name, leaf);
                isGood = false;
            }

            values[name] = value;
            (name[0] == 'x' ? across : down).Add(value);
        }

        string[] lacking = isTurned ? Array.FindAll(OfTurned, name => !values.ContainsKey(name))
            : across.Count == 0 && down.Count == 0 ? ["x1", "y1"]
            : [.. _leaves.Select(leaf => Partner(leaf.Name)).Where(name => !values.ContainsKey(name)).Distinct(StringComparer.Ordinal)];
        if (!isTurned && lacking.Length == 0 && across.Count != down.Count)
        {
            lacking = [across.Count > down.Count ? "y" : "x"];
        }

        missing = string.Join(", ", Array.ConvertAll(lacking, name => $"'{name}'"));
        return !isGood || lacking.Length > 0 ? null
            : isTurned ? ShapeExtent.OfTurned(values["cx"], values["cy"], values["w"], values["h"], values["angle"])
            : ShapeExtent.OfPoints(across.Zip(down, (x, y) => (x, y)));
    }

    private static string Partner(string name) => (name[0] == 'x' ? 'y' : 'x') + name.Substring(1);

    private static bool IsNumber(string text) =>
        text.Length == 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
