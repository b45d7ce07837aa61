using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.Coco;

/// <summary>Numbers by runs of bytes; looking one up allocates nothing.</summary>
internal sealed class ByteKeys
{
    private readonly List<(byte[] Key, int Value, int Next)> _entries = [];
    private int[] _buckets = new int[16];

    /// <summary>The number of a key; a new key takes the given one.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int GetOrAdd(ReadOnlySpan<byte> key, int value)
    {
        for (int i = _buckets[Bucket(key)]; i > 0; i = _entries[i - 1].Next)
        {
            if (key.SequenceEqual(_entries[i - 1].Key))
            {
                return _entries[i - 1].Value;
            }
        }

        if (_entries.Count == _buckets.Length)
        {
            Grow();
        }

        ref int bucket = ref _buckets[Bucket(key)];
        _entries.Add((key.ToArray(), value, bucket));
        bucket = _entries.Count;
        return value;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 2];
        for (int i = 0; i < _entries.Count; i++)
        {
            (byte[] key, int value, _) = _entries[i];
            ref int bucket = ref _buckets[Bucket(key)];
            _entries[i] = (key, value, bucket);
            bucket = i + 1;
        }
    }

    /// <summary>FNV-1a, 32 bits; the number of buckets is a power of two.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private int Bucket(ReadOnlySpan<byte> key)
    {
        uint hash = 2166136261;
        foreach (byte b in key)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_buckets.Length - 1));
    }
}
