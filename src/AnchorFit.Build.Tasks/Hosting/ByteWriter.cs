using System;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>Appends numbers and text to a growing array of bytes, in the form that <see cref="ByteReader"/> reads.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>SHA-256 of what was written.</summary>
    public byte[] Digest() => Hosting.Digest.BytesOf(_bytes, 0, _length);

    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void WriteByte(byte value) => Reserve(1)[0] = value;

    /// <summary>Seven bits a byte, the low ones first; small numbers take one byte.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void WriteNumber(int value)
    {
        uint rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>Eight bytes, whatever the value: every bit comes back.</summary>
    public void WriteDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        Span<byte> target = Reserve(8);
        for (int i = 0; i < 8; i++)
        {
            target[i] = (byte)(bits >> (8 * i));
        }
    }

    /// <summary>The length in bytes and the text as UTF-8.</summary>
    public void WriteText(string text)
    {
        int count = Encoding.UTF8.GetByteCount(text);
        WriteNumber(count);
        Reserve(count);
        Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _length - count);
    }

    /// <summary>The text as UTF-8 alone, without its length.</summary>
    public void WriteCharacters(string text)
    {
        int start = _length;
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length = start + Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, start);
    }

    /// <summary>The decimal digits of a whole number, with a minus sign where it is negative.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public void WriteDigits(long value)
    {
        if (value < 0)
        {
            WriteByte((byte)'-');
        }

        int count = 1;
        for (long rest = value / 10; rest != 0; rest /= 10)
        {
            count++;
        }

        Span<byte> digits = Reserve(count);
        for (int i = count - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + Math.Abs((int)(value % 10)));
            value /= 10;
        }
    }

    /// <summary>The bytes alone, without their number.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + count));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
