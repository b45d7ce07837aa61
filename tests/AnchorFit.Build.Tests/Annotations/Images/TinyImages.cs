using System.Buffers.Binary;
using System.Linq;

namespace AnchorFit.Tests.Annotations.Images;

/// <summary>The headers of images, and as much behind them as tells that nobody reads on.</summary>
internal static class TinyImages
{
    public static byte[] Png(uint width, uint height) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. Big(width, 4), .. Big(height, 4), 8, 2, 0, 0, 0, 1, 2, 3, 4];

    public static byte[] Gif(string version, ushort width, ushort height) =>
        [.. "GIF"u8, .. version.Select(c => (byte)c), .. Little(width, 2), .. Little(height, 2), 0, 0, 0, 0x3B];

    /// <param name="headerLength">12 for the oldest kind, 40 for the usual one.</param>
    public static byte[] Bmp(uint headerLength, int width, int height)
    {
        int bytes = headerLength == 12 ? 2 : 4;
        return [.. "BM"u8, .. new byte[12], .. Little(headerLength, 4), .. Little((uint)width, bytes), .. Little((uint)height, bytes), 1, 0, 24, 0, .. new byte[24]];
    }

    public static byte[] WebPLossy(int width, int height) =>
        [.. Riff("VP8 "), 0x10, 0, 0, 0x9D, 0x01, 0x2A, .. Little((uint)width, 2), .. Little((uint)height, 2), 0, 0];

    public static byte[] WebPLossless(int width, int height) =>
        [.. Riff("VP8L"), 0x2F, .. Little((uint)(width - 1) | ((uint)(height - 1) << 14), 4)];

    public static byte[] WebPExtended(int width, int height) =>
        [.. Riff("VP8X"), 0x10, 0, 0, 0, .. Little((uint)(width - 1), 3), .. Little((uint)(height - 1), 3)];

    /// <param name="before">What stands between the start of the image and the frame header.</param>
    public static byte[] Jpeg(byte frame, int width, int height, params byte[] before) =>
        [0xFF, 0xD8, .. before, 0xFF, frame, 0, 17, 8, .. Big((uint)height, 2), .. Big((uint)width, 2), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA];

    /// <summary>A segment of a JPEG with so many bytes behind its length.</summary>
    public static byte[] Segment(byte code, int length, byte fill = 0xFF) =>
        [0xFF, code, .. Big((uint)(length + 2), 2), .. Enumerable.Repeat(fill, length)];

    private static byte[] Riff(string kind) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. kind.Select(c => (byte)c), 10, 0, 0, 0];

    private static byte[] Little(uint value, int length)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes[..length];
    }

    private static byte[] Big(uint value, int length)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes[(4 - length)..];
    }
}
