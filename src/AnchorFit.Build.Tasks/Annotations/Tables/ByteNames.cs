using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// The names of one file (of classes, of images), numbered in order of appearance. They are known by their bytes:
/// nothing is allocated for one that was met before, however many there are.
/// </summary>
internal sealed class ByteNames
{
    private readonly List<(byte[] Bytes, uint Hash)> _names = [];

    /// <summary>Index into the names plus 1 at the hash's place, or one of the next; 0 where none is. A power of two.</summary>
    private int[] _places = new int[16];
    private int _last = -1;

    public int Count => _names.Count;

    /// <summary>The number of a name, which is added when it is new.</summary>
    /// <param name="name">Without surrounding white space; not empty.</param>
    /// <param name="malformed">Where the name stops being UTF-8; it isn't added then, and its number is −1.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int IndexOf(ReadOnlySpan<byte> name, out int malformed)
    {
        malformed = -1;
        if (_last >= 0 && name.SequenceEqual(_names[_last].Bytes))
        {
            return _last;
        }

        uint hash = Hash(name);
        int place = (int)hash & (_places.Length - 1);
        for (; _places[place] > 0; place = (place + 1) & (_places.Length - 1))
        {
            int index = _places[place] - 1;
            if (_names[index].Hash == hash && name.SequenceEqual(_names[index].Bytes))
            {
                return _last = index;
            }
        }

        byte[] bytes = name.ToArray();
        malformed = Utf8.FindMalformed(bytes);
        return malformed >= 0 ? -1 : _last = Add(bytes, hash, place);
    }

    /// <summary>The text of a name.</summary>
    public string this[int index] => Encoding.UTF8.GetString(_names[index].Bytes);

    /// <summary>All of them.</summary>
    public string[] ToArray()
    {
        string[] all = new string[_names.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = this[i];
        }

        return all;
    }

    private int Add(byte[] bytes, uint hash, int place)
    {
        _names.Add((bytes, hash));
        _places[place] = _names.Count;
        if (_names.Count > _places.Length / 2)
        {
            _places = new int[_places.Length * 2];
            for (int i = 0; i < _names.Count; i++)
            {
                int free = (int)_names[i].Hash & (_places.Length - 1);
                while (_places[free] > 0)
                {
                    free = (free + 1) & (_places.Length - 1);
                }

                _places[free] = i + 1;
            }
        }

        return _names.Count - 1;
    }

    /// <summary>FNV-1a, 32 bits.</summary>
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte b in bytes)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash;
    }
}
