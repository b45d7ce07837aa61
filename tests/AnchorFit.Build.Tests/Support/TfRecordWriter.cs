using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using Google.Protobuf;

namespace AnchorFit.Tests.Support;

/// <summary>Writes TFRecords, with a checksum of its own: bit by bit, as the polynomial is defined.</summary>
internal static class TfRecordWriter
{
    public const int HeaderLength = 12;
    public const int FooterLength = 4;

    public static byte[] Write(params IEnumerable<IMessage> records)
    {
        using var file = new MemoryStream();
        foreach (IMessage record in records)
        {
            Append(file, record.ToByteArray());
        }

        return file.ToArray();
    }

    public static byte[] WriteBytes(params IEnumerable<byte[]> records)
    {
        using var file = new MemoryStream();
        foreach (byte[] record in records)
        {
            Append(file, record);
        }

        return file.ToArray();
    }

    public static void Append(Stream file, byte[] content)
    {
        file.Write(Header(content.Length));
        file.Write(content);
        file.Write(Masked(content));
    }

    /// <summary>The length of a record with its checksum.</summary>
    public static byte[] Header(long length)
    {
        byte[] header = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        return [.. header, .. Masked(header)];
    }

    public static byte[] GZip(byte[] content) => Compress(content, stream => new GZipStream(stream, CompressionLevel.Fastest));

    public static byte[] ZLib(byte[] content, CompressionLevel level = CompressionLevel.Optimal) => Compress(content, stream => new ZLibStream(stream, level));

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Masked(byte[] bytes)
    {
        uint crc = Checksum(bytes);
        byte[] masked = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(masked, unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8));
        return masked;
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var file = new MemoryStream();
        using (Stream stream = open(file))
        {
            stream.Write(content);
        }

        return file.ToArray();
    }
}
