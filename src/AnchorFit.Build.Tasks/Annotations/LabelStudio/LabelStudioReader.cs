using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Shapes;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.LabelStudio;

/// <summary>
/// Reads the JSON exports of Label Studio, full and minimal: a list of tasks, whose results have shapes in percent of
/// the image. Rectangles, turned ones too, ellipses and polygons count, the last by the box around them.
/// </summary>
/// <remarks>
/// Annotations that were cancelled and predictions don't count. Where several people annotated a task, the boxes of all
/// of them do. A shape with several labels counts once for each.
/// </remarks>
internal sealed class LabelStudioReader() : JsonShapeReader(
    "Label Studio", "a list of tasks with 'annotations' and 'data', or with the shapes themselves in the minimal export", BoxUnit.Fractions)
{
    private const double Percent = 100;

    /// <summary>Of these nothing counts, and they may be long.</summary>
    private static readonly HashSet<string> Unwanted = new(StringComparer.Ordinal) { "predictions", "prediction", "drafts", "rle" };

    private static readonly JsonNode?[] Unlabelled = [null];

    /// <summary>The names of the first task are those of Label Studio.</summary>
    public static bool Shows(JsonSketch sketch) =>
        sketch.IsList && ((sketch.HasInner("data") && (sketch.HasInner("annotations") || sketch.HasInner("completions")))
            || (sketch.HasInner("annotation_id") && sketch.HasInner("annotator")));

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
            Read(json, shapes);
            EndImage(shapes);
        }

        return null;
    }

    private static void Read(JsonTokenizer json, ShapeBoxes shapes)
    {
        JsonNode task = JsonNode.Read(json, name => !Unwanted.Contains(name));
        JsonNode[] results = [.. Results(task)];
        JsonNode? sized = Array.Find(results, result => result["original_width"] is not null);
        shapes.BeginImage(NameOf(task), sized?["original_width"], sized?["original_height"], task.At);
        foreach (JsonNode result in results)
        {
            Read(result, results, shapes);
        }
    }

    /// <summary>The results of a full export; in a minimal one the entries of what is called as the tag of the labelling interface.</summary>
    private static IEnumerable<JsonNode> Results(JsonNode task) => (task["annotations"] ?? task["completions"]) is { } annotations
        ? annotations.Items.Where(a => a["was_cancelled"] is not { Kind: JsonKind.True }).SelectMany(a => a["result"]?.Items ?? [])
        : task.Items.Where(list => list.Kind == JsonKind.List).SelectMany(list => list.Items).Where(entry => entry["original_width"] is not null);

    /// <summary>The image of a task, which its interface may call otherwise: the text that looks like a file.</summary>
    private static string? NameOf(JsonNode task)
    {
        JsonNode data = task["data"] ?? task;
        string? image = data["image"]?.Text ?? data.Items.Select(item => item.Text).FirstOrDefault(text => text?.IndexOf('.') > 0 && PathText.LastName(text) != text);
        return image is null ? null : Uri.UnescapeDataString(PathText.LastName(image.Split('?')[0]));
    }

    private static void Read(JsonNode result, JsonNode[] all, ShapeBoxes shapes)
    {
        JsonNode value = result["value"] ?? result;
        string kind = result["type"]?.Text ?? value.Members.Select(m => m.Name).FirstOrDefault(n => n.EndsWith("labels", StringComparison.Ordinal)) ?? string.Empty;
        bool isShape = value["x"] is not null || value["points"] is not null || value["format"]?.Text == "rle";
        bool hasOtherLabels = kind is "rectangle" or "polygon" or "ellipse";
        if (!isShape || (kind == "labels" && result["id"]?.Text is { } id && Array.Exists(all, o => o["id"]?.Text == id && o["type"]?.Text is "rectangle" or "polygon" or "ellipse")))
        {
            return;
        }

        JsonNode? labels = value[kind] ?? (hasOtherLabels ? LabelsBeside(result, all) : null);
        foreach (JsonNode? label in labels?.Count > 0 ? [.. labels.Items] : Unlabelled)
        {
            shapes.Begin(label?.Text, result.At, "label");
            Add(result, value, kind, shapes);
        }
    }

    /// <summary>A region that was drawn without labels got them in a result of its own, with the same id.</summary>
    private static JsonNode? LabelsBeside(JsonNode result, JsonNode[] all) =>
        Array.Find(all, other => other["type"]?.Text == "labels" && other["id"]?.Text is { } id && id == result["id"]?.Text)?["value"]?["labels"];

    private static void Add(JsonNode result, JsonNode value, string kind, ShapeBoxes shapes)
    {
        // Turns are turns in pixels: fractions of a picture that isn't square are no lengths.
        (double width, double height) = shapes.ImageSize is { } size ? (size.Width, size.Height) : (1.0, 1.0);
        double angle = shapes.NumberOrZero(value, "rotation") * Math.PI / 180;
        if (angle != 0 && shapes.ImageSize is null)
        {
            shapes.Number(result, "original_width");
        }

        double Across(string name) => shapes.Number(value, name) / Percent * width;
        double Down(string name) => shapes.Number(value, name) / Percent * height;
        switch (kind)
        {
            case "rectanglelabels" or "rectangle" or "labels":
                shapes.Add(Fractions(ShapeExtent.OfTurnedAtCorner(Across("x"), Down("y"), Across("width"), Down("height"), angle)));
                break;
            case "ellipselabels" or "ellipse":
                shapes.Add(Fractions(ShapeExtent.OfEllipse(Across("x"), Down("y"), Across("radiusX"), Down("radiusY"), angle)));
                break;
            case "polygonlabels" or "polygon":
                PixelBox box = ShapeExtent.OfPoints(shapes.Points(value["points"]));
                shapes.Add(new PixelBox(box.XMin / Percent, box.YMin / Percent, box.XMax / Percent, box.YMax / Percent));
                break;
            default:
                shapes.Refuse(kind);
                break;
        }

        PixelBox Fractions(PixelBox box) => new(box.XMin / width, box.YMin / height, box.XMax / width, box.YMax / height);
    }
}
