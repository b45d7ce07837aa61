using System;
using System.Buffers.Binary;

namespace AnchorFit.Annotations.Images;

/// <summary>
/// Finds the frame header of a JPEG (ITU T.81, B.1 and B.2) behind segments of any length, which are sought over.
/// Bytes that belong to no segment are passed over, as libjpeg does.
/// </summary>
internal static class JpegHeader
{
    /// <summary>Real files have up to some hundred segments (colour profiles, extended XMP). More steps are an attack.</summary>
    private const int MaxSteps = 1 << 16;

    private const string Truncated = "it ends before its frame header";

    /// <summary>Reads the sides of the frame; what is wrong, or an empty text.</summary>
    public static string Read(HeaderBytes bytes, out long width, out long height)
    {
        (width, height) = (0, 0);
        long at = 2;
        for (int step = 0; step < MaxSteps; step++)
        {
            if (!bytes.TryGet(at, 2, out ReadOnlySpan<byte> marker))
            {
                return Truncated;
            }

            byte code = marker[1];
            if (marker[0] != 0xFF || code is 0 or 0xFF)
            {
                at++;
            }
            else if (code is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
            }
            else if (code is 0xD9 or 0xDA)
            {
                return "its image data begins without a frame header";
            }
            else if (IsFrame(code))
            {
                return ReadFrame(bytes, at, out width, out height);
            }
            else if (!bytes.TryGet(at, 4, out ReadOnlySpan<byte> segment))
            {
                return Truncated;
            }
            else
            {
                // A length counts its own two bytes; a smaller one is damage, from which the search goes on.
                at += 2 + Math.Max((int)BinaryPrimitives.ReadUInt16BigEndian(segment.Slice(2)), 2);
            }
        }

        return "no frame header was found in it";
    }

    private static string ReadFrame(HeaderBytes bytes, long at, out long width, out long height)
    {
        (width, height) = (0, 0);
        if (!bytes.TryGet(at, 9, out ReadOnlySpan<byte> frame))
        {
            return Truncated;
        }

        height = BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(5));
        width = BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(7));
        return height == 0 && width > 0 ? "its header leaves the height to the end of the image data" : string.Empty;
    }

    /// <summary>SOF0 to SOF15 but for the three codes that are something else there: DHT, JPG, DAC.</summary>
    private static bool IsFrame(byte code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
