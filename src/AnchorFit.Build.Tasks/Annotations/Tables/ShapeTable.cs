using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations.Tables;

/// <summary>
/// Shapes with their counts; equal ones (both sides, bit for bit, and class) are merged as they come. Made for hundreds
/// of millions of rows: 32 bytes a distinct shape in blocks that are never copied, and a table with open addressing of
/// 11 to 22 bytes a distinct shape beside it, which goes when the last row was read.
/// </summary>
internal sealed class ShapeTable : IReadOnlyList<CountedShape>
{
    private const int BlockBits = 12;
    private const int BlockLength = 1 << BlockBits;

    private const int Batch = 64;

    private readonly List<CountedShape[]> _blocks = [];
    private readonly CountedShape[] _waiting = new CountedShape[Batch];
    private readonly uint[] _hashes = new uint[Batch];
    private readonly ulong[] _entries = new ulong[Batch];
    private int _waitingCount;

    /// <summary>Hash in the upper half, number of the shape plus 1 in the lower; 0 where none is. The length is a power of two.</summary>
    private ulong[] _places = new ulong[1 << 10];

    /// <summary>How many distinct shapes there are.</summary>
    public int Count { get; private set; }

    /// <summary>A shape, in order of first appearance.</summary>
    public CountedShape this[int index] => index >= 0 && index < Count
        ? _blocks[index >> BlockBits][index & (BlockLength - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Counts boxes of a shape. It is found among the shapes no sooner than <see cref="Complete"/>.</summary>
    /// <param name="shape">Its line is kept where it is new.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void Add(CountedShape shape)
    {
        _waiting[_waitingCount] = shape;
        _hashes[_waitingCount] = Hash(shape.Size, shape.ClassIndex);
        if (++_waitingCount == Batch)
        {
            AddWaiting();
        }
    }

    /// <summary>No more shapes come: lets the table go that finds equal ones.</summary>
    public void Complete()
    {
        AddWaiting();
        _places = [];
    }

    public IEnumerator<CountedShape> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void AddWaiting()
    {
        Touch();
        for (int i = 0; i < _waitingCount; i++)
        {
            Add(in _waiting[i], _hashes[i]);
        }

        _waitingCount = 0;
    }

    /// <summary>
    /// Two reads of memory that no cache holds are what a row costs here. Those of a batch don't wait for each other when
    /// they are made one after another, before anything depends on them.
    /// </summary>
    /// <returns>Nothing of use, so that no compiler leaves the reads out.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | HotPath.OptimizeAtOnce)]
    private double Touch()
    {
        ulong[] places = _places;
        for (int i = 0; i < _waitingCount; i++)
        {
            _entries[i] = places[(int)_hashes[i] & (places.Length - 1)];
        }

        double touched = 0;
        for (int i = 0; i < _waitingCount; i++)
        {
            int index = (int)(uint)_entries[i] - 1;
            touched += index < 0 ? 0 : _blocks[index >> BlockBits][index & (BlockLength - 1)].Count;
        }

        return touched;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void Add(in CountedShape shape, uint hash)
    {
        ulong[] places = _places;
        int mask = places.Length - 1;
        int place = (int)hash & mask;
        for (ulong entry; (entry = places[place]) != 0; place = (place + 1) & mask)
        {
            if ((uint)(entry >> 32) == hash)
            {
                int index = (int)(uint)entry - 1;
                ref CountedShape known = ref _blocks[index >> BlockBits][index & (BlockLength - 1)];
                if (known.Size.Width == shape.Size.Width && known.Size.Height == shape.Size.Height && known.ClassIndex == shape.ClassIndex)
                {
                    known = known with { Count = known.Count + shape.Count };
                    return;
                }
            }
        }

        if ((Count & (BlockLength - 1)) == 0)
        {
            _blocks.Add(new CountedShape[BlockLength]);
        }

        _blocks[Count >> BlockBits][Count & (BlockLength - 1)] = shape;
        Count++;
        places[place] = ((ulong)hash << 32) | (uint)Count;
        if (Count > places.Length / 4 * 3)
        {
            Grow();
        }
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void Grow()
    {
        ulong[] places = new ulong[_places.Length * 2];
        int mask = places.Length - 1;
        foreach (ulong entry in _places)
        {
            if (entry != 0)
            {
                int place = (int)(entry >> 32) & mask;
                while (places[place] != 0)
                {
                    place = (place + 1) & mask;
                }

                places[place] = entry;
            }
        }

        _places = places;
    }

    /// <summary>The finaliser of splitmix64 (Steele, Lea and Flood, 2014) over both sides and the class.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static uint Hash(BoxSize size, int classIndex)
    {
        unchecked
        {
            ulong x = (ulong)BitConverter.DoubleToInt64Bits(size.Width) * 0x9E3779B97F4A7C15UL;
            x = ((x << 32) | (x >> 32)) ^ (ulong)BitConverter.DoubleToInt64Bits(size.Height) ^ ((ulong)(uint)classIndex << 20);
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return (uint)(x ^ (x >> 31));
        }
    }
}
