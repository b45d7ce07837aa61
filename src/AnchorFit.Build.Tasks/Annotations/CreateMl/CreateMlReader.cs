using System;
using System.Collections.Generic;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.CreateMl;

/// <summary>
/// Reads the files of Apple's Create ML: a list of images, each with <c>annotations</c> that have a <c>label</c> and
/// <c>coordinates</c>: the centre, width and height in pixels. The files don't say the sizes of images.
/// </summary>
internal sealed class CreateMlReader() : JsonShapeReader("Create ML", "a list of objects with 'image' and 'annotations'", BoxUnit.Pixels)
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "image", "imagefilename", "annotations", "annotation", "label", "coordinates", "x", "y", "width", "height",
    };

    /// <summary>The names of the first image are those of Create ML.</summary>
    public static bool Shows(JsonSketch sketch) =>
        sketch.IsList && (sketch.HasInner("image") || sketch.HasInner("imagefilename"))
        && (sketch.HasInner("annotations") || sketch.HasInner("annotation")) && !sketch.HasInner("data");

    /// <inheritdoc />
    protected override string? Walk(JsonTokenizer json, ShapeBoxes shapes)
    {
        if (json.Kind != JsonKind.List)
        {
            return "the file is an object";
        }

        json.Enter();
        while (NextEntry(json, isObject: false, shapes))
        {
            JsonNode image = JsonNode.Read(json, Wanted.Contains);
            shapes.BeginImage(new AnnotatedImage(null, image.At)
            {
                Name = (image["image"] ?? image["imagefilename"])?.Text,
                SizeFault = "a file of Create ML doesn't say the sizes of its images",
            });
            foreach (JsonNode annotation in (image["annotations"] ?? image["annotation"])?.Items ?? [])
            {
                Read(annotation, shapes);
            }

            EndImage(shapes);
        }

        return null;
    }

    private static void Read(JsonNode annotation, ShapeBoxes shapes)
    {
        shapes.Begin(annotation["label"]?.Text, annotation.At, "'label'");
        JsonNode box = annotation["coordinates"] ?? annotation;
        (double x, double y) = (shapes.Number(box, "x"), shapes.Number(box, "y"));
        (double width, double height) = (shapes.Number(box, "width"), shapes.Number(box, "height"));
        shapes.Add(new PixelBox(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2)));
    }
}
