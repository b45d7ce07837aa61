using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// The list <c>annotations</c> of a COCO file. The boxes refer to images and categories by slot, since either list may
/// come later.
/// </summary>
internal sealed class CocoAnnotations(CocoImages images, CocoCategories categories, CocoFaults faults, ReadingOptions options)
{
    /// <summary>So many annotations pass between two looks at the cancellation.</summary>
    private const int Stride = 1 << 16;

    private readonly NumberSet _ids = new();
    private readonly CocoBox _box = new(faults.Path);
    private int _image;
    private int _category;
    private BoxFlags _flags;
    private CocoMembers _seen;
    private CocoMembers _seenInAny;
    private (string Name, LinePosition At)? _repeated;
    private LinePosition _imageAt;
    private LinePosition _categoryAt;

    /// <summary>The boxes that are right in themselves, with slots for image and class.</summary>
    public List<GroundTruthBox> Boxes { get; } = [];

    /// <summary>The column of each box.</summary>
    public List<int> Columns { get; } = [];

    /// <summary>How many annotations there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many boxes <see cref="ReadingOptions.BoxesRead"/> was told of.</summary>
    public int Told { get; private set; }

    /// <summary>At least one annotation has the member.</summary>
    public bool Have(CocoMembers member) => (_seenInAny & member) != CocoMembers.None;

    /// <summary>Reads the list at hand.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public void Read(JsonTokenizer json)
    {
        json.Enter();
        while (json.NextItem())
        {
            Count++;
            LinePosition at = json.At;
            if (json.Kind == JsonKind.Object)
            {
                ReadAnnotation(json, at);
            }
            else
            {
                NotAnObject(at, CocoValue.Show(json));
            }

            if (Count % Stride == 0)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                options.BoxesRead(Boxes.Count - Told);
                Told = Boxes.Count;
            }
        }
    }

    [MethodImpl(JsonBytes.Hot)]
    private void ReadAnnotation(JsonTokenizer json, LinePosition at)
    {
        _image = _category = -1;
        _flags = BoxFlags.None;
        _seen = CocoMembers.None;
        _repeated = null;
        json.Enter();
        while (json.NextMember())
        {
            ReadMember(json);
        }

        if (json.Fault is null)
        {
            _seenInAny |= _seen;
            Judge(at);
        }
    }

    [MethodImpl(JsonBytes.Hot)]
    private void ReadMember(JsonTokenizer json)
    {
        ReadOnlySpan<byte> name = json.Name;
        if (name.SequenceEqual("bbox"u8))
        {
            if (IsFirst(CocoMembers.Box, "bbox", json))
            {
                _box.Read(json);
            }
        }
        else if (name.SequenceEqual("image_id"u8))
        {
            if (IsFirst(CocoMembers.Image, "image_id", json))
            {
                _imageAt = json.At;
                _image = images.Ids.Read(json);
            }
        }
        else if (name.SequenceEqual("category_id"u8))
        {
            if (IsFirst(CocoMembers.Category, "category_id", json))
            {
                _categoryAt = json.At;
                _category = categories.Ids.Read(json);
            }
        }
        else if (name.SequenceEqual("id"u8) && json.Kind == JsonKind.Number)
        {
            LinePosition at = json.At;
            if (json.Read() && JsonNumber.TryReadWhole(json.Bytes, out long id) && !_ids.Add(id))
            {
                RepeatedId(at, json);
            }
        }
        else if (name.SequenceEqual("iscrowd"u8))
        {
            _flags = CocoValue.ReadFlag(json) ? BoxFlags.Crowd : BoxFlags.None;
        }
        else
        {
            _seen |= name.SequenceEqual("caption"u8) ? CocoMembers.Caption
                : name.SequenceEqual("segments_info"u8) ? CocoMembers.Segments
                : CocoMembers.None;
            json.Skip();
        }
    }

    /// <summary>The member stands once so far. A second one is passed and makes the box unusable.</summary>
    [MethodImpl(JsonBytes.Hot)]
    private bool IsFirst(CocoMembers member, string name, JsonTokenizer json)
    {
        if ((_seen & member) == CocoMembers.None)
        {
            _seen |= member;
            return true;
        }

        _repeated ??= (name, json.At);
        json.Skip();
        return false;
    }

    [MethodImpl(JsonBytes.Hot)]
    private void Judge(LinePosition at)
    {
        if (_category >= 0)
        {
            categories.Ids.Refer(_category, _categoryAt);
        }
        else
        {
            NoCategory((_seen & CocoMembers.Category) != CocoMembers.None ? _categoryAt : at);
        }

        if (_image >= 0)
        {
            images.Ids.Refer(_image, _imageAt);
        }
        else
        {
            NoImage((_seen & CocoMembers.Image) != CocoMembers.None ? _imageAt : at);
        }

        if (_repeated is { } repeated)
        {
            Repeated(repeated.Name, repeated.At);
        }
        else if ((_seen & CocoMembers.Box) == CocoMembers.None)
        {
            NoBox(at);
        }
        else if (_box.Fault is { } fault)
        {
            faults.Add(fault, _image, _category, _box.Tell!);
        }
        else if (_image >= 0)
        {
            Boxes.Add(new GroundTruthBox(_box.Edges, _category, _flags, _box.At.Line, _image));
            Columns.Add(_box.At.Column);
        }
    }

    private void RepeatedId(LinePosition at, JsonTokenizer json)
    {
        if (faults.Log.Tells(CocoDiagnostics.IdRepeated))
        {
            faults.Log.Add(CocoDiagnostics.RepeatedId(faults.Path, at, json.Text, "annotations", "the boxes of all of them are used"));
        }
        else
        {
            faults.Log.Count(CocoDiagnostics.IdRepeated);
        }
    }

    private void NotAnObject(LinePosition at, string found) =>
        faults.Add(CocoDiagnostics.AnnotationNotAnObject, -1, -1, _ => CocoDiagnostics.NotAnObject(faults.Path, at, found));

    private void NoCategory(LinePosition at) =>
        faults.Add(AnnotationDiagnostics.NameMissing, _image, -1, of => CocoDiagnostics.NoCategory(faults.Path, at, of));

    private void NoImage(LinePosition at) =>
        faults.Add(CocoDiagnostics.ImageUnknown, -1, _category, of => CocoDiagnostics.NoImage(faults.Path, at, of));

    private void NoBox(LinePosition at) =>
        faults.Add(AnnotationDiagnostics.BoxMissing, _image, _category, of => CocoDiagnostics.MissingBox(faults.Path, at, of, "the annotation has no 'bbox'"));

    private void Repeated(string name, LinePosition at) =>
        faults.Add(AnnotationDiagnostics.ElementRepeated, _image, _category, of => CocoDiagnostics.Repeated(faults.Path, at, of, name));
}
