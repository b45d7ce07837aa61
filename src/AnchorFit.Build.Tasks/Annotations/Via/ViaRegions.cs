using System;
using System.Linq;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Via;

/// <summary>Reads the regions of the VGG Image Annotator: a shape in pixels, and attributes of which one is the class.</summary>
internal static class ViaRegions
{
    private static readonly string[] ClassNames = ["class", "label", "name", "category", "type"];

    /// <summary>Reads one region.</summary>
    /// <param name="shape">Its <c>shape_attributes</c>.</param>
    /// <param name="attributes">Its <c>region_attributes</c>.</param>
    /// <param name="at">Where the region stands.</param>
    public static void Read(JsonNode? shape, JsonNode? attributes, LinePosition at, ShapeBoxes shapes)
    {
        if (FindClass(attributes) is { } attribute)
        {
            shapes.Begin(TextOf(attribute.Value), at, DisplayText.Quote(attribute.Name));
        }
        else
        {
            shapes.BeginShape(null, at);
            string names = string.Join(", ", (attributes?.Members ?? []).Select(m => DisplayText.Quote(m.Name)));
            shapes.Faults.Add(names.Length == 0
                ? ShapeDiagnostics.NoName(shapes.Path, shapes.Place ?? at, string.Empty, "region attribute")
                : ShapeDiagnostics.UnclearClass(shapes.Path, shapes.Place ?? at, names));
        }

        AddShape(shape, shapes);
    }

    /// <summary>Reads what a project says of attributes: the options of the one that is the class are a list of classes.</summary>
    public static void ReadAttributes(JsonNode attributes, ShapeBoxes shapes)
    {
        foreach ((string name, _) in FindClass(attributes["region"])?.Value["options"]?.Members ?? [])
        {
            shapes.List(name);
        }
    }

    /// <summary>The first of the attributes <c>class</c>, <c>label</c>, <c>name</c>, <c>category</c>, <c>type</c>; else the only one.</summary>
    private static (string Name, JsonNode Value)? FindClass(JsonNode? attributes)
    {
        (string Name, JsonNode Value)[] all = [.. attributes?.Members ?? []];
        foreach (string name in ClassNames)
        {
            int index = Array.FindIndex(all, a => string.Equals(a.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                return all[index];
            }
        }

        return all.Length == 1 ? all[0] : null;
    }

    /// <summary>A text or number as it stands; of checkboxes the first that is ticked.</summary>
    private static string? TextOf(JsonNode value) => value.Kind switch
    {
        JsonKind.Text => value.Text,
        JsonKind.Number => value.Show(),
        JsonKind.Object => value.Members.Where(m => m.Value.Kind == JsonKind.True).Select(m => m.Name).FirstOrDefault(),
        _ => null,
    };

    private static void AddShape(JsonNode? shape, ShapeBoxes shapes)
    {
        double Number(string name) => shapes.Number(shape, name);
        switch (shape?["name"]?.Text)
        {
            case "rect":
                (double x, double y) = (Number("x"), Number("y"));
                shapes.Add(new PixelBox(x, y, x + Number("width"), y + Number("height")));
                break;
            case "circle":
                double radius = Number("r");
                shapes.Add(ShapeExtent.OfEllipse(Number("cx"), Number("cy"), radius, radius));
                break;
            case "ellipse":
                shapes.Add(ShapeExtent.OfEllipse(Number("cx"), Number("cy"), Number("rx"), Number("ry"), shapes.NumberOrZero(shape, "theta")));
                break;
            case "polygon" or "polyline":
                JsonNode[] across = [.. shape["all_points_x"]?.Items ?? []];
                JsonNode[] down = [.. shape["all_points_y"]?.Items ?? []];
                shapes.Add(ShapeExtent.OfPoints(across.Zip(down, (a, b) => (shapes.Value(a, "x"), shapes.Value(b, "y")))));
                break;
            case { } kind:
                shapes.Refuse(kind);
                break;
            default:
                Number("name");
                break;
        }
    }
}
