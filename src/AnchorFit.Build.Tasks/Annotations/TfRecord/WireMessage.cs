using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// Walks the fields of a protobuf message that is in memory (protobuf.dev, "Encoding"). Groups, which proto3 hasn't
/// got, count as broken; so there is no nesting.
/// </summary>
internal ref struct WireMessage
{
    /// <summary>No varint is longer: ten times seven bits hold 64.</summary>
    public const int LongestVarint = 10;

    private ReadOnlySpan<byte> _rest;

    public WireMessage(ReadOnlySpan<byte> message) => _rest = message;

    /// <summary>Number and wire type of the field at hand: number × 8 + type.</summary>
    public uint Tag { get; private set; }

    /// <summary>The value of a varint field.</summary>
    public ulong Number { get; private set; }

    /// <summary>The bytes of a field of any other type.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>The message ended as one does; what came before is right.</summary>
    public readonly bool IsComplete => _rest.IsEmpty;

    /// <summary>Moves to the next field; false at the end, and where the bytes are no message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next()
    {
        // A short text, such as the name of a class.
        ReadOnlySpan<byte> rest = _rest;
        if (rest.Length >= 2 && (rest[0] & 0x87) == 2 && rest[0] >= 8 && rest[1] < 0x80 && rest[1] <= rest.Length - 2)
        {
            Tag = rest[0];
            Content = rest.Slice(2, rest[1]);
            _rest = rest.Slice(2 + rest[1]);
            return true;
        }

        return NextOfAnyKind();
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool NextOfAnyKind()
    {
        int length = TryReadVarint(_rest, out ulong tag);
        if (length == 0 || !IsTag(tag))
        {
            return false;
        }

        ReadOnlySpan<byte> value = _rest.Slice(length);
        Tag = (uint)tag;
        ulong size = (tag & 7) switch { 1 => 8, 5 => 4, _ => 0 };
        if ((tag & 7) is 0 or 2)
        {
            length = TryReadVarint(value, out ulong number);
            if (length == 0)
            {
                return false;
            }

            Number = number;
            value = value.Slice(length);
            size = (tag & 7) == 2 ? number : 0;
        }

        if (size > (ulong)value.Length)
        {
            return false;
        }

        Content = value.Slice(0, (int)size);
        _rest = value.Slice((int)size);
        return true;
    }

    /// <summary>The number can be a tag: a field number above zero with a wire type that is known and no group.</summary>
    public static bool IsTag(ulong tag) => tag is >= 8 and <= uint.MaxValue && (tag & 7) is 0 or 1 or 2 or 5;

    /// <summary>Reads a number of base 128, the least digit first; 0 when there is none, else how many bytes it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TryReadVarint(ReadOnlySpan<byte> bytes, out ulong value)
    {
        if (bytes.Length > 0 && bytes[0] < 0x80)
        {
            value = bytes[0];
            return 1;
        }

        return TryReadLongVarint(bytes, out value);
    }

    /// <summary>Reads a length of at most four bytes, which must be there; -1 for a longer one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadShortLength(ReadOnlySpan<byte> ahead, ref int at)
    {
        int length = ahead[at++];
        for (int shift = 7; length >> shift != 0; shift += 7)
        {
            if (shift == 28)
            {
                return -1;
            }

            length = (length & ((1 << shift) - 1)) | (ahead[at++] << shift);
        }

        return length;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static int TryReadLongVarint(ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int i = 0; i < bytes.Length && i < LongestVarint; i++)
        {
            value |= (ulong)(bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] < 0x80)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
