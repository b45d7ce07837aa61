using System;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;

namespace AnchorFit.Annotations.Via;

/// <summary>Walks a project of the VGG Image Annotator, or an export of its annotations: an object with an entry an image.</summary>
internal sealed class ViaJson() : JsonShapeReader("the VGG Image Annotator", "an object with an entry of 'filename' and 'regions' an image", BoxUnit.Pixels)
{
    /// <summary>The names are those of a project or of an export.</summary>
    public static bool Shows(JsonSketch sketch) => !sketch.IsList
        && (sketch.Has("_via_img_metadata") || sketch.Has("_via_settings") || (sketch.HasInner("regions") && sketch.HasInner("filename")));

    /// <inheritdoc />
    protected override string? Walk(JsonTokenizer json, ShapeBoxes shapes)
    {
        if (json.Kind != JsonKind.Object)
        {
            return "the file is a list";
        }

        bool isVia = false;
        json.Enter();
        while (json.NextMember())
        {
            if (json.Name.SequenceEqual("_via_img_metadata"u8) && json.Kind == JsonKind.Object)
            {
                isVia = true;
                ReadImages(json, shapes);
            }
            else if (json.Name.SequenceEqual("_via_attributes"u8) && json.Kind == JsonKind.Object)
            {
                ViaRegions.ReadAttributes(JsonNode.Read(json), shapes);
            }
            else if (json.Kind == JsonKind.Object && !json.Name.StartsWith("_via"u8))
            {
                isVia |= ReadImage(json, shapes);
            }
            else
            {
                json.Skip();
            }
        }

        return isVia ? null : "the file has no image with 'filename' and 'regions'";
    }

    private void ReadImages(JsonTokenizer json, ShapeBoxes shapes)
    {
        json.Enter();
        while (NextEntry(json, isObject: true, shapes))
        {
            ReadImage(json, shapes);
        }
    }

    /// <returns>Whether the entry is an image.</returns>
    private bool ReadImage(JsonTokenizer json, ShapeBoxes shapes)
    {
        JsonNode image = JsonNode.Read(json, name => name is not ("file_attributes" or "base64_img_data"));
        if (image["filename"]?.Text is not { } name || image["regions"] is not { } regions)
        {
            return false;
        }

        shapes.BeginImage(ViaReader.Image(name, image.At));

        // Version 1 has an object of regions by number.
        foreach (JsonNode region in regions.Items)
        {
            ViaRegions.Read(region["shape_attributes"], region["region_attributes"], region.At, shapes);
        }

        EndImage(shapes);
        return true;
    }
}
