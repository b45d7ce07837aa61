using System;
using System.Collections.Generic;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>The class names of one file after another, decoded once for a set and kept once for like files.</summary>
internal sealed class PlainClassNames
{
    private readonly ClassNameCache _cache = new();
    private readonly List<string> _names = [];
    private string[] _lastFile = [];

    public void BeginFile() => _names.Clear();

    /// <summary>The place of the name among those of the file, in order of appearance; -1 when it is empty.</summary>
    public int IndexOf(ReadOnlySpan<byte> bytes)
    {
        string name = _cache.Get(bytes);
        int index = name.Length == 0 ? -1 : _names.IndexOf(name);
        if (index < 0 && name.Length > 0)
        {
            index = _names.Count;
            _names.Add(name);
        }

        return index;
    }

    /// <summary>The names of the file. Most files of a set name the same classes: those share one array.</summary>
    public string[] EndFile()
    {
        bool same = _lastFile.Length == _names.Count;
        for (int i = 0; same && i < _lastFile.Length; i++)
        {
            same = string.Equals(_lastFile[i], _names[i], StringComparison.Ordinal);
        }

        return same ? _lastFile : _lastFile = _names.ToArray();
    }
}
