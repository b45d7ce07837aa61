using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Annotations.Images;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Images;

public sealed class ImageHeaderTests
{
    private static readonly Dictionary<string, byte[]> Good = new(StringComparer.Ordinal)
    {
        ["png"] = TinyImages.Png(640, 481),
        ["gif 87a"] = TinyImages.Gif("87a", 640, 481),
        ["gif 89a"] = TinyImages.Gif("89a", 640, 481),
        ["bmp core"] = TinyImages.Bmp(12, 640, 481),
        ["bmp os2 short"] = TinyImages.Bmp(16, 640, 481),
        ["bmp"] = TinyImages.Bmp(40, 640, 481),
        ["bmp top down"] = TinyImages.Bmp(124, 640, -481),
        ["webp lossy"] = TinyImages.WebPLossy(640, 481),
        ["webp lossy scaled"] = TinyImages.WebPLossy(640 | 0x4000, 481 | 0x8000),
        ["webp lossless"] = TinyImages.WebPLossless(640, 481),
        ["webp extended"] = TinyImages.WebPExtended(640, 481),
        ["jpeg baseline"] = TinyImages.Jpeg(0xC0, 640, 481),
        ["jpeg progressive"] = TinyImages.Jpeg(0xC2, 640, 481, TinyImages.Segment(0xE0, 14)),
        ["jpeg exif"] = TinyImages.Jpeg(0xC1, 640, 481, [.. TinyImages.Segment(0xE1, 65533), .. TinyImages.Segment(0xE2, 60000), .. TinyImages.Segment(0xC4, 400), .. TinyImages.Segment(0xFE, 0)]),
        ["jpeg filled"] = TinyImages.Jpeg(0xCF, 640, 481, [0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0xFF, 0xD3, .. TinyImages.Segment(0xDB, 65), 0, 7, 0xFF, 0]),
    };

    public static TheoryData<string> Kinds => new(Good.Keys);

    private static string Read(Stream stream) =>
        ImageHeader.TryReadSize(stream, out ImageSize size, out string fault) ? $"{size.Width}x{size.Height}{fault}" : fault;

