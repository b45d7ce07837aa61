using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>
/// The frames of a TFRecord (<c>tensorflow/core/lib/io/record_writer.h</c>): before each record its length and the
/// checksum of that, after it the checksum of the content. The length is always checked, and held against the file's end.
/// </summary>
internal sealed class TfRecordFrames(TfRecordBytes bytes, string path, bool isDecompressed, bool checksContent)
{
    /// <summary>Eight bytes of length, four of its checksum.</summary>
    public const int HeaderLength = 12;

    private const int FooterLength = 4;

    private long _length;

    /// <summary>The record at hand, or the one that should be there.</summary>
    public TfRecordPlace Place { get; private set; } = new(1, 0, isDecompressed);

    /// <summary>How many records there were before, and the one at hand.</summary>
    public int Count { get; private set; }

    /// <summary>Where the content of the record at hand ends.</summary>
    public long End { get; private set; }

    /// <summary>Why there is no next record, where that is not because the file ends.</summary>
    public Diagnostic? Fault { get; private set; }

    /// <summary>The bytes are a header whose checksum is right.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public static bool IsHeader(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength
        && Crc32C.Mask(Crc32C.Append(0, header.Slice(0, 8))) == BinaryPrimitives.ReadUInt32LittleEndian(header.Slice(8))
        && BinaryPrimitives.ReadInt64LittleEndian(header) is >= 0 and < long.MaxValue / 2;

    /// <summary>Goes to the begin of the next record's content; false at the end of the file, or of what can be read.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool Next()
    {
        Place = new TfRecordPlace(Count + 1, bytes.Position, isDecompressed);
        if (!bytes.Fill(HeaderLength))
        {
            int found = bytes.Buffered.Length;
            Fault = found == 0 ? null : TfRecordDiagnostics.TruncatedHeader(path, Place.ToString(), HeaderLength, found);
            return false;
        }

        if (!IsHeader(bytes.Buffered))
        {
            Fault = Count == 0
                ? TfRecordDiagnostics.NoTfRecord(path, TfRecordLookalike.Describe(bytes.Buffered, isDecompressed))
                : TfRecordDiagnostics.DamagedLength(path, Place.ToString(), IsZero(bytes.Buffered.Slice(0, HeaderLength)));
            return false;
        }

        _length = BinaryPrimitives.ReadInt64LittleEndian(bytes.Buffered);
        bytes.Advance(HeaderLength);
        End = bytes.Position + _length;
        if (bytes.Length is { } all && End + FooterLength > all)
        {
            Fault = Truncated(all - bytes.Position);
            return false;
        }

        Count++;
        if (checksContent)
        {
            bytes.BeginChecksum();
        }

        return true;
    }

    /// <summary>
    /// Skips what is left of the record at hand; false when the file ends within it. Where contents are checked,
    /// <paramref name="isDamaged"/> tells whether this one is another than was written.
    /// </summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public bool Finish(out bool isDamaged)
    {
        long start = End - _length;
        bool ended = !bytes.Skip(End - bytes.Position);
        uint checksum = checksContent ? Crc32C.Mask(bytes.EndChecksum()) : 0;
        isDamaged = false;
        if (ended || (checksContent ? !bytes.Fill(FooterLength) : !bytes.Skip(FooterLength)))
        {
            Fault = Truncated(bytes.Position + bytes.Buffered.Length - start);
            return false;
        }

        if (checksContent)
        {
            isDamaged = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Buffered) != checksum;
            bytes.Advance(FooterLength);
        }

        return true;
    }

    private static bool IsZero(ReadOnlySpan<byte> header)
    {
        foreach (byte b in header)
        {
            if (b != 0)
            {
                return false;
            }
        }

        return true;
    }

    private Diagnostic Truncated(long found) => TfRecordDiagnostics.Truncated(path, Place.ToString(), _length + FooterLength, found);
}

/// <summary>Which record of a file, in the words of a diagnostic: a binary file has no lines.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Where it begins, in bytes from the file's start; after decompression where the file is compressed.</param>
/// <param name="IsDecompressed">The file is compressed.</param>
internal readonly record struct TfRecordPlace(int Number, long Offset, bool IsDecompressed)
{
    /// <summary>"record 12 (byte 34567)".</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, IsDecompressed ? "record {0} (byte {1} of the decompressed data)" : "record {0} (byte {1})", Number, Offset);
}
