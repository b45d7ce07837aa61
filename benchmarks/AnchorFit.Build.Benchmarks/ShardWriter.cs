using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using AnchorFit.Annotations.TfRecord;
using Google.Protobuf;
using Tensorflow;

namespace AnchorFit.Benchmarks;

/// <summary>Writes a TFRecord with images of random bytes, the same each time, and some boxes each.</summary>
internal static class ShardWriter
{
    private const int ImageLength = 100_000;

    public static void Write(string path, int records)
    {
        byte[] noise = new byte[64 * ImageLength];
        new Random(1).NextBytes(noise);
        using FileStream file = File.Create(path);
        for (int i = 0; i < records; i++)
        {
            Append(file, Record(i, noise).ToByteArray());
        }
    }

    /// <summary>The features in an order of their own for each record, as they stand in a map of Python.</summary>
    private static Example Record(int index, byte[] noise)
    {
        var random = new Random(index);
        int boxes = random.Next(1, 8);
        (string Name, Feature Value)[] features =
        [
            ("image/height", Integers([480])),
            ("image/width", Integers([640])),
            ("image/filename", Texts([Name(index)])),
            ("image/source_id", Texts([Name(index)])),
            ("image/key/sha256", Texts([new string('0', 64)])),
            ("image/format", Texts(["jpeg"])),
            ("image/encoded", new Feature { BytesList = new BytesList { Value = { ByteString.CopyFrom(noise, random.Next(noise.Length - ImageLength), ImageLength) } } }),
            ("image/object/bbox/xmin", Floats(boxes, random, 0)),
            ("image/object/bbox/xmax", Floats(boxes, random, 0.5f)),
            ("image/object/bbox/ymin", Floats(boxes, random, 0)),
            ("image/object/bbox/ymax", Floats(boxes, random, 0.5f)),
            ("image/object/class/text", Texts(Enumerable.Range(0, boxes).Select(b => $"class {b % 3}"))),
            ("image/object/class/label", Integers(Enumerable.Range(0, boxes).Select(b => (b % 3) + 1L))),
            ("image/object/difficult", Integers(Enumerable.Repeat(0L, boxes))),
            ("image/object/truncated", Integers(Enumerable.Repeat(0L, boxes))),
            ("image/object/view", Texts(Enumerable.Repeat("Unspecified", boxes))),
        ];
        random.Shuffle(features);
        var example = new Example { Features = new Features() };
        foreach ((string name, Feature value) in features)
        {
            example.Features.Feature.Add(name, value);
        }

        return example;
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"image{index:D6}.jpg");

    private static Feature Floats(int count, Random random, float from) =>
        new() { FloatList = new FloatList { Value = { Enumerable.Range(0, count).Select(_ => from + (0.49f * random.NextSingle())) } } };

    private static Feature Integers(IEnumerable<long> values) => new() { Int64List = new Int64List { Value = { values } } };

    private static Feature Texts(IEnumerable<string> values) => new() { BytesList = new BytesList { Value = { values.Select(ByteString.CopyFromUtf8) } } };

    private static void Append(FileStream file, byte[] content)
    {
        byte[] number = new byte[12];
        BinaryPrimitives.WriteInt64LittleEndian(number, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(number.AsSpan(8), Crc32C.Mask(Crc32C.Append(0, number.AsSpan(0, 8))));
        file.Write(number);
        file.Write(content);
        BinaryPrimitives.WriteUInt32LittleEndian(number, Crc32C.Mask(Crc32C.Append(0, content)));
        file.Write(number, 0, 4);
    }
}
