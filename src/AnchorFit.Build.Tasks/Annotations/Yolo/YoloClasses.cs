using System;
using System.Collections.Generic;
using System.Globalization;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// The class names of one file after another, from the numbers that its lines begin with. Where no names are known the
/// class is called by the number plus 1: label maps count from 1.
/// </summary>
internal sealed class YoloClasses
{
    /// <summary>A larger table is let go after its file.</summary>
    private const int KeptLength = 4096;

    private readonly List<string> _names = [];
    private Dictionary<int, int> _byNumber = [];
    private Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<int, string>? _known;
    private string[] _lastFile = [];

    /// <param name="known">The names of the dataset; null where it has none.</param>
    public void BeginFile(IReadOnlyDictionary<int, string>? known)
    {
        _known = known;
        if (_names.Count > KeptLength)
        {
            _byNumber = [];
            _byName = new(StringComparer.Ordinal);
        }

        _byNumber.Clear();
        _byName.Clear();
        _names.Clear();
    }

    /// <summary>The place of the class among those of the file, in order of appearance; -1 when the dataset doesn't name it.</summary>
    public int IndexOf(int number)
    {
        if (_byNumber.TryGetValue(number, out int index))
        {
            return index;
        }

        if (_known is null)
        {
            index = Add((number + 1).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            index = _known.TryGetValue(number, out string? name) ? _byName.TryGetValue(name, out int same) ? same : Add(name) : -1;
        }

        _byNumber.Add(number, index);
        return index;
    }

    public string NameOf(int index) => _names[index];

    /// <summary>The names of the file. Most files of a set have the same classes: those share one array.</summary>
    public string[] EndFile()
    {
        bool same = _lastFile.Length == _names.Count;
        for (int i = 0; same && i < _lastFile.Length; i++)
        {
            same = string.Equals(_lastFile[i], _names[i], StringComparison.Ordinal);
        }

        return same ? _lastFile : _lastFile = _names.ToArray();
    }

    private int Add(string name)
    {
        _byName.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }
}
