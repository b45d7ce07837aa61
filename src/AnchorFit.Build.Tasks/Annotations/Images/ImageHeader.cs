using System;
using System.Buffers.Binary;
using System.IO;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Images;

/// <summary>
/// Reads how large an image is from its header: PNG, JPEG, BMP, GIF, WebP, told by content and not by extension.
/// </summary>
/// <remarks>
/// The size is that of the stored pixels. An orientation in EXIF data doesn't turn it, because
/// <c>tf.image.decode_jpeg</c>, which the API decodes with, doesn't turn the image either.
/// </remarks>
internal static class ImageHeader
{
    private const string Truncated = "it ends within its header";

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> Vp8Start => [0x9D, 0x01, 0x2A];

    /// <summary>Reads as little of the stream as is needed, some hundred bytes.</summary>
    /// <param name="stream">From its first byte on; it stays open.</param>
    /// <param name="fault">Why there is no size, as a clause about the file: "it ends within its header"; empty when there is one.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static bool TryReadSize(Stream stream, out ImageSize size, out string fault)
    {
        var bytes = new HeaderBytes(stream);
        ReadOnlySpan<byte> head = bytes.Head(32);
        fault = string.Empty;
        (long width, long height) = (0, 0);
        if (head.StartsWith(PngSignature))
        {
            fault = ReadPng(head, out width, out height);
        }
        else if (head.StartsWith(JpegStart))
        {
            fault = JpegHeader.Read(bytes, out width, out height);
        }
        else if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
        {
            fault = ReadGif(head, out width, out height);
        }
        else if (head.StartsWith("BM"u8))
        {
            fault = ReadBmp(head, out width, out height);
        }
        else if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head.Slice(8).StartsWith("WEBP"u8))
        {
            fault = ReadWebP(head, out width, out height);
        }
        else
        {
            fault = head.IsEmpty ? "it is empty"
                : GitLfsPointer.Is(bytes.Head(HeaderBytes.WindowLength)) ? GitLfsPointer.Clause
                : "it is no PNG, JPEG, BMP, GIF or WebP";
        }

        if (fault.Length == 0 && (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue))
        {
            fault = FormattableString.Invariant($"its header says {width} × {height} pixels");
        }

        size = fault.Length == 0 ? new ImageSize((int)width, (int)height) : default;
        return fault.Length == 0;
    }

    /// <summary>PNG specification, 5.2 and 11.2.2: the first chunk is IHDR.</summary>
    private static string ReadPng(ReadOnlySpan<byte> head, out long width, out long height)
    {
        (width, height) = (0, 0);
        if (head.Length < 24)
        {
            return Truncated;
        }

        if (!head.Slice(12).StartsWith("IHDR"u8))
        {
            return "its first chunk is not IHDR";
        }

        width = BinaryPrimitives.ReadUInt32BigEndian(head.Slice(16));
        height = BinaryPrimitives.ReadUInt32BigEndian(head.Slice(20));
        return string.Empty;
    }

    /// <summary>GIF89a specification, 18: the logical screen.</summary>
    private static string ReadGif(ReadOnlySpan<byte> head, out long width, out long height)
    {
        (width, height) = (0, 0);
        if (head.Length < 10)
        {
            return Truncated;
        }

        width = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(6));
        height = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(8));
        return string.Empty;
    }

    /// <summary>BITMAPCOREHEADER has 16 bits a side; all later headers have 32, and a negative height where rows run down.</summary>
    private static string ReadBmp(ReadOnlySpan<byte> head, out long width, out long height)
    {
        (width, height) = (0, 0);
        uint headerLength = head.Length < 18 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(14));
        if (head.Length < (headerLength == 12 ? 22 : 26))
        {
            return Truncated;
        }

        if (headerLength == 12)
        {
            width = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(18));
            height = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(20));
            return string.Empty;
        }

        if (headerLength < 16)
        {
            return "its BMP header is of no known kind";
        }

        width = BinaryPrimitives.ReadInt32LittleEndian(head.Slice(18));
        height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(head.Slice(22)));
        return string.Empty;
    }

    /// <summary>RFC 9649, 2.5 to 2.7 (VP8 frame header: RFC 6386, 9.1).</summary>
    private static string ReadWebP(ReadOnlySpan<byte> head, out long width, out long height)
    {
        (width, height) = (0, 0);
        if (head.Length < 30)
        {
            // The smallest lossless image has five bytes from 20 on.
            if (head.Length < 25 || !head.Slice(12).StartsWith("VP8L"u8))
            {
                return Truncated;
            }
        }

        ReadOnlySpan<byte> kind = head.Slice(12, 4);
        if (kind.SequenceEqual("VP8 "u8))
        {
            if ((head[20] & 1) != 0 || !head.Slice(23, 3).SequenceEqual(Vp8Start))
            {
                return "its WebP data does not begin with a whole frame";
            }

            width = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(26)) & 0x3FFF;
            height = BinaryPrimitives.ReadUInt16LittleEndian(head.Slice(28)) & 0x3FFF;
        }
        else if (kind.SequenceEqual("VP8L"u8))
        {
            if (head[20] != 0x2F)
            {
                return "its WebP data does not begin with a lossless image";
            }

            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(21));
            width = (bits & 0x3FFF) + 1;
            height = ((bits >> 14) & 0x3FFF) + 1;
        }
        else if (kind.SequenceEqual("VP8X"u8))
        {
            width = (BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(24)) & 0xFFFFFF) + 1;
            height = (BinaryPrimitives.ReadUInt32LittleEndian(head.Slice(26)) >> 8) + 1;
        }
        else
        {
            return "its WebP data is of no known kind";
        }

        return string.Empty;
    }
}
