using System;
using System.Collections.Generic;
using AnchorFit.Annotations.Json;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// The list <c>categories</c> of a COCO file. Of several categories with one id the last counts, as in the API's
/// converter.
/// </summary>
internal sealed class CocoCategories(CocoFaults faults)
{
    private readonly List<(string? Name, LinePosition At)> _categories = [];
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);

    /// <summary>The ids that categories have and annotations name.</summary>
    public CocoIds Ids { get; } = new();

    /// <summary>The file explains no category at all.</summary>
    public bool IsEmpty => _categories.Count == 0;

    /// <summary>There is a category with the id.</summary>
    public bool Has(int slot) => slot < _categories.Count && _categories[slot].At.Line > 0;

    /// <summary>The name of the category with the id; null when it has none, or there is no such category.</summary>
    public string? NameOf(int slot) => slot < _categories.Count ? _categories[slot].Name : null;

    /// <summary>Where the category with the id stands.</summary>
    public LinePosition PlaceOf(int slot) => _categories[slot].At;

    /// <summary>
    /// The classes that the categories name, in the order of the ids' appearance. No class is the background, which is
    /// what the id 0 means to the API, nor a mere group, which other categories have as their <c>supercategory</c>
    /// (Roboflow writes one of the id 0); unless an object has it.
    /// </summary>
    public IReadOnlyList<ListedClass> ToList()
    {
        List<ListedClass> classes = [];
        for (int slot = 0; slot < _categories.Count; slot++)
        {
            if (_categories[slot].Name is { } name && (Ids.ReferencesTo(slot) > 0 || !IsNoClass(slot, name)))
            {
                classes.Add(new ListedClass(name, Ids.NumberOf(slot) is >= 1 and <= int.MaxValue and var id ? (int)id : 0));
            }
        }

        return classes;
    }

    private bool IsNoClass(int slot, string name) =>
        _groups.Contains(name) || (Ids.NumberOf(slot) == 0 && string.Equals(name.Trim('_'), "background", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the list at hand.</summary>
    public void Read(JsonTokenizer json)
    {
        json.Enter();
        while (faults.NextObject(json, "categories", out LinePosition at))
        {
            ReadCategory(json, at);
        }
    }

    private void ReadCategory(JsonTokenizer json, LinePosition at)
    {
        int slot = -1;
        LinePosition idAt = default;
        string? name = null;
        string? group = null;
        json.Enter();
        while (json.NextMember())
        {
            ReadOnlySpan<byte> member = json.Name;
            if (member.SequenceEqual("id"u8))
            {
                idAt = json.At;
                slot = Ids.Read(json);
            }
            else if (member.SequenceEqual("name"u8) && json.Kind is JsonKind.Text or JsonKind.Number)
            {
                name = json.Read() ? json.Text.Trim() : null;
            }
            else if (member.SequenceEqual("supercategory"u8) && json.Kind == JsonKind.Text)
            {
                group = json.Read() ? json.Text.Trim() : null;
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
            faults.Log.Add(CocoDiagnostics.NoId(faults.Path, idAt.Line > 0 ? idAt : at, "categories", CocoDiagnostics.IdFault(idAt)));
            return;
        }

        while (_categories.Count <= slot)
        {
            _categories.Add(default);
        }

        if (Has(slot))
        {
            faults.Log.Add(CocoDiagnostics.RepeatedId(faults.Path, idAt, Ids.TextOf(slot), "categories", "the last of them counts"));
        }

        if (group is not null && group != name)
        {
            _groups.Add(group);
        }

        _categories[slot] = (string.IsNullOrEmpty(name) ? null : name, at);
    }
}
