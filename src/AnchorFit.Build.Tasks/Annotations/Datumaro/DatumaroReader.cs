using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Datumaro;

/// <summary>
/// Reads Datumaro's own JSON: <c>categories</c> with the labels, and <c>items</c>, each an image with annotations.
/// Boxes count as they are, polygons and polylines by the box around their points; labels, captions and attributes of
/// whole images are no objects.
/// </summary>
internal sealed class DatumaroReader() : JsonShapeReader("Datumaro", "an object with 'categories' and 'items'", BoxUnit.Pixels)
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "label", "labels", "name", "id", "image", "path", "size", "annotations", "type", "label_id", "bbox", "points", "attributes", "is_crowd",
    };

    private readonly List<JsonNode> _waiting = [];
    private List<string?>? _labels;

    /// <summary>The names at the top are those of Datumaro.</summary>
    public static bool Shows(JsonSketch sketch) => !sketch.IsList && sketch.Has("items", "categories");

    /// <inheritdoc />
    protected override string? Walk(JsonTokenizer json, ShapeBoxes shapes)
    {
        if (json.Kind != JsonKind.Object)
        {
            return "the file is a list";
        }

        bool hasItems = false;
        _labels = null;
        _waiting.Clear();
        json.Enter();
        while (json.NextMember())
        {
            if (json.Name.SequenceEqual("categories"u8))
            {
                ReadLabels(json, shapes);
            }
            else if (json.Name.SequenceEqual("items"u8) && json.Kind == JsonKind.List)
            {
                hasItems = true;
                ReadItems(json, shapes);
            }
            else
            {
                json.Skip();
            }
        }

        _waiting.ForEach(item => Read(item, shapes));
        return hasItems ? null : "the file has no list 'items'";
    }

    private void ReadLabels(JsonTokenizer json, ShapeBoxes shapes)
    {
        _labels = [.. (JsonNode.Read(json, Wanted.Contains)["label"]?["labels"]?.Items ?? []).Select(label => label["name"]?.Text)];
        for (int i = 0; i < _labels.Count; i++)
        {
            shapes.List(_labels[i], i + 1);
        }
    }

    private void ReadItems(JsonTokenizer json, ShapeBoxes shapes)
    {
        json.Enter();
        while (NextEntry(json, isObject: false, shapes))
        {
            JsonNode item = JsonNode.Read(json, Wanted.Contains);
            if (_labels is null)
            {
                _waiting.Add(item);
            }
            else
            {
                Read(item, shapes);
            }

            EndImage(shapes);
        }
    }

    private void Read(JsonNode item, ShapeBoxes shapes)
    {
        // Height comes first.
        JsonNode[] size = [.. item["image"]?["size"]?.Items ?? []];
        string? name = item["image"]?["path"]?.Text is { Length: > 0 } path ? path : item["id"]?.Text;
        shapes.BeginImage(name, size.ElementAtOrDefault(1), size.ElementAtOrDefault(0), item.At);
        foreach (JsonNode annotation in item["annotations"]?.Items ?? [])
        {
            string kind = annotation["type"]?.Text ?? string.Empty;
            if (kind is not ("label" or "caption"))
            {
                Read(annotation, kind, shapes);
            }
        }
    }

    private void Read(JsonNode annotation, string kind, ShapeBoxes shapes)
    {
        double id = annotation["label_id"]?.Number ?? double.NaN;
        string? label = id >= 0 && id < (_labels?.Count ?? 0) ? _labels![(int)id] : null;
        bool isCrowd = annotation["attributes"]?["is_crowd"] is { Kind: JsonKind.True };
        shapes.Begin(label, annotation.At, "'label_id'", isCrowd ? BoxFlags.Crowd : BoxFlags.None);
        if (kind is not ("bbox" or "polygon" or "polyline"))
        {
            shapes.Refuse(kind);
            return;
        }

        double[] numbers = [.. (annotation[kind == "bbox" ? "bbox" : "points"]?.Items ?? []).Select((n, i) => shapes.Value(n, $"number {i + 1}"))];
        shapes.Add(kind != "bbox" ? ShapeExtent.OfPoints(Enumerable.Range(0, numbers.Length / 2).Select(i => (numbers[2 * i], numbers[(2 * i) + 1])))
            : numbers.Length == 4 ? new PixelBox(numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3])
            : ShapeExtent.OfPoints([]));
    }
}
