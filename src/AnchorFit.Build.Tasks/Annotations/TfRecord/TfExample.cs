using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>The features of one record after another that are read; the others are only known by name.</summary>
internal sealed class TfExample
{
    /// <summary>No key that is read takes more bytes.</summary>
    public const int LongestKey = 24;

    /// <summary>None takes fewer.</summary>
    private const int ShortestKey = 11;

    /// <summary>The names of so many others are kept.</summary>
    private const int OthersKept = 10;

    /// <summary>By <see cref="TfExampleKey"/>.</summary>
    private static readonly string[] Names =
    [
        "image/object/bbox/xmin",
        "image/object/bbox/ymin",
        "image/object/bbox/xmax",
        "image/object/bbox/ymax",
        "image/object/class/text",
        "image/object/class/label",
        "image/object/difficult",
        "image/object/is_crowd",
        "image/object/group_of",
        "image/height",
        "image/width",
        "image/filename",
        "image/source_id",
    ];

    private static readonly byte[][] Keys = Array.ConvertAll(Names, Encoding.ASCII.GetBytes);

    /// <summary>The keys of each length, by their last eight bytes, in which they differ.</summary>
    private static readonly (ulong End, TfExampleKey Key)[][] KeysByLength = Enumerable.Range(0, LongestKey + 1)
        .Select(length => Enumerable.Range(0, Keys.Length).Where(i => Keys[i].Length == length).Select(i => (EndOf(Keys[i]), (TfExampleKey)i)).ToArray())
        .ToArray();

    private readonly TfFeature[] _features = Array.ConvertAll(Keys, _ => new TfFeature());
    private readonly List<string> _others = [];
    private long _records;

    /// <summary>The values of a feature; none where the record hasn't got it.</summary>
    public TfFeature this[TfExampleKey key] => _features[(int)key];

    /// <summary>Some names of features of the first record that are not read, in order of appearance.</summary>
    public IReadOnlyList<string> Others => _others;

    /// <summary>A feature's name in the record.</summary>
    public static string NameOf(TfExampleKey key) => Names[(int)key];

    /// <summary>The feature of this name; null when it is not read.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static TfExampleKey? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length is < ShortestKey or > LongestKey)
        {
            return null;
        }

        ulong end = EndOf(name);
        foreach ((ulong keyEnd, TfExampleKey key) in KeysByLength[name.Length])
        {
            if (end == keyEnd && name.SequenceEqual(Keys[(int)key]))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Begins a file.</summary>
    public void BeginFile()
    {
        _others.Clear();
        _records = 0;
    }

    /// <summary>Begins a record.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void Clear()
    {
        _records++;
        foreach (TfFeature feature in _features)
        {
            feature.Clear();
        }
    }

    /// <summary>Keeps the name of a feature that is not read, for a message.</summary>
    public void NoteOther(ReadOnlySpan<byte> name)
    {
        if (_records == 1 && name.Length > 0 && _others.Count < OthersKept && Encoding.UTF8.GetString(name.ToArray()) is var text && !_others.Contains(text))
        {
            _others.Add(text);
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static ulong EndOf(ReadOnlySpan<byte> name) => MemoryMarshal.Read<ulong>(name.Slice(name.Length - sizeof(ulong)));
}
