using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>The classes of one record file after another, of which some have thousands; names are decoded once for a set.</summary>
internal sealed class TfClassNames
{
    /// <summary>In place of an index: the name is empty.</summary>
    public const int Empty = -1;

    /// <summary>In place of an index: the bytes are no UTF-8.</summary>
    public const int Undecodable = -2;

    private readonly ClassNameCache _cache = new();
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _labels = [];
    private readonly List<string> _names = [];
    private string? _lastName;
    private int _lastIndex;
    private bool _hasText;

    /// <summary>No object of the file has a name: all are known by their numbers.</summary>
    public bool AreIds => !_hasText;

    public void BeginFile()
    {
        _indices.Clear();
        _labels.Clear();
        _names.Clear();
        _lastName = null;
        _hasText = false;
    }

    /// <summary>The place of the name among those of the file, in order of appearance; or one of the constants.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int IndexOf(ReadOnlySpan<byte> bytes)
    {
        string name = _cache.Get(bytes);
        if (ReferenceEquals(name, _lastName))
        {
            return _lastIndex;
        }

        _lastName = name;
        _hasText |= name.Length > 0;
        return _lastIndex = name.Length == 0 ? Empty : IsBroken(name, bytes) ? Undecodable : IndexOf(name);
    }

    /// <summary>The place of the class that is only known by its number, which stands for its name.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int IndexOf(long label)
    {
        if (!_labels.TryGetValue(label, out int index))
        {
            index = IndexOf(label.ToString(CultureInfo.InvariantCulture));
            _labels.Add(label, index);
        }

        return index;
    }

    /// <summary>The names of the file, in order of appearance.</summary>
    public string[] EndFile() => _names.ToArray();

    public string NameAt(int index) => _names[index];

    /// <summary>The text of bytes that may be no UTF-8, for a message.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    private static bool IsBroken(string name, ReadOnlySpan<byte> bytes) =>
        name.AsSpan().IndexOf('\uFFFD') >= 0 && Utf8.FindMalformed(bytes.ToArray()) >= 0;

    private int IndexOf(string name)
    {
        if (!_indices.TryGetValue(name, out int index))
        {
            index = _names.Count;
            _names.Add(name);
            _indices.Add(name, index);
        }

        return index;
    }
}
