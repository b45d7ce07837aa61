using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;

namespace AnchorFit.PackageTests.Infra;

/// <summary>Writes a file of one record: a <c>tf.Example</c> as the API's converters make it.</summary>
internal static class ExampleRecord
{
    /// <summary>Boxes of one class at the image's left upper corner.</summary>
    /// <param name="name">The class.</param>
    /// <param name="boxes">Widths and heights as fractions of an image of 400×300.</param>
    public static byte[] File(string name, params (float Width, float Height)[] boxes)
    {
        byte[] zeros = Floats(boxes.Select(_ => 0f));
        byte[] features = Join(
            Feature("image/encoded", Field(1, Field(1, new byte[5000]))),
            Feature("image/height", Field(3, [0x08, .. Varint(300)])),
            Feature("image/width", Field(3, [0x08, .. Varint(400)])),
            Feature("image/object/bbox/xmin", zeros),
            Feature("image/object/bbox/ymin", zeros),
            Feature("image/object/bbox/xmax", Floats(boxes.Select(b => b.Width))),
            Feature("image/object/bbox/ymax", Floats(boxes.Select(b => b.Height))),
            Feature("image/object/class/text", Field(1, Join([.. boxes.Select(_ => Field(1, Encoding.UTF8.GetBytes(name)))]))));
        byte[] example = Field(1, features);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, example.Length);
        return Join(length, Checksum(length), example, Checksum(example));
    }

    private static byte[] Feature(string key, byte[] feature) =>
        Field(1, Join(Field(1, Encoding.UTF8.GetBytes(key)), Field(2, feature)));

    private static byte[] Floats(System.Collections.Generic.IEnumerable<float> values) =>
        Field(2, Field(1, Join([.. values.Select(BitConverter.GetBytes)])));

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Varint(int value)
    {
        using var bytes = new MemoryStream();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.WriteByte((byte)(value | 0x80));
        }

        bytes.WriteByte((byte)value);
        return bytes.ToArray();
    }

    // CRC-32C, masked as tensorflow/core/lib/hash/crc32c.h does.
    private static byte[] Checksum(byte[] content)
    {
        uint crc = ~content.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, BitOperations.RotateRight(crc, 15) + 0xa282ead8);
        return bytes;
    }

    private static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];
}
