using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Annotations.Json;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// The ids of a file's images or categories, each with a small number (its slot) in order of appearance: an annotation
/// may name an id that the file explains only later.
/// </summary>
/// <remarks>The text "7" is the number 7: exporters write ids as either, and in one file as both.</remarks>
internal sealed class CocoIds
{
    private readonly Dictionary<long, int> _numbers = [];
    private readonly ByteKeys _texts = new();
    private Entry[] _entries = new Entry[16];
    private long _lastNumber;
    private int _lastSlot = -1;

    /// <summary>How many slots there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the value at hand as an id, a number or a text; -1 when it is neither.</summary>
    [MethodImpl(JsonBytes.Hot)]
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
        bytes = isText ? ByteText.Trim(bytes) : bytes;
        return (!isText || JsonNumber.IsValid(bytes)) && JsonNumber.TryReadWhole(bytes, out long number)
            ? SlotOf(number)
            : SlotOf(bytes);
    }

    /// <summary>Notes that an annotation names the id.</summary>
    [MethodImpl(JsonBytes.Hot)]
    public void Refer(int slot, LinePosition at)
    {
        ref Entry entry = ref _entries[slot];
        entry.FirstAt = entry.References == 0 ? at : entry.FirstAt;
        entry.References++;
    }

    /// <summary>How many annotations name the id.</summary>
    public int ReferencesTo(int slot) => _entries[slot].References;

    /// <summary>Where the first annotation names the id.</summary>
    public LinePosition FirstReference(int slot) => _entries[slot].FirstAt;

    /// <summary>The id as text.</summary>
    public string TextOf(int slot) =>
        _entries[slot].Text ?? _entries[slot].Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id as a number; null where it is none.</summary>
    public long? NumberOf(int slot) => _entries[slot].Text is null ? _entries[slot].Number : null;

    [MethodImpl(JsonBytes.Hot)]
    private int SlotOf(long number)
    {
        if (number == _lastNumber && _lastSlot >= 0)
        {
            return _lastSlot;
        }

        if (!_numbers.TryGetValue(number, out int slot))
        {
            slot = Add(new Entry { Number = number });
            _numbers.Add(number, slot);
        }

        (_lastNumber, _lastSlot) = (number, slot);
        return slot;
    }

    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        int slot = _texts.GetOrAdd(bytes, Count);
        return slot < Count ? slot : Add(new Entry { Text = Encoding.UTF8.GetString(bytes.ToArray()) });
    }

    private int Add(Entry entry)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        _entries[Count] = entry;
        return Count++;
    }

    private record struct Entry
    {
        public long Number { get; init; }

        public string? Text { get; init; }

        public LinePosition FirstAt { get; set; }

        public int References { get; set; }
    }
}
