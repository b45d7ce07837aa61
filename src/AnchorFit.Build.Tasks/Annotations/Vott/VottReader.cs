using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Vott;

/// <summary>
/// Reads the JSON of VoTT 2: an export with all <c>assets</c>, or the file of one of them. A region counts once for each
/// of its tags, as in VoTT's own exports, by its <c>boundingBox</c> or else the box around its <c>points</c>.
/// </summary>
internal sealed class VottReader() : JsonShapeReader("VoTT", "an object with 'assets', or with 'asset' and 'regions'", BoxUnit.Pixels)
{
    private static readonly HashSet<string> Wanted = new(StringComparer.Ordinal)
    {
        "asset", "name", "size", "width", "height", "regions", "tags", "boundingBox", "left", "top", "points", "x", "y",
    };

    /// <summary>The names at the top are those of an export, or of an asset's file.</summary>
    public static bool Shows(JsonSketch sketch) =>
        !sketch.IsList && (sketch.Has("asset", "regions") || sketch.Has("assets", "tags"));

    /// <inheritdoc />
    protected override string? Walk(JsonTokenizer json, ShapeBoxes shapes)
    {
        if (json.Kind != JsonKind.Object)
        {
            return "the file is a list";
        }

        bool isExport = false;
        JsonNode? asset = null;
        JsonNode? regions = null;
        json.Enter();
        while (json.NextMember())
        {
            if (json.Name.SequenceEqual("assets"u8) && json.Kind is JsonKind.Object or JsonKind.List)
            {
                isExport = true;
                ReadAssets(json, shapes);
            }
            else if (json.Name.SequenceEqual("tags"u8))
            {
                foreach (JsonNode tag in JsonNode.Read(json, Wanted.Contains).Items)
                {
                    shapes.List(tag["name"]?.Text);
                }
            }
            else if (json.Name.SequenceEqual("asset"u8))
            {
                asset = JsonNode.Read(json, Wanted.Contains);
            }
            else if (json.Name.SequenceEqual("regions"u8))
            {
                regions = JsonNode.Read(json, Wanted.Contains);
            }
            else
            {
                json.Skip();
            }
        }

        if (asset is not null && regions is not null)
        {
            Read(asset, regions, shapes);
            return null;
        }

        return isExport ? null : "the file has neither 'assets' nor 'asset' and 'regions'";
    }

    private void ReadAssets(JsonTokenizer json, ShapeBoxes shapes)
    {
        bool isObject = json.Kind == JsonKind.Object;
        json.Enter();
        while (NextEntry(json, isObject, shapes))
        {
            JsonNode entry = JsonNode.Read(json, Wanted.Contains);
            Read(entry["asset"] ?? entry, entry["regions"], shapes);
            EndImage(shapes);
        }
    }

    private static void Read(JsonNode asset, JsonNode? regions, ShapeBoxes shapes)
    {
        shapes.BeginImage(asset["name"]?.Text, asset["size"]?["width"], asset["size"]?["height"], asset.At);
        foreach (JsonNode region in regions?.Items ?? [])
        {
            JsonNode[] tags = [.. region["tags"]?.Items ?? []];
            foreach (string? tag in tags.Length == 0 ? [null] : tags.Select(t => t.Text))
            {
                shapes.Begin(tag, region.At, "tag");
                shapes.Add(region["boundingBox"] is { Kind: JsonKind.Object } box ? Box(box, shapes) : ShapeExtent.OfPoints(Points(region, shapes)));
            }
        }
    }

    private static PixelBox Box(JsonNode box, ShapeBoxes shapes)
    {
        (double left, double top) = (shapes.Number(box, "left"), shapes.Number(box, "top"));
        return new PixelBox(left, top, left + shapes.Number(box, "width"), top + shapes.Number(box, "height"));
    }

    private static IEnumerable<(double X, double Y)> Points(JsonNode region, ShapeBoxes shapes) =>
        (region["points"]?.Items ?? []).Select(point => (shapes.Number(point, "x"), shapes.Number(point, "y")));
}
