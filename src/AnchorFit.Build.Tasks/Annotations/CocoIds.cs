using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using AnchorFit.Annotations.Json;
using AnchorFit.Text;

namespace AnchorFit.Annotations;

/// <summary>
/// The ids of a file's images or categories, each with a small number (its slot) in order of appearance: an annotation
/// may name an id that the file explains only later.
/// </summary>
/// <param name="textIsNumber">The text "7" is the number 7, as where the API's converter takes the whole number of an id.</param>
internal sealed class CocoIds(bool textIsNumber)
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly ByteKeys _texts = new();
    private readonly List<Entry> _entries = [];
    private long _lastNumber;
    private int _lastSlot = -1;

    /// <summary>How many slots there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Reads the value at hand as an id, a number or a text; -1 when it is neither.</summary>
    public int Read(JsonTokenizer json)
    {
        if (json.Kind is not (JsonKind.Number or JsonKind.Text))
        {
            json.Skip();
            return -1;
        }

        bool isText = json.Kind == JsonKind.Text;
        if (!json.Read())
        {
            return -1;
        }

        if (json.Kind == JsonKind.NotFinite)
        {
            return -1;
        }

        ReadOnlySpan<byte> bytes = json.IsEscaped ? Encoding.UTF8.GetBytes(json.Text) : json.Bytes;
        return (!isText || (textIsNumber && JsonNumber.IsValid(bytes))) && JsonNumber.TryReadWhole(bytes, out long number)
            ? SlotOf(number)
            : SlotOf(bytes, isText);
    }

    /// <summary>Notes that an annotation names the id.</summary>
    public void Refer(int slot, LinePosition at)
    {
        Entry entry = _entries[slot];
        _entries[slot] = entry with { FirstAt = entry.References == 0 ? at : entry.FirstAt, References = entry.References + 1 };
    }

    /// <summary>How many annotations name the id.</summary>
    public int ReferencesTo(int slot) => _entries[slot].References;

    /// <summary>Where the first annotation names the id.</summary>
    public LinePosition FirstReference(int slot) => _entries[slot].FirstAt;

    /// <summary>The id as text.</summary>
    public string TextOf(int slot) =>
        _entries[slot].Text ?? _entries[slot].Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id for messages, where the text '7' is not the number 7.</summary>
    public string ShownOf(int slot) =>
        DisplayText.Quote(TextOf(slot)) + (_entries[slot].IsText ? " as a text" : string.Empty);

    private int SlotOf(long number)
    {
        if (number == _lastNumber && _lastSlot >= 0)
        {
            return _lastSlot;
        }

        if (!_numbers.TryGetValue(number, out int slot))
        {
            slot = _entries.Count;
            _numbers.Add(number, slot);
            _entries.Add(new Entry(number, null, false, default, 0));
        }

        (_lastNumber, _lastSlot) = (number, slot);
        return slot;
    }

    private int SlotOf(ReadOnlySpan<byte> bytes, bool isText)
    {
        int slot = _texts.GetOrAdd(bytes, _entries.Count);
        if (slot == _entries.Count)
        {
            _entries.Add(new Entry(0, Encoding.UTF8.GetString(bytes.ToArray()), isText, default, 0));
        }

        return slot;
    }

    private readonly record struct Entry(long Number, string? Text, bool IsText, LinePosition FirstAt, int References);
}
