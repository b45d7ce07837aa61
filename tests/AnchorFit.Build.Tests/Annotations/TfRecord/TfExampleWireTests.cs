using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Tensorflow;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Serializations of one and the same tf.Example that no writer of ours gives but protobuf allows.</summary>
public sealed class TfExampleWireTests
{
    private const uint First = (1 << 3) | 2;
    private const uint Second = (2 << 3) | 2;
    private const uint Third = (3 << 3) | 2;

    private static readonly string Expected = AnnotationFileText.Of(TfRecords.Read(TfExamples.Good()));

    [Fact]
    public void EntriesComeInAnyOrder()
    {
        KeyValuePair<string, Feature>[] features = [.. TfExamples.Good().Features.Feature];
        for (int i = 0; i < features.Length; i++)
        {
            AssertIsGood(Example([.. features[i..].Concat(features[..i]).Select(f => Entry(f.Key, f.Value))]));
            AssertIsGood(Example([.. features[i..].Concat(features[..i]).Reverse().Select(f => Entry(f.Key, f.Value))]));
        }
    }

    [Fact]
    public void AValueMayComeBeforeItsKey() => AssertIsGood(
        Example([.. TfExamples.Good().With(("image/encoded", TfExamples.Blob(500_000))).Features.Feature.Select(f => Len(First, [.. Len(Second, f.Value.ToByteArray()), .. Key(f.Key)]))]));

    [Fact]
    public void TheLastOfTwoEntriesCounts() => AssertIsGood(Example([
        Entry("image/object/bbox/xmin", TfExamples.Floats(0.5f, 0.5f, 0.5f)),
        Entry("image/object/class/text", TfExamples.Texts("bird")),
        .. Entries(TfExamples.Good())]));

    [Fact]
    public void FeaturesMayStandTwice()
    {
        byte[][] entries = [.. Entries(TfExamples.Good())];
        AssertIsGood([.. Example(entries[..3]), .. Example([]), .. Example(entries[3..])]);
    }

    [Fact]
    public void UnknownFieldsAreSkipped()
    {
        byte[] unknown = [.. Len(Third, new byte[5000]), 4 << 3, 0xFF, 1, (5 << 3) | 5, 1, 2, 3, 4, (6 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8];
        byte[] features = [.. unknown, .. Entries(TfExamples.Good()).SelectMany(e => e), .. unknown];
        AssertIsGood([.. unknown, .. Len(First, features), .. unknown]);
        AssertIsGood(Example([.. TfExamples.Good().Features.Feature.Select(f =>
            Len(First, [.. unknown, .. Key(f.Key), .. unknown, .. Len(Second, [.. f.Value.ToByteArray(), .. Len((9 << 3) | 2, [1])]), .. unknown]))]));
    }

    [Fact]
    public void NumbersMayBeUnpackedOrInPieces()
    {
        byte[] floats = [(1 << 3) | 5, .. BitConverter.GetBytes(0.25f), .. Len(First, BitConverter.GetBytes(0f))];
        byte[] integers = [1 << 3, 100];
        Example example = TfExamples.Good().With(("image/object/bbox/xmin", null), ("image/width", null));
        AssertIsGood(Example([
            .. Entries(example),
            Len(First, [.. Key("image/object/bbox/xmin"), .. Len(Second, Len(Second, floats))]),
            Len(First, [.. Key("image/width"), .. Len(Second, Len(Third, integers))])]));
    }

    [Fact]
    public void ListsOfOneKindAreJoinedAndOfSeveralTheLastCounts()
    {
        byte[] xmin = [
            .. Len(Second, Len(First, BitConverter.GetBytes(9f))), .. Len(Third, [1 << 3, 100]),
            .. Len(Second, Len(First, BitConverter.GetBytes(0.25f))), .. Len(Second, Len(First, BitConverter.GetBytes(0f)))];
        Example example = TfExamples.Good().With(("image/object/bbox/xmin", null));
        AssertIsGood(Example([.. Entries(example), Len(First, [.. Key("image/object/bbox/xmin"), .. Len(Second, xmin)])]));
    }

    [Fact]
    public void LengthsMayTakeMoreBytesThanTheyNeed()
    {
        byte[] features = TfExamples.Good().Features.ToByteArray();
        AssertIsGood([(byte)First, (byte)(0x80 | (features.Length & 0x7F)), (byte)(0x80 | (features.Length >> 7)), 0x80, 0x80, 0, .. features]);
    }

    [Fact]
    public void AFeatureWithoutValueIsEmpty()
    {
        Example example = TfExamples.Good().With(("image/object/difficult", null));
        AssertIsGood(Example([.. Entries(example), Len(First, Key("image/object/difficult")), Len(First, []), Len(First, Len(Second, []))]));
        AssertIsGood(Example([.. Entries(example), Len(First, [.. Key("image/object/difficult"), .. Len(Second, [])])]));
    }

    [Fact]
    public void ListsMayBeLongerThanAnyBuffer()
    {
        (string, float, float, float, float)[] boxes = [.. Enumerable.Range(0, 50_000).Select(i => ($"class {i % 5000}", 0f, 0f, (i + 1) / 50_000f, 1f))];
        AnnotationFile file = TfRecords.Read(TfRecordWriter.Write(TfExamples.Good(), TfExamples.Image("big.jpg", 10, 10, boxes), TfExamples.Good()));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(50_004, file.Boxes.Count);
        Assert.Equal(5002, file.ClassNames.Count);
        Assert.Equal(boxes.Select(b => (b.Item1, (double)b.Item4)), file.Boxes.Where(b => b.Line == 2).Select(b => (file.ClassNames[b.ClassIndex], b.Edges.XMax)));
    }

    private static void AssertIsGood(byte[] record)
    {
        // The oracle reads it so, too; else the test would be wrong.
        Assert.Equal([0.25f, 0], Tensorflow.Example.Parser.ParseFrom(record).Features.Feature["image/object/bbox/xmin"].FloatList.Value);
        byte[] file = TfRecordWriter.WriteBytes(record);
        Assert.Equal(Expected, AnnotationFileText.Of(TfRecords.Read(file)));
        Assert.Equal(Expected, AnnotationFileText.Of(TfRecords.Read(file, options: TfRecords.Checked)));
        Assert.Equal(Expected, AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, 5))));
    }

    private static IEnumerable<byte[]> Entries(Example example) => example.Features.Feature.Select(f => Entry(f.Key, f.Value));

    private static byte[] Entry(string key, Feature value) => Len(First, [.. Key(key), .. Len(Second, value.ToByteArray())]);

    private static byte[] Key(string key) => Len(First, System.Text.Encoding.UTF8.GetBytes(key));

    private static byte[] Example(byte[][] entries) => Len(First, [.. entries.SelectMany(e => e)]);

    private static byte[] Len(uint tag, byte[] content)
    {
        using var target = new MemoryStream();
        using (var output = new CodedOutputStream(target, leaveOpen: true))
        {
            output.WriteTag(tag);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return target.ToArray();
    }
}
