using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>What stands at the top of a JSON file: the lists of COCO, or what says which kind of file it is instead.</summary>
internal sealed class CocoOutline(string path)
{
    private readonly HashSet<CocoList> _lists = [];
    private readonly JsonSketch _sketch = new();
    private Diagnostic? _fault;

    /// <summary>Says which list the member at hand is, to be read; others are passed.</summary>
    public CocoList Meet(JsonTokenizer json)
    {
        CocoList list = json.Name.SequenceEqual("images"u8) ? CocoList.Images
            : json.Name.SequenceEqual("annotations"u8) ? CocoList.Annotations
            : json.Name.SequenceEqual("categories"u8) ? CocoList.Categories
            : CocoList.None;
        if (list != CocoList.None)
        {
            string name = json.NameText;
            LinePosition at = json.At;
            if (!_lists.Add(list))
            {
                _fault ??= CocoDiagnostics.NotCoco(path, at, $"'{name}' stands twice in the file");
            }
            else if (json.Kind == JsonKind.List)
            {
                return list;
            }
            else if (list != CocoList.Categories || json.Kind != JsonKind.Null)
            {
                _fault ??= CocoDiagnostics.NotCoco(path, at, $"'{name}' is no list");
            }
        }

        _sketch.Pass(json);
        return CocoList.None;
    }

    /// <summary>Why the object that was read is no COCO file of boxes; null when it is one.</summary>
    public Diagnostic? Judge(LinePosition root, CocoAnnotations annotations)
    {
        if (!(_lists.Contains(CocoList.Images) && _lists.Contains(CocoList.Annotations)))
        {
            return CocoDiagnostics.NotCoco(path, root, DescribeObject());
        }

        if (_fault is null && annotations.Count > 0 && !annotations.Have(CocoMembers.Box))
        {
            string? found = annotations.Have(CocoMembers.Segments) ? "the file is a panoptic segmentation, whose annotations have no 'bbox' of their own"
                : annotations.Have(CocoMembers.Caption) ? "the file has captions of images and no boxes"
                : null;
            return found is null ? null : CocoDiagnostics.NotCoco(path, root, found);
        }

        return _fault;
    }

    /// <summary>Why the list at hand is no COCO file. Its first item is looked at.</summary>
    public Diagnostic JudgeList(JsonTokenizer json)
    {
        LinePosition root = json.At;
        json.Enter();
        if (json.NextItem() && json.Kind == JsonKind.Object)
        {
            _sketch.PassObject(json);
        }

        return CocoDiagnostics.NotCoco(path, root, DescribeList());
    }

    private string DescribeList()
    {
        bool Has(string name) => _sketch.HasInner(name);
        return Has("image_id") && (Has("score") || Has("bbox") || Has("category_id")) ? "the file is a list of detection results, as COCO's evaluation takes them"
            : Has("image_id") && Has("caption") ? "the file is a list of captions"
            : Has("image") && Has("annotations") ? "the file is in CreateML's format"
            : Has("data") && (Has("annotations") || Has("completions")) ? "the file is in Label Studio's own JSON format"
            : Has("name") && Has("labels") ? "the file is in BDD100K's format"
            : "the file is a list";
    }

    private string DescribeObject()
    {
        bool Has(string name) => _sketch.Has(name);
        return Has("shapes") ? "the file is in LabelMe's format"
            : Has("_via_settings") || Has("_via_img_metadata") || _sketch.HasInner("regions") ? "the file is in the format of the VGG Image Annotator (VIA)"
            : Has("metadata") && Has("view") && Has("file") ? "the file is a project of the VGG Image Annotator 3, and those of 1 and 2 are read"
            : Has("objects") && Has("size") ? "the file is in Supervisely's format"
            : Has("features") ? "the file is GeoJSON"
            : Has("items") && Has("categories") ? "the file is in Datumaro's format"
            : _lists.Contains(CocoList.Images) ? "the file has 'images' and no 'annotations', as those of test sets"
            : _lists.Contains(CocoList.Annotations) ? "the file has 'annotations' and no 'images'"
            : _sketch.Names.Count == 0 && _lists.Count == 0 ? "the file is an empty object"
            : "the file has neither 'images' nor 'annotations' but " + string.Join(", ", _sketch.Names.Take(4).Select(DisplayText.Quote));
    }
}

/// <summary>The lists of a COCO file that say something of boxes.</summary>
internal enum CocoList
{
    /// <summary>Another member.</summary>
    None,
    Images,
    Annotations,
    Categories,
}
