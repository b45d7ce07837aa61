using System;
using System.Runtime.CompilerServices;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// Takes the features that are read out of a serialized <c>tf.Example</c> while it goes by, and skips the others, above
/// all the image: <c>Example { Features features = 1; }</c>, <c>Features { map&lt;string, Feature&gt; feature = 1; }</c>,
/// where an entry of a map is a message of key (1) and value (2) (<c>tensorflow/core/example/example.proto</c>).
/// Writers put the key first, so a value that isn't wanted needs no memory. Where it comes first it is kept till the key is known.
/// </summary>
internal sealed class TfExampleParser(TfRecordBytes bytes)
{
    /// <summary>Longer values of features that are read are no lists of boxes.</summary>
    public const int LongestValue = 256 << 20;

    /// <summary>Tag and length of an entry, of its key with the key itself, and of its value take no more where all are plain.</summary>
    private const int PlainEntryHead = 1 + 4 + 1 + 1 + 0x7F + 1 + 4;

    private const uint FirstTag = (1 << 3) | 2;
    private const uint SecondTag = (2 << 3) | 2;

    /// <summary>Reads a record up to its end into an empty example; null, or what it is instead of a <c>tf.Example</c>, as a clause: "it holds …".</summary>
    /// <remarks>Also stops where the stream ends, which whoever knows the record's length sees then.</remarks>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public string? Read(long end, TfExample example)
    {
        while (bytes.Position < end)
        {
            long start = bytes.Position;
            if (!TryReadField(end, out uint tag, out long fieldEnd))
            {
                return Broken(start);
            }

            if (tag == SecondTag)
            {
                return "it holds a tf.SequenceExample";
            }

            if (tag == FirstTag ? !ReadFeatures(fieldEnd, example) : !bytes.Skip(fieldEnd - bytes.Position))
            {
                return Broken(bytes.Position);
            }
        }

        return null;

        string Broken(long at) => FormattableString.Invariant($"it is no protobuf message of that type from byte {at} of the file on");
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadFeatures(long end, TfExample example)
    {
        while (bytes.Position < end)
        {
            if (TryReadPlainEntry(end, example))
            {
                continue;
            }

            if (!TryReadField(end, out uint tag, out long fieldEnd)
                || !(tag == FirstTag ? ReadEntry(fieldEnd, example) : bytes.Skip(fieldEnd - bytes.Position)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Reads an entry as every writer gives it, key and value and nothing else, whose begin is in memory. False for all
    /// others, and for those in which something is wrong: they are left to <see cref="ReadEntry"/>.
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadPlainEntry(long end, TfExample example)
    {
        ReadOnlySpan<byte> ahead = bytes.Buffered;
        int at = 1;
        if (ahead.Length < PlainEntryHead || ahead[0] != FirstTag || WireMessage.ReadShortLength(ahead, ref at) is var entry && (entry < 0 || at + entry > end - bytes.Position))
        {
            return false;
        }

        int entryEnd = at + entry;
        int keyLength = ahead[at + 1];
        if (ahead[at] != FirstTag || keyLength > 0x7F)
        {
            return false;
        }

        ReadOnlySpan<byte> name = ahead.Slice(at + 2, keyLength);
        at += 2 + keyLength;
        if (ahead[at++] != SecondTag || WireMessage.ReadShortLength(ahead, ref at) is var value && (value < 0 || at + value != entryEnd))
        {
            return false;
        }

        if (TfExample.Find(name) is not { } key)
        {
            example.NoteOther(name);
            return bytes.Skip(entryEnd);
        }

        bool good = entryEnd <= ahead.Length && example[key].TryParse(ahead.Slice(at, value));
        bytes.Advance(good ? entryEnd : 0);
        return good;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadEntry(long end, TfExample example)
    {
        TfExampleKey? key = null;
        bool hasKey = false;
        bool hasValue = false;
        byte[]? early = null;
        while (bytes.Position < end)
        {
            if (!TryReadField(end, out uint tag, out long fieldEnd))
            {
                return false;
            }

            long length = fieldEnd - bytes.Position;
            if (tag == FirstTag)
            {
                hasKey = true;
                if (!ReadKey(length, example, out key))
                {
                    return false;
                }
            }
            else if (tag != SecondTag || (hasKey && key is null))
            {
                if (!bytes.Skip(length))
                {
                    return false;
                }
            }
            else
            {
                if (length > LongestValue || !bytes.Fill((int)length))
                {
                    return false;
                }

                ReadOnlySpan<byte> value = bytes.Buffered.Slice(0, (int)length);
                hasValue = key is not null;
                if (key is { } known ? !example[known].TryParse(value) : !Keep(value, out early))
                {
                    return false;
                }

                bytes.Advance((int)length);
            }
        }

        return hasValue || key is not { } late || example[late].TryParse(early);
    }

    private static bool Keep(ReadOnlySpan<byte> value, out byte[] kept)
    {
        kept = value.ToArray();
        return true;
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool ReadKey(long length, TfExample example, out TfExampleKey? key)
    {
        key = null;
        if (length is 0 or > 4 * TfExample.LongestKey)
        {
            return bytes.Skip(length);
        }

        if (!bytes.Fill((int)length))
        {
            return false;
        }

        ReadOnlySpan<byte> name = bytes.Buffered.Slice(0, (int)length);
        key = TfExample.Find(name);
        if (key is null)
        {
            example.NoteOther(name);
        }

        bytes.Advance((int)length);
        return true;
    }

    /// <summary>Reads a field's tag, and where it has one its length; its content, which is ahead, ends within the message.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadField(long messageEnd, out uint tag, out long fieldEnd)
    {
        tag = 0;
        fieldEnd = 0;
        if (!TryReadVarint(messageEnd, out ulong number) || !WireMessage.IsTag(number))
        {
            return false;
        }

        tag = (uint)number;
        ulong length = (tag & 7) switch { 1 => 8, 5 => 4, _ => 0 };
        if ((tag & 7) is 0 or 2)
        {
            if (!TryReadVarint(messageEnd, out number))
            {
                return false;
            }

            length = (tag & 7) == 2 ? number : 0;
        }

        fieldEnd = unchecked(bytes.Position + (long)length);
        return length <= (ulong)(messageEnd - bytes.Position);
    }

    [MethodImpl(HotPath.OptimizeAtOnce)]
    private bool TryReadVarint(long messageEnd, out ulong value)
    {
        int limit = (int)Math.Min(WireMessage.LongestVarint, messageEnd - bytes.Position);
        ReadOnlySpan<byte> ahead = bytes.Buffered;
        if (ahead.Length < limit)
        {
            // Where the stream ends before, what is there may still hold a shorter number.
            bytes.Fill(limit);
            ahead = bytes.Buffered;
        }

        int length = WireMessage.TryReadVarint(ahead.Slice(0, Math.Min(limit, ahead.Length)), out value);
        bytes.Advance(length);
        return length > 0;
    }
}
