using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Tensorflow;

namespace AnchorFit.Tests.Support;

/// <summary>Makes tf.Examples as the API's converters do.</summary>
internal static class TfExamples
{
    /// <summary>An image with boxes of one class each.</summary>
    public static Example Image(string name, int width, int height, params IReadOnlyCollection<(string Class, float XMin, float YMin, float XMax, float YMax)> boxes) => Of(
        ("image/height", Integers(height)),
        ("image/width", Integers(width)),
        ("image/filename", Texts(name)),
        ("image/source_id", Texts(name)),
        ("image/encoded", Blob(300)),
        ("image/format", Texts("jpeg")),
        ("image/object/bbox/xmin", Floats([.. boxes.Select(b => b.XMin)])),
        ("image/object/bbox/xmax", Floats([.. boxes.Select(b => b.XMax)])),
        ("image/object/bbox/ymin", Floats([.. boxes.Select(b => b.YMin)])),
        ("image/object/bbox/ymax", Floats([.. boxes.Select(b => b.YMax)])),
        ("image/object/class/text", Texts([.. boxes.Select(b => b.Class)])),
        ("image/object/class/label", Integers([.. boxes.Select(_ => 1L)])));

    /// <summary>An image of 100×80 pixels with two good boxes, of a dog and a cat.</summary>
    public static Example Good() => Image("good.jpg", 100, 80, ("dog", 0.25f, 0.125f, 0.5f, 0.75f), ("cat", 0, 0, 1, 1));

    /// <summary>The same record with some features in place of its own.</summary>
    public static Example With(this Example example, params IEnumerable<(string Name, Feature? Value)> features)
    {
        Example changed = example.Clone();
        foreach ((string name, Feature? value) in features)
        {
            changed.Features.Feature.Remove(name);
            if (value is not null)
            {
                changed.Features.Feature.Add(name, value);
            }
        }

        return changed;
    }

    public static Example Of(params IEnumerable<(string Name, Feature Value)> features)
    {
        var example = new Example { Features = new Features() };
        foreach ((string name, Feature value) in features)
        {
            example.Features.Feature.Add(name, value);
        }

        return example;
    }

    public static Feature Floats(params float[] values) => new() { FloatList = new FloatList { Value = { values } } };

    public static Feature Integers(params long[] values) => new() { Int64List = new Int64List { Value = { values } } };

    public static Feature Texts(params string[] values) => new() { BytesList = new BytesList { Value = { values.Select(ByteString.CopyFromUtf8) } } };

    public static Feature Bytes(params byte[][] values) => new() { BytesList = new BytesList { Value = { values.Select(ByteString.CopyFrom) } } };

    /// <summary>Bytes that stand for an image; among them many that could be tags.</summary>
    public static Feature Blob(int length) => Bytes(Enumerable.Range(0, length).Select(i => (byte)((i * 7) + (i / 256))).ToArray());
}
