using System;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>
/// Reads what <see cref="ByteWriter"/> wrote. Bytes from elsewhere never throw and never make it allocate out of
/// proportion: from the first one that can't be right, <see cref="Failed"/> is true and every value is 0 or empty.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public bool Failed { get; private set; }

    /// <summary>Everything was read, and nothing failed.</summary>
    public readonly bool IsComplete => !Failed && _rest.IsEmpty;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _rest.Length;

    [MethodImpl(HotPath.OptimizeAtOnce)]
    public byte ReadByte() => Take(1) is [byte value] ? value : (byte)0;

    [MethodImpl(HotPath.OptimizeAtOnce)]
    public int ReadNumber()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = ReadByte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        Failed = true;
        return 0;
    }

    /// <summary>How many elements follow: each takes a byte at least, so there can't be more than bytes.</summary>
    public int ReadCount()
    {
        int count = ReadNumber();
        if ((uint)count <= (uint)_rest.Length)
        {
            return count;
        }

        Failed = true;
        return 0;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    public double ReadDouble()
    {
        long bits = 0;
        ReadOnlySpan<byte> source = Take(8);
        for (int i = 0; i < source.Length; i++)
        {
            bits |= (long)source[i] << (8 * i);
        }

        return BitConverter.Int64BitsToDouble(bits);
    }

    public ReadOnlySpan<byte> ReadTextBytes() => Take(ReadCount());

    public string ReadText()
    {
        ReadOnlySpan<byte> text = ReadTextBytes();
#if NET
        return Encoding.UTF8.GetString(text);
#else
        return Encoding.UTF8.GetString(text.ToArray());
#endif
    }

    /// <summary>The next bytes; none when there are not so many.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public ReadOnlySpan<byte> Take(int count)
    {
        if (Failed || (uint)count > (uint)_rest.Length)
        {
            Failed = true;
            _rest = default;
            return default;
        }

        ReadOnlySpan<byte> taken = _rest.Slice(0, count);
        _rest = _rest.Slice(count);
        return taken;
    }
}