    private static string Read(byte[] bytes) => Read(new MemoryStream(bytes));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ReadsTheSize(string kind)
    {
        Assert.Equal("640x481", Read(Good[kind]));
        Assert.Equal("640x481", Read(new Sipping(Good[kind], canSeek: false)));
        Assert.Equal("640x481", Read(new Sipping(Good[kind], canSeek: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AFileThatIsCutOffSaysSo(string kind)
    {
        byte[] whole = Good[kind];
        int needed = Enumerable.Range(0, whole.Length).First(n => Read(whole[..(whole.Length - n)]) != "640x481");
        for (int length = Math.Max(0, whole.Length - needed - 200); length <= whole.Length - needed; length++)
        {
            string expected = length == 0 ? "it is empty"
                : kind.StartsWith("jpeg", StringComparison.Ordinal) ? "it ends before its frame header"
                : "it ends within its header";
            string fault = Read(whole[..length]);
            Assert.True(fault == expected || (length < 12 && fault == "it is no PNG, JPEG, BMP, GIF or WebP"), $"{length}: {fault}");
            Assert.Equal(fault, Read(new Sipping(whole[..length], canSeek: false)));
        }
    }

    [Fact]
    public void SegmentsAreSoughtOver()
    {
        var stream = new Sipping(Good["jpeg exif"], canSeek: true, sip: int.MaxValue);
        Assert.Equal("640x481", Read(stream));
        Assert.True(stream.BytesRead < 2000, $"{stream.BytesRead} bytes read");
        Assert.False(stream.IsDisposed);
    }

    public static TheoryData<byte[], string> Bad => new()
    {
        { [], "it is empty" },
        { "not an image"u8.ToArray(), "it is no PNG, JPEG, BMP, GIF or WebP" },
        { [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[20]], "it is no PNG, JPEG, BMP, GIF or WebP" },
        { TinyImages.Png(0, 5), "its header says 0 × 5 pixels" },
        { TinyImages.Png(0x80000000, 5), "its header says 2147483648 × 5 pixels" },
        { [.. TinyImages.Png(5, 5)[..12], .. "CgBI"u8, .. new byte[20]], "its first chunk is not IHDR" },
        { TinyImages.Gif("89a", 5, 0), "its header says 5 × 0 pixels" },
        { TinyImages.Bmp(40, -5, 5), "its header says -5 × 5 pixels" },
        { TinyImages.Bmp(40, 5, int.MinValue), "its header says 5 × 2147483648 pixels" },
        { TinyImages.Bmp(13, 5, 5), "its BMP header is of no known kind" },
        { TinyImages.WebPLossy(0, 5), "its header says 0 × 5 pixels" },
        { Changed(TinyImages.WebPLossy(5, 5), 20, 1), "its WebP data does not begin with a whole frame" },
        { Changed(TinyImages.WebPLossy(5, 5), 23, 1), "its WebP data does not begin with a whole frame" },
        { Changed([.. TinyImages.WebPLossless(5, 5), .. new byte[9]], 20, 1), "its WebP data does not begin with a lossless image" },
        { Changed(TinyImages.WebPLossy(5, 5), 15, (byte)'9'), "its WebP data is of no known kind" },
        { TinyImages.Jpeg(0xC0, 5, 0), "its header leaves the height to the end of the image data" },
        { TinyImages.Jpeg(0xC0, 0, 0), "its header says 0 × 0 pixels" },
        { TinyImages.Jpeg(0xC0, 5, 5, 0xFF, 0xD9), "its image data begins without a frame header" },
        { TinyImages.Jpeg(0xC4, 5, 5), "its image data begins without a frame header" },
        { [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 100_000)], "no frame header was found in it" },
        { [0xFF, 0xD8, .. Enumerable.Range(0, 70_000).SelectMany(_ => new byte[] { 0xFF, 0xE0, 0, 2 })], "no frame header was found in it" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void WhatHasNoSizeSaysWhy(byte[] bytes, string fault) => Assert.Equal(fault, Read(bytes));

    [Fact]
    public void TheLargestSidesAreRead()
    {
        Assert.Equal("2147483647x1", Read(TinyImages.Png(int.MaxValue, 1)));
        Assert.Equal("16384x16384", Read(TinyImages.WebPLossless(16384, 16384)));
        Assert.Equal("16777216x16777216", Read(TinyImages.WebPExtended(1 << 24, 1 << 24)));
        Assert.Equal("65535x65535", Read(TinyImages.Jpeg(0xC2, 65535, 65535)));
    }

    [Fact]
    public void DamageNeverThrows()
    {
        byte[][] all = [.. Good.Values.Select(g => g.Length > 1000 ? [.. g[..500], .. g[^500..]] : g)];
        Gen.Select(Gen.Int[0, all.Length - 1], Gen.Int[0, 1000], Gen.Byte, Gen.Int[0, 1000]).Sample((index, at, value, cut) =>
        {
            byte[] bytes = all[index].ToArray();
            bytes[at % Math.Min(bytes.Length, 60)] = value;
            bytes = bytes[..Math.Max(0, bytes.Length - (cut % 50))];
            return Read(bytes) == Read(new Sipping(bytes, canSeek: false));
        });
    }

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }

    /// <summary>Gives a few bytes at a time, and counts them.</summary>
    private sealed class Sipping(byte[] bytes, bool canSeek, int sip = 3) : MemoryStream(bytes)
    {
        public int BytesRead { get; private set; }

        public bool IsDisposed { get; private set; }

        public override bool CanSeek => canSeek;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = base.Read(buffer, offset, Math.Min(count, sip));
            BytesRead += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin loc) => canSeek ? base.Seek(offset, loc) : throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
