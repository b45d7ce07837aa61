using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>The list <c>images</c> of a COCO file. Of several images with one id the first counts.</summary>
internal sealed class CocoImages(CocoFaults faults)
{
    private readonly List<AnnotatedImage> _images = [];
    private readonly List<int> _indices = [];

    /// <summary>The ids that images have and annotations name.</summary>
    public CocoIds Ids { get; } = new();

    /// <summary>The images, in the file's order.</summary>
    public List<AnnotatedImage> Images => _images;

    /// <summary>The index of the image with an id; -1 when there is none.</summary>
    public int IndexOf(int slot) => slot >= 0 && slot < _indices.Count ? _indices[slot] : -1;

    /// <summary>Reads the list at hand.</summary>
    public void Read(JsonTokenizer json)
    {
        json.Enter();
        while (faults.NextObject(json, "images", out LinePosition at))
        {
            ReadImage(json, at);
        }
    }

    [MethodImpl(JsonBytes.Hot)]
    private void ReadImage(JsonTokenizer json, LinePosition at)
    {
        int slot = -1;
        LinePosition idAt = default;
        string? name = null;
        CocoSide width = new("width", at);
        CocoSide height = new("height", at);
        json.Enter();
        while (json.NextMember())
        {
            ReadOnlySpan<byte> member = json.Name;
            if (member.SequenceEqual("id"u8))
            {
                idAt = json.At;
                slot = Ids.Read(json);
            }
            else if (member.SequenceEqual("width"u8))
            {
                width.Read(json);
            }
            else if (member.SequenceEqual("height"u8))
            {
                height.Read(json);
            }
            else if (member.SequenceEqual("file_name"u8) && json.Kind == JsonKind.Text)
            {
                name = json.Read() ? json.Text : null;
            }
            else
            {
                json.Skip();
            }
        }

        if (json.Fault is not null)
        {
            return;
        }

        if (slot < 0)
        {
            faults.Log.Add(CocoDiagnostics.NoId(faults.Path, idAt.Line > 0 ? idAt : at, "images", CocoDiagnostics.IdFault(idAt)));
        }
        else if (IndexOf(slot) >= 0)
        {
            faults.Log.Add(CocoDiagnostics.RepeatedId(faults.Path, idAt, Ids.TextOf(slot), "images", "the first of them counts"));
        }
        else
        {
            Add(slot, width, height, name);
        }
    }

    private void Add(int slot, CocoSide width, CocoSide height, string? name)
    {
        while (_indices.Count <= slot)
        {
            _indices.Add(-1);
        }

        _indices[slot] = _images.Count;
        CocoSide worse = width.Fault is null ? height : width;
        _images.Add(worse.Fault is null
            ? new AnnotatedImage(new ImageSize(width.Pixels, height.Pixels), width.At) { Name = name }
            : new AnnotatedImage(null, worse.At) { Name = name, SizeFault = worse.Fault });
    }
}
