using System;
using System.Collections.Generic;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.PipelineConfig.Syntax;
using AnchorFit.Protos;
using AnchorFit.Text;

namespace AnchorFit.PipelineConfig.Schema;

/// <summary>
/// Reads a label map and refuses what the trainer's code refuses or silently misreads
/// (<c>object_detection/utils/label_map_util.py</c>). Gaps between ids are fine; keypoints and the like don't matter here.
/// </summary>
internal sealed class LabelMapReader
{
    private const string Background = "background";

    // The largest public label maps have a few thousand classes.
    private const int ManyIds = 10_000;
    private const int IdsPerItem = 100;

    private readonly BoundConfig<StringIntLabelMap> _bound;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<int, (string Name, TextSpan Item)> _ids = [];
    private readonly Dictionary<string, TextSpan> _names = new(StringComparer.Ordinal);

    private LabelMapReader(BoundConfig<StringIntLabelMap> bound, DiagnosticBag diagnostics)
    {
        _bound = bound;
        _diagnostics = diagnostics;
    }

    /// <summary>The label map; null, with errors, where it can't be used.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="unknownFields">What to say of fields that the schema does not have.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static LabelMap? Read(string path, byte[] content, UnknownFieldPolicy unknownFields, DiagnosticBag diagnostics)
    {
        if (TextFormatFile.Parse(path, content, diagnostics) is not { } document)
        {
            return null;
        }

        if (FileRole.FindOther(document, StringIntLabelMap.Descriptor) is { } other)
        {
            diagnostics.Add(other);
            return null;
        }

        BoundConfig<StringIntLabelMap> bound = PipelineSchema.BindLabelMap(document, unknownFields);
        var faults = new DiagnosticBag();
        faults.AddRange(bound.Diagnostics);
        LabelMap? map = faults.HasErrors ? null : new LabelMapReader(bound, faults).Read(path);
        diagnostics.AddRange(faults);
        return faults.HasErrors ? null : map;
    }

    private LabelMap? Read(string path)
    {
        IReadOnlyList<BoundMessage> bound = _bound.Root.Messages("item");
        List<LabelMapItem> items = [];
        for (int i = 0; i < bound.Count; i++)
        {
            StringIntLabelMapItem item = _bound.Message.Item[i];
            Check(item, bound[i]);
            items.Add(new LabelMapItem(item.Id, NameOf(item), item.HasDisplayName ? item.DisplayName : null));
        }

        if (!_diagnostics.HasErrors && !items.Any(item => item.Id > 0))
        {
            _diagnostics.Add(LabelMapDiagnostics.Empty(path));
        }

        if (_diagnostics.HasErrors)
        {
            return null;
        }

        var map = new LabelMap(path, items);
        if (map.LargestId > Math.Max(ManyIds, (long)IdsPerItem * items.Count))
        {
            BoundMessage last = bound[items.FindIndex(item => item.Id == map.LargestId)];
            _diagnostics.Add(LabelMapDiagnostics.FarId(_bound.Document.Source, last.Field("id")!.Value.Span, map.LargestId, items.Count));
        }

        return map;
    }

    private void Check(StringIntLabelMapItem item, BoundMessage bound)
    {
        SourceText source = _bound.Document.Source;
        TextSpan start = bound.Syntax.Open.Span;
        if (bound.Field("id") is not { } id)
        {
            _diagnostics.Add(LabelMapDiagnostics.Incomplete(source, start, "id"));
        }
        else if (item.Id < 1 && !IsBackground(item))
        {
            _diagnostics.Add(LabelMapDiagnostics.Id(source, id.Value.Span, item.Id));
        }
        else if (_ids.TryGetValue(item.Id, out (string Name, TextSpan Item) earlier))
        {
            _diagnostics.Add(LabelMapDiagnostics.DuplicateId(source, id.Value.Span, item.Id, NameOf(item), earlier.Name, earlier.Item));
        }
        else
        {
            _ids.Add(item.Id, (NameOf(item), start));
        }

        string name = NameOf(item);
        if (name.Length == 0)
        {
            _diagnostics.Add(LabelMapDiagnostics.Incomplete(source, start, "name"));
        }
        else if (_names.TryGetValue(name, out TextSpan earlierItem))
        {
            TextSpan place = bound.Field(item.Name.Length > 0 ? "name" : "display_name")!.Value.Span;
            _diagnostics.Add(LabelMapDiagnostics.DuplicateName(source, place, name, earlierItem));
        }
        else
        {
            _names.Add(name, start);
        }
    }

    // The decoder of records looks a class up among the names and among the display names (data_decoders/tf_example_decoder.py).
    private static string NameOf(StringIntLabelMapItem item) => item.Name.Length > 0 ? item.Name : item.DisplayName;

    private static bool IsBackground(StringIntLabelMapItem item) =>
        item.Id == 0 && (item.Name == Background || item.DisplayName == Background);
}
