using System;
using System.IO;
using System.IO.Compression;

namespace AnchorFit.Annotations.TfRecord;

/// <summary>The compressions that TensorFlow's record writers know: gzip (RFC 1952) and zlib (RFC 1950).</summary>
internal static class TfRecordCompression
{
    private const int ZlibHeaderLength = 2;

    /// <summary>The records in a compressed file; null where its first bytes are not those of one.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="all">The stream, at its begin.</param>
    public static Stream? Open(ReadOnlySpan<byte> start, Stream all)
    {
        if (start.StartsWith(new byte[] { 0x1F, 0x8B, 8 }))
        {
            return new GZipStream(all, CompressionMode.Decompress, leaveOpen: true);
        }

        // Method 8 (deflate), and a header that divides by 31. Its checksum at the end isn't looked at: records have their own.
        if (start.Length < ZlibHeaderLength || (start[0] & 0x8F) != 8 || ((256 * start[0]) + start[1]) % 31 != 0)
        {
            return null;
        }

        for (int read = 0; read < ZlibHeaderLength && all.ReadByte() >= 0; read++)
        {
        }

        return new DeflateStream(all, CompressionMode.Decompress, leaveOpen: true);
    }
}
