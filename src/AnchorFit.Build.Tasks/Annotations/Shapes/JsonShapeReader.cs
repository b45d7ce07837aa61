using System.IO;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Shapes;

/// <summary>What readers of shapes in JSON files have in common: the file around the walk through its images.</summary>
/// <param name="format">The tool whose format it is: "labelme".</param>
/// <param name="form">What its files are, as a clause: "an object with 'shapes' and 'imagePath'".</param>
/// <param name="unit">What the edges of its boxes count.</param>
internal abstract class JsonShapeReader(string format, string form, BoxUnit unit) : IAnnotationReader
{
    /// <summary>Images pass so between two words on progress.</summary>
    private const int Stride = 1 << 12;

    private readonly JsonTokenizer _json = new();
    private ReadingOptions _options = new();
    private int _images;
    private int _told;

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        (_options, _images, _told) = (options, 0, 0);
        var shapes = new ShapeBoxes(source.Path, unit);
        Diagnostic? error = Read(stream, shapes, source.Path);
        _json.Close();
        options.BoxesRead((error is null ? shapes.Count : 0) - _told);
        return error is null ? shapes.ToFile() : AnnotationFile.Failed(error);
    }

    /// <summary>Walks the object or list at the top, which is at hand.</summary>
    /// <returns>Why the file is none of the format, as a clause; null when it is one.</returns>
    protected abstract string? Walk(JsonTokenizer json, ShapeBoxes shapes);

    /// <summary>An image is done.</summary>
    protected void EndImage(ShapeBoxes shapes)
    {
        if (++_images % Stride == 0)
        {
            _options.Cancellation.ThrowIfCancellationRequested();
            _options.BoxesRead(shapes.Count - _told);
            _told = shapes.Count;
        }
    }

    /// <summary>The next entry of a list or, where it is one, an object at hand; what else stands there is told. False at the end.</summary>
    /// <param name="isObject">The entries are members.</param>
    protected static bool NextEntry(JsonTokenizer json, bool isObject, ShapeBoxes shapes)
    {
        while (isObject ? json.NextMember() : json.NextItem())
        {
            if (json.Kind == JsonKind.Object)
            {
                return true;
            }

            LinePosition at = json.At;
            shapes.Faults.Add(ShapeDiagnostics.NoEntry(shapes.Path, at, JsonNode.Read(json).Show()));
        }

        return false;
    }

    private Diagnostic? Read(Stream stream, ShapeBoxes shapes, string path)
    {
        if (!_json.Begin(stream, _options.Cancellation))
        {
            return Explain(_json.Fault!, path);
        }

        LinePosition root = _json.At;
        string? foreign = Walk(_json, shapes);
        return _json.Fault is not null || (foreign is null && !_json.End()) ? Explain(_json.Fault!, path)
            : foreign is not null ? ShapeDiagnostics.NotOfFormat(path, root, foreign, format, form)
            : null;
    }

    private Diagnostic Explain(JsonFault fault, string path) => fault.Kind switch
    {
        JsonFaultKind.Empty => AnnotationDiagnostics.EmptyFile(path),
        JsonFaultKind.NotUtf8 => CocoDiagnostics.NotUtf8(path, fault.At, fault.Reason),
        JsonFaultKind.NotJson => ShapeDiagnostics.NotOfFormat(path, fault.At, fault.Reason, format, form),
        _ => CocoDiagnostics.BrokenJson(path, fault.At, fault.Reason),
    };
}
