using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;

namespace AnchorFit.Annotations;

/// <summary>The features of one record after another that are read; the others are only known by name.</summary>
internal sealed class TfExample
{
    /// <summary>No key that is read takes more bytes.</summary>
    public const int LongestKey = 24;

    /// <summary>The names of so many others are kept, and only so long ones.</summary>
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
    [MethodImpl(PlainXml.Hot)]
    public static TfExampleKey? Find(ReadOnlySpan<byte> name)
    {
        byte[][] keys = Keys;
        for (int i = 0; i < keys.Length; i++)
        {
            // Keys of one length differ in their last byte.
            byte[] key = keys[i];
            if (key.Length == name.Length && key[key.Length - 1] == name[name.Length - 1] && name.SequenceEqual(key))
            {
                return (TfExampleKey)i;
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
        if (_records == 1 && _others.Count < OthersKept && Encoding.UTF8.GetString(name.ToArray()) is var text && !_others.Contains(text))
        {
            _others.Add(text);
        }
    }
}
