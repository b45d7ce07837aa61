using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.Coco;

/// <summary>
/// A set of whole numbers that are mostly near each other, such as ids: a bit each in words of 64, so that a million
/// consecutive ones take a megabyte in any order, and numbers far apart some 40 bytes each.
/// </summary>
internal sealed class NumberSet
{
    private readonly Dictionary<long, ulong> _words = [];
    private long _key;
    private ulong _word;

    /// <summary>Adds a number; false when it is there already.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool Add(long number)
    {
        long key = number >> 6;
        if (key != _key)
        {
            _words[_key] = _word;
            _key = key;
            _word = _words.TryGetValue(key, out ulong word) ? word : 0;
        }

        ulong bit = 1UL << (int)(number & 63);
        bool isNew = (_word & bit) == 0;
        _word |= bit;
        return isNew;
    }
}
