using System;
using System.IO;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// Reads COCO files: one JSON object with the lists <c>images</c>, <c>annotations</c> and <c>categories</c>, in any
/// order, read once from beginning to end in memory that grows with boxes, images and categories only.
/// </summary>
/// <remarks>
/// As the API's create_coco_tf_record.py: crowds are kept (and flagged), boxes without extent and boxes past the right
/// or lower edge of their image are left out, and so are annotations of images that the file hasn't got. Of a member
/// that stands twice in an image or category the last counts, as in Python's json. What no member here needs, a
/// polygon say, is passed by its brackets and texts without a look at its numbers.
/// </remarks>
internal sealed class CocoReader : IAnnotationReader
{
    private readonly JsonTokenizer _json = new();

    /// <summary>The file may be COCO: it is JSON, which no other format of annotations here is.</summary>
    /// <param name="firstBytes">Up to 4 KiB.</param>
    public static bool LooksCoco(ReadOnlySpan<byte> firstBytes, string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || JsonStart.IsLikely(firstBytes);

    /// <summary>The names at the top are those of COCO.</summary>
    public static bool Shows(JsonSketch sketch) => !sketch.IsList && (sketch.Has("images") || sketch.Has("annotations"));

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        CocoFaults faults = new(source.Path);
        CocoImages images = new(faults);
        CocoCategories categories = new(faults);
        CocoAnnotations annotations = new(images, categories, faults, options);
        Diagnostic? error = ReadText(stream, images, categories, annotations, source.Path, options);
        _json.Close();
        AnnotationFile file = error is null
            ? new CocoFile(images, categories, annotations, faults).Assemble()
            : AnnotationFile.Failed(error);
        if (file.Boxes.Count != annotations.Told)
        {
            options.BoxesRead(file.Boxes.Count - annotations.Told);
        }

        return file;
    }

    /// <summary>Fills the lists. The answer is why the file as a whole is none, or null.</summary>
    private Diagnostic? ReadText(
        Stream stream, CocoImages images, CocoCategories categories, CocoAnnotations annotations, string path, ReadingOptions options)
    {
        CocoOutline outline = new(path);
        if (!_json.Begin(stream, options.Cancellation))
        {
            return Explain(_json.Fault!, path);
        }

        LinePosition root = _json.At;
        if (_json.Kind == JsonKind.List)
        {
            Diagnostic notCoco = outline.JudgeList(_json);
            return _json.Fault is null ? notCoco : Explain(_json.Fault, path);
        }

        _json.Enter();
        while (_json.NextMember())
        {
            switch (outline.Meet(_json))
            {
                case CocoList.Images:
                    images.Read(_json);
                    break;
                case CocoList.Annotations:
                    annotations.Read(_json);
                    break;
                case CocoList.Categories:
                    categories.Read(_json);
                    break;
                default:
                    break;
            }
        }

        return _json.End() ? outline.Judge(root, annotations) : Explain(_json.Fault!, path);
    }

    private static Diagnostic Explain(JsonFault fault, string path) => fault.Kind switch
    {
        JsonFaultKind.Empty => AnnotationDiagnostics.EmptyFile(path),
        JsonFaultKind.NotUtf8 => CocoDiagnostics.NotUtf8(path, fault.At, fault.Reason),
        JsonFaultKind.NotJson => CocoDiagnostics.NotCoco(path, fault.At, fault.Reason),
        _ => CocoDiagnostics.BrokenJson(path, fault.At, fault.Reason),
    };
}
