using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>The values of one feature (<c>tensorflow/core/example/feature.proto</c>), of one record after another.</summary>
internal sealed class TfFeature
{
    // Field numbers of the lists in Feature, and of the values in each list, with their wire types.
    private const uint BytesListTag = (1 << 3) | 2;
    private const uint FloatListTag = (2 << 3) | 2;
    private const uint Int64ListTag = (3 << 3) | 2;
    private const uint PackedTag = (1 << 3) | 2;
    private const uint Fixed32Tag = (1 << 3) | 5;
    private const uint VarintTag = 1 << 3;

    private float[] _floats = new float[16];
    private long[] _integers = new long[16];
    private byte[] _bytes = new byte[256];
    private int[] _bytesEnds = new int[16];

    /// <summary>The record has the feature, be it without values.</summary>
    public bool IsPresent { get; private set; }

    public TfFeatureKind Kind { get; private set; }

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>A value of a <see cref="TfFeatureKind.FloatList"/>.</summary>
    public float Float(int index) => _floats[index];

    /// <summary>A value of an <see cref="TfFeatureKind.Int64List"/>.</summary>
    public long Integer(int index) => _integers[index];

    /// <summary>A value of a <see cref="TfFeatureKind.BytesList"/>.</summary>
    public ReadOnlySpan<byte> Bytes(int index)
    {
        int start = index == 0 ? 0 : _bytesEnds[index - 1];
        return new ReadOnlySpan<byte>(_bytes, start, _bytesEnds[index] - start);
    }

    /// <summary>Forgets the values.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void Clear()
    {
        IsPresent = false;
        Kind = TfFeatureKind.None;
        Count = 0;
    }

    /// <summary>
    /// Takes the values of a serialized <c>Feature</c> instead of those before; false when the bytes are none. Of lists
    /// of different kinds the last one counts, lists of one kind are joined (as protobuf merges).
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool TryParse(ReadOnlySpan<byte> feature)
    {
        Clear();
        IsPresent = true;
        if (IsOneField(feature) && KindOf(feature[0]) is not TfFeatureKind.None and var only)
        {
            Kind = only;
            return TryParseList(feature.Slice(2));
        }

        var message = new WireMessage(feature);
        while (message.Next())
        {
            TfFeatureKind kind = KindOf(message.Tag);
            if (kind == TfFeatureKind.None)
            {
                continue;
            }

            Count = kind == Kind ? Count : 0;
            Kind = kind;
            if (!TryParseList(message.Content))
            {
                return false;
            }
        }

        return message.IsComplete;
    }

    /// <summary>The message is one short field with a length: so are most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOneField(ReadOnlySpan<byte> message) =>
        message.Length is >= 2 and < 0x80 && message[1] == message.Length - 2;

    private static TfFeatureKind KindOf(uint tag) => tag switch
    {
        BytesListTag => TfFeatureKind.BytesList,
        FloatListTag => TfFeatureKind.FloatList,
        Int64ListTag => TfFeatureKind.Int64List,
        _ => TfFeatureKind.None,
    };

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryParseList(ReadOnlySpan<byte> list)
    {
        if (IsOneField(list) && list[0] == PackedTag && Kind != TfFeatureKind.BytesList)
        {
            return Kind == TfFeatureKind.FloatList ? TryAddFloats(list.Slice(2)) : TryAddIntegers(list.Slice(2));
        }

        var message = new WireMessage(list);
        while (message.Next())
        {
            bool good = true;
            switch (Kind)
            {
                case TfFeatureKind.BytesList when message.Tag == PackedTag:
                    Add(message.Content);
                    break;
                case TfFeatureKind.FloatList when message.Tag is PackedTag or Fixed32Tag:
                    good = TryAddFloats(message.Content);
                    break;
                case TfFeatureKind.Int64List when message.Tag == PackedTag:
                    good = TryAddIntegers(message.Content);
                    break;
                case TfFeatureKind.Int64List when message.Tag == VarintTag:
                    Add((long)message.Number);
                    break;
            }

            if (!good)
            {
                return false;
            }
        }

        return message.IsComplete;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryAddFloats(ReadOnlySpan<byte> packed)
    {
        int count = packed.Length / sizeof(float);
        if (count * sizeof(float) != packed.Length)
        {
            return false;
        }

        Reserve(ref _floats, Count + count);
        Span<byte> target = MemoryMarshal.AsBytes(_floats.AsSpan(Count, count));
        packed.CopyTo(target);
        for (int i = 0; !BitConverter.IsLittleEndian && i < target.Length; i += sizeof(float))
        {
            target.Slice(i, sizeof(float)).Reverse();
        }

        Count += count;
        return true;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryAddIntegers(ReadOnlySpan<byte> packed)
    {
        while (packed.Length > 0)
        {
            int length = WireMessage.TryReadVarint(packed, out ulong value);
            if (length == 0)
            {
                return false;
            }

            Add((long)value);
            packed = packed.Slice(length);
        }

        return true;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void Add(long value)
    {
        Reserve(ref _integers, Count + 1);
        _integers[Count++] = value;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private void Add(ReadOnlySpan<byte> value)
    {
        int start = Count == 0 ? 0 : _bytesEnds[Count - 1];
        Reserve(ref _bytes, start + value.Length);
        Reserve(ref _bytesEnds, Count + 1);
        value.CopyTo(_bytes.AsSpan(start));
        _bytesEnds[Count++] = start + value.Length;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static void Reserve<T>(ref T[] values, int count)
    {
        if (count > values.Length)
        {
            Array.Resize(ref values, Math.Max(count, 2 * values.Length));
        }
    }
}

/// <summary>What the values of a <c>tf.train.Feature</c> are.</summary>
internal enum TfFeatureKind
{
    /// <summary>It has none, which TensorFlow takes for a feature that isn't there.</summary>
    None,

    /// <summary>Texts and other strings of bytes.</summary>
    BytesList,

    /// <summary>Numbers of 32 bits with a fraction.</summary>
    FloatList,

    /// <summary>Whole numbers of 64 bits.</summary>
    Int64List,
}
