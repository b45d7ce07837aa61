using System;
using System.Collections.Generic;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.LabelMe;

/// <summary>
/// Reads the files of labelme (and of tools that write its format, such as AnyLabeling): one an image, an object with
/// <c>shapes</c>, each with a <c>label</c>, a <c>shape_type</c> and <c>points</c> in pixels.
/// </summary>
/// <remarks>
/// Rectangles, turned ones, polygons, lines and strips of lines count by the box around their points, circles (a centre
/// and a point on the circle) by theirs, masks by their rectangle. Points are no boxes.
/// </remarks>
internal sealed class LabelMeReader() : JsonShapeReader("labelme", "an object with 'shapes' and 'imagePath'", BoxUnit.Pixels)
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "shapes", "label", "points", "shape_type", "imagePath", "imageWidth", "imageHeight", "difficult",
    };

    /// <summary>The names at the top are those of labelme.</summary>
    public static bool Shows(JsonSketch sketch) => !sketch.IsList && sketch.Has("shapes");

    /// <inheritdoc />
    protected override string? Walk(JsonTokenizer json, ShapeBoxes shapes)
    {
        // The picture itself may be in the file, as a text of any length.
        JsonNode file = JsonNode.Read(json, Wanted.Contains);
        if (file["shapes"] is not { Kind: JsonKind.List } list)
        {
            return file.Kind == JsonKind.Object ? "the file has no list 'shapes'" : "the file is a list";
        }

        shapes.BeginImage(file["imagePath"]?.Text is { } name ? PathText.LastName(name) : null, file["imageWidth"], file["imageHeight"], file.At);
        foreach (JsonNode shape in list.Items)
        {
            Read(shape, shapes);
        }

        return null;
    }

    private static void Read(JsonNode shape, ShapeBoxes shapes)
    {
        BoxFlags flags = shape["difficult"] is { Kind: JsonKind.True } ? BoxFlags.Difficult : BoxFlags.None;
        shapes.Begin(shape["label"]?.Text, shape.At, "'label'", flags);
        string kind = shape["shape_type"]?.Text ?? "polygon";
        if (kind is "point" or "points")
        {
            shapes.Refuse(kind);
            return;
        }

        (double X, double Y)[] points = [.. shapes.Points(shape["points"])];
        shapes.Add(kind == "circle" && points.Length == 2 ? Circle(points[0], points[1]) : ShapeExtent.OfPoints(points));
    }

    private static PixelBox Circle((double X, double Y) centre, (double X, double Y) edge)
    {
        (double x, double y) = (edge.X - centre.X, edge.Y - centre.Y);
        double radius = Math.Sqrt((x * x) + (y * y));
        return ShapeExtent.OfEllipse(centre.X, centre.Y, radius, radius);
    }
}
