using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using AnchorFit.Geometry;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

/// <summary>Boxes come back as they were written, whatever happens to the bytes on the way.</summary>
public sealed class YoloPropertyTests
{
    private const string Sample =
        "\uFEFF0 0.5 0.5 0.25 0.25\r\n1 0.123456789012345678 1e-1 .1 0.1 0.9\n\n2 0.1 0.1 0.2 0.1 0.2 0.2\r7 320 2 1 1\n"
        + "0 0.5 0.5 0.5 0.5 0.4 0.4 2\n1 0,5 0,5 0,1 0,1\ndög 0.5 0.5 0.1 0.1\n1 0.5\n0 0.5 0.5 1.5 0.5\r\n0 2 2 0 0";

    private static readonly ReadingOptions Options = new Beside()
        .Add("labels/data.yaml", "names: [cat, dög, bird]\n").Add("images/a.png", Images.TinyImages.Png(30, 20)).Options with
    {
        NeedsImageSizes = true,
    };

    private static string Read(YoloReader reader, Stream stream) =>
        AnnotationFileText.Of(reader.Read(stream, new AnnotationSource("labels/a.txt", () => Stream.Null), Options));

    [Fact]
    public void BoxesComeBack() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Double[0.2, 0.8], Gen.Double[0.2, 0.8], Gen.Double[1e-6, 0.4], Gen.Double[1e-6, 0.4], Gen.Int[0, 3])
            .List[0, 30].Sample(rows =>
            {
                string Line((int Class, double X, double Y, double W, double H, int Way) row)
                {
                    (int c, double x, double y, double w, double h, int way) = row;
                    string numbers = way < 3
                        ? string.Join(' ', new[] { x, y, w, h }.Select(v => v.ToString(CultureInfo.InvariantCulture)))
                        : string.Join(' ', new[] { x - (w / 2), y, x, y + (h / 2), x + (w / 2), y, x, y - (h / 2) }.Select(v => v.ToString(CultureInfo.InvariantCulture)));
                    return $"{c} {numbers}{(way == 1 ? " 0.5" : way == 2 ? " 0.5 0.5 2" : string.Empty)}";
                }

                AnnotationFile file = YoloText.Read(string.Join('\n', rows.Select(Line)));
                return file.Diagnostics.Count == 0
                    && file.ObjectCount == rows.Count
                    && file.Boxes.Select(b => file.ClassNames[b.ClassIndex]).SequenceEqual(rows.Select(r => (r.Item1 + 1).ToString(CultureInfo.InvariantCulture)))
                    && file.Boxes.Select(b => b.Edges).SequenceEqual(rows.Select(r => Edges(r.Item2, r.Item3, r.Item4, r.Item5)))
                    && file.Boxes.Select(b => b.Line).SequenceEqual(Enumerable.Range(1, rows.Count));
            });

    [Fact]
    public void NumbersAreThoseOfTheFramework() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Double[0, 1], Gen.Int[0, 5]).Sample((large, small, way) =>
        {
            double value = way % 2 == 0 ? large : small;
            string text = value.ToString(way switch { < 2 => "R", < 4 => "E17", _ => "F18" }, CultureInfo.InvariantCulture);
            return YoloNumber.TryParse(Encoding.ASCII.GetBytes(text), out double read)
                && PixelNumber.TryParse(text, out double exact)
                && BitConverter.DoubleToInt64Bits(read) == BitConverter.DoubleToInt64Bits(exact);
        });

    [Theory]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-∞")]
    [InlineData("1e10")]
    [InlineData("1e999")]
    [InlineData("0.5x")]
    [InlineData("0,5")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData("0x1")]
    [InlineData(".")]
    [InlineData("1_0")]
    public void WhatIsNoNumberIsNone(string text) => Assert.False(YoloNumber.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(4096)]
    public void PiecesSayWhatTheWholeSays(int piece)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample + "\n" + string.Concat(Enumerable.Repeat(Sample[1..] + "\n", 200)));
        Assert.Equal(Read(new YoloReader(), new MemoryStream(bytes)), Read(new YoloReader(), new Pieces(bytes, piece)));
    }

    [Fact]
    public void TheSampleHasAllKinds() => Assert.Equal(
        ["AFB2013", "AFB2018", "AFB2161", "AFB2162", "AFB2163", "AFB2164"],
        new YoloReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Sample + "\n1 5 5 5 5")), new AnnotationSource("labels/a.txt", () => Stream.Null), Options)
            .Diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal).Where(c => c != "AFB2016"));

    [Fact]
    public void DamageNeverThrows()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Sample);
        var reader = new YoloReader();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].Select(Gen.Int[0, whole.Length]).Sample((edits, length) =>
        {
            byte[] bytes = whole.ToArray();
            foreach ((int at, byte value) in edits)
            {
                bytes[at] = value;
            }

            bytes = bytes[..length];
            YoloFormat.LooksLikeYolo(bytes, "a.txt");
            return Read(reader, new MemoryStream(bytes)) == Read(new YoloReader(), new Pieces(bytes, 5));
        }, threads: 1);
    }

    private static PixelBox Edges(double x, double y, double w, double h) => new(x - (w / 2), y - (h / 2), x + (w / 2), y + (h / 2));

    private sealed class Pieces(byte[] bytes, int length) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, length));
    }
}
