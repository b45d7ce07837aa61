using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using CsCheck;
using Xunit;

namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>What holds of any file: boxes come back, pieces change nothing, damage never throws.</summary>
public sealed class CocoPropertyTests
{
    private static readonly string[] Texts = ["dog", "ché", "犬🐕", "a\"b\\c", "\u0001\t", "x]},{["];

    /// <summary>Image, category, left, top, width, height in sixteenths of a pixel (which doubles hold exactly), crowd.</summary>
    private static readonly Gen<(int Image, int Category, int X, int Y, int W, int H, bool Crowd)[]> Boxes = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 8_000], Gen.Int[0, 8_000], Gen.Int[1, 8_000], Gen.Int[1, 8_000], Gen.Bool).Array[0, 40];

    [Fact]
    public void BoxesComeBackAsTheyWereWritten() =>
        Gen.Select(Boxes, Gen.Shuffle(new int[] { 0, 1, 2 }), Gen.Bool, Gen.Bool).Sample((boxes, order, indented, textIds) =>
        {
            AnnotationFile file = CocoText.Read(Write(boxes, order, indented, textIds));
            List<string> names = boxes.Select(b => Texts[b.Category]).Distinct().ToList();
            Assert.Empty(file.Diagnostics);
            Assert.Equal(boxes.Length, file.ObjectCount);
            Assert.Equal(names.Select(n => n.Trim()), file.ClassNames);
            Assert.Equal(
                boxes.Select(b => (new PixelBox(b.X / 16.0, b.Y / 16.0, (b.X + b.W) / 16.0, (b.Y + b.H) / 16.0),
                    names.IndexOf(Texts[b.Category]), b.Crowd ? BoxFlags.Crowd : BoxFlags.None, b.Image)),
                file.Boxes.Select(b => (b.Edges, b.ClassIndex, b.Flags, b.Image)));
            Assert.Equal(Enumerable.Range(0, 5).Select(i => Texts[i]), file.Images.Select(i => i.Name));
        }, iter: 300);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(4096)]
    public void PiecesOfTheStreamChangeNothing(int length)
    {
        // Two buffers long: fillers of texts, escapes, wide characters, numbers and line ends move what matters over their edge.
        string filler = string.Concat(Enumerable.Repeat("""{"t": "é犬🐕\u00e9\\", "n": [-1.5e-3, {"s": "}]\""}], "w": true},""" + "\r\n", 5_000));
        string large = "{\"x\": [" + filler + "0], " + CocoSamples.Indented.TrimStart()[1..];
        foreach (string text in (string[])[CocoSamples.OneLine, CocoSamples.Indented, CocoSamples.Indented.ReplaceLineEndings("\r\n"),
            CocoSamples.Between("{\"bbox\": [1, 2, \"犬\"]}"), CocoSamples.OneLine[..400], "{\"a\": \"é\\u12", large, large[..^50]])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(AnnotationFileText.Of(CocoText.Read(bytes)), AnnotationFileText.Of(CocoText.Read(new PiecewiseStream(bytes, length))));
        }
    }

    [Fact]
    public void TheEdgeOfTheBufferChangesNothing()
    {
        string expected = AnnotationFileText.Of(CocoText.Read(CocoSamples.OneLine));
        int edge = AnchorFit.Annotations.Json.JsonInput.Length;
        byte[] bytes = Encoding.UTF8.GetBytes(new string(' ', edge - 1) + "\n" + CocoSamples.OneLine);
        CocoReader reader = new();
        for (int over = 0; over <= CocoSamples.OneLine.Length; over++)
        {
            string moved = AnnotationFileText.Of(CocoText.Read(new MemoryStream(bytes, over, bytes.Length - over), reader: reader)).Replace("Line = 2", "Line = 1", StringComparison.Ordinal);
            Assert.Equal(expected, moved);
        }
    }

    [Fact]
    public void ATextAsLongAsTheBufferIsRefusedAndALongerSkippedOneIsNot()
    {
        string longText = new('x', AnchorFit.Annotations.Json.JsonInput.Length);

        Assert.Empty(CocoText.Read($$"""{"info": "{{longText}}", "images": [{"id": 1, "flickr_url": "{{longText}}", "a": ["{{longText}}"]}], "annotations": []}""").Diagnostics);
        foreach (string text in (string[])[$$"""{"{{longText}}": 1}""", $$"""{"images": [{"file_name": "{{longText}}"}]}""", $$"""{"images": [{"id": 1{{longText}}}]}"""])
        {
            Assert.Contains("longer than 256 KiB", Assert.Single(CocoText.Read(text).Diagnostics).Message);
        }
    }

    [Fact]
    public void DamageNeverThrows()
    {
        byte[][] files = [Encoding.UTF8.GetBytes(CocoSamples.OneLine), Encoding.UTF8.GetBytes(CocoSamples.Indented)];
        CocoReader reader = new();
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[0, 4_000], Gen.Byte).Array[0, 4], Gen.Int[0, 4_000]).Sample((which, changes, end) =>
        {
            byte[] bytes = (byte[])files[which].Clone();
            foreach ((int at, byte value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            AnnotationFile file = CocoText.Read(bytes[..Math.Min(end, bytes.Length)], reader: reader);
            Assert.All(file.Boxes, b => Assert.InRange(b.Image, 0, file.Images.Count - 1));
            Assert.All(file.Boxes, b => Assert.InRange(b.ClassIndex, -1, file.ClassNames.Count - 1));
            Assert.All(file.Boxes, b => Assert.True(b.Edges.Width > 0 && b.Edges.Height > 0));
            Assert.True(!file.Diagnostics.Any(d => d.IsError) || (file.Boxes.Count == 0 && file.ObjectCount == 0));
        }, iter: 5_000, threads: 1);
    }

    [Fact]
    public void EveryTruncationIsAnError()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(CocoSamples.Indented.TrimEnd());
        CocoReader reader = new();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.True(Assert.Single(CocoText.Read(bytes[..length], reader: reader).Diagnostics).IsError);
        }
    }

    [Fact]
    public void ProgressAddsUpToTheBoxes()
    {
        List<int> told = [];
        AnnotationFile file = CocoText.Read(Many(150_000), new ReadingOptions { BoxesRead = told.Add });

        Assert.Equal(149_999, file.Boxes.Count);
        Assert.Equal(3, told.Count);
        Assert.Equal(file.Boxes.Count, told.Sum());
    }

    [Fact]
    public void AFailingFileTakesItsProgressBack()
    {
        List<int> told = [];
        CocoText.Read(Many(70_000)[..^1], new ReadingOptions { BoxesRead = told.Add });

        Assert.Equal(2, told.Count);
        Assert.Equal(0, told.Sum());
    }

    [Fact]
    public void CancellingEndsALargeFile()
    {
        using CancellationTokenSource source = new();
        ReadingOptions options = new() { Cancellation = source.Token, BoxesRead = _ => source.Cancel() };

        Assert.Throws<OperationCanceledException>(() => CocoText.Read(Many(150_000), options));
    }

    [Fact]
    public void ABoxAllocatesNothingButItsPlace()
    {
        byte[] few = Encoding.UTF8.GetBytes(Many(1 << 16));
        byte[] many = Encoding.UTF8.GetBytes(Many(1 << 17));
        long Allocated(byte[] bytes)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            CocoText.Read(bytes);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(few);
        double perBox = (Allocated(many) - Allocated(few)) / (double)(1 << 16);

        // 48 bytes of box and 4 of column in lists that grow twofold, and the ids.
        Assert.InRange(perBox, 52, 2.5 * 52);
    }

    /// <summary>One of them has no extent.</summary>
    private static string Many(int count)
    {
        StringBuilder text = new("""{"images": [{"id": 7, "width": 1000, "height": 1000}], "annotations": [{"id": 0, "image_id": 7, "category_id": 1, "bbox": [1, 2, 0, 1]}""");
        for (int i = 1; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$""",{"segmentation": [[1.5, 2, 3.25]], "id": {{i}}, "image_id": 7, "category_id": 1, "bbox": [{{i % 500}}.123456789012345678, 2.5, 3, 4]}""");
        }

        return text.Append("""], "categories": [{"id": 1, "name": "dog"}]}""").ToString();
    }

    private static string Write((int Image, int Category, int X, int Y, int W, int H, bool Crowd)[] boxes, int[] order, bool indented, bool textIds)
    {
        string Id(int id) => textIds ? $"\"image {id}\"" : id.ToString(CultureInfo.InvariantCulture);
        string Text(string text) => System.Text.Json.JsonSerializer.Serialize(text);
        string Pixels(int sixteenths) => (sixteenths / 16.0).ToString("R", CultureInfo.InvariantCulture);
        string[] lists =
        [
            "\"images\": [" + string.Join(",", Enumerable.Range(0, 5).Select(i => $$"""{"id": {{Id(i)}}, "file_name": {{Text(Texts[i])}}, "width": 1000, "height": 1000}""")) + "]",
            "\"categories\": [" + string.Join(",", Enumerable.Range(0, 6).Select(i => $$"""{"name": {{Text(Texts[i])}}, "id": {{i}}}""")) + "]",
            "\"annotations\": [" + string.Join(",", boxes.Select((b, i) =>
                $$"""{"id": {{i}}, "image_id": {{Id(b.Image)}}, "category_id": {{b.Category}}, "iscrowd": {{(b.Crowd ? 1 : 0)}}, "bbox": [{{Pixels(b.X)}}, {{Pixels(b.Y)}}, {{Pixels(b.W)}}, {{Pixels(b.H)}}]}""")) + "]",
        ];
        string json = "{" + string.Join(",", order.Select(i => lists[i])) + "}";
        return indented
            ? System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true })
            : json;
    }
}
