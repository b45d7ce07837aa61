using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Tensorflow;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Files in which everything is right, in every form that writers give them.</summary>
public sealed class TfRecordReaderTests
{
    [Fact]
    public void ReadsWhatTheApisConvertersWrite()
    {
        Example second = TfExamples.Image("b.png", 640, 480, ("cat", 0.5f, 0.25f, 0.75f, 1)).With(
            ("image/object/difficult", TfExamples.Integers(1)),
            ("image/object/is_crowd", TfExamples.Integers(1)),
            ("image/object/group_of", TfExamples.Integers(1)),
            ("image/object/weight", TfExamples.Floats(0.5f)));

        AnnotationFile file = TfRecords.Read(TfExamples.Good(), second, TfExamples.Image("c.jpg", 10, 20));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(BoxUnit.Fractions, file.Unit);
        Assert.Equal(["dog", "cat"], file.ClassNames);
        Assert.Equal(3, file.ObjectCount);
        Assert.Equal(
            [
                new GroundTruthBox(new PixelBox(0.25, 0.125, 0.5, 0.75), 0, BoxFlags.None, 1, 0),
                new GroundTruthBox(new PixelBox(0, 0, 1, 1), 1, BoxFlags.None, 1, 0),
                new GroundTruthBox(new PixelBox(0.5, 0.25, 0.75, 1), 1, BoxFlags.Difficult | BoxFlags.Crowd | BoxFlags.GroupOf, 2, 1),
            ],
            file.Boxes);
        Assert.Equal(["good.jpg", "b.png", "c.jpg"], file.Images.Select(i => i.Name));
        Assert.Equal([new ImageSize(100, 80), new ImageSize(640, 480), new ImageSize(10, 20)], file.Images.Select(i => i.Size!.Value));
    }

    [Fact]
    public void TheNumberStandsForAClassWithoutAName()
    {
        Example numbers = TfExamples.Good().With(("image/object/class/text", null), ("image/object/class/label", TfExamples.Integers(7, 3)));
        Example emptyText = numbers.With(("image/object/class/text", TfExamples.Texts()));

        AnnotationFile file = TfRecords.Read(numbers, emptyText);

        Assert.Empty(file.Diagnostics);
        Assert.Equal(["7", "3"], file.ClassNames);
        Assert.Equal([0, 1, 0, 1], file.Boxes.Select(b => b.ClassIndex));
    }

    [Fact]
    public void TheNameOfTheImageMayBeThatOfItsSource()
    {
        AnnotationFile file = TfRecords.Read(
            TfExamples.Good().With(("image/filename", TfExamples.Texts(string.Empty)), ("image/source_id", TfExamples.Texts("犬 1"))),
            TfExamples.Good().With(("image/filename", null), ("image/source_id", null)));

        Assert.Equal(["犬 1", string.Empty], file.Images.Select(i => i.Name));
    }

    [Fact]
    public void ASizeThatCanNotBeUsedIsNotedForWhenItIsNeeded()
    {
        AnnotationFile file = TfRecords.Read(
            TfExamples.Good().With(("image/width", null)),
            TfExamples.Good().With(("image/height", TfExamples.Integers(0))),
            TfExamples.Good().With(("image/height", TfExamples.Integers(1, 2))),
            TfExamples.Good().With(("image/width", TfExamples.Floats(640))));

        Assert.Empty(file.Diagnostics);
        Assert.Equal(8, file.Boxes.Count);
        long[] at = Offsets(TfExamples.Good().With(("image/width", null)), TfExamples.Good().With(("image/height", TfExamples.Integers(0))), TfExamples.Good().With(("image/height", TfExamples.Integers(1, 2))));
        Assert.Equal(
            [
                "'image/width' of record 1 (byte 0) is missing",
                $"'image/height' of record 2 (byte {at[0]}) is 0",
                $"'image/height' of record 3 (byte {at[1]}) has more than one value",
                $"'image/width' of record 4 (byte {at[2]}) is not an int64_list",
            ],
            file.Images.Select(i => i.SizeFault));
        Assert.All(file.Images, i => Assert.Null(i.Size));
    }

    [Fact]
    public void ManyImagesWithoutASizeShareItsFault()
    {
        Example example = TfExamples.Good().With(("image/width", null));
        AnnotationFile file = TfRecords.Read([.. Enumerable.Repeat(example, 50)]);

        Assert.Equal("'image/width' is missing", file.Images[49].SizeFault);
        Assert.Equal(21, file.Images.Select(i => i.SizeFault).Distinct().Count());
    }

    [Fact]
    public void ReadsCompressedFiles()
    {
        byte[] plain = TfRecordWriter.Write(Enumerable.Range(0, 50).Select(_ => TfExamples.Good()));
        string expected = AnnotationFileText.Of(TfRecords.Read(plain));

        Assert.Equal(expected, AnnotationFileText.Of(TfRecords.Read(TfRecordWriter.GZip(plain))));
        foreach (CompressionLevel level in Enum.GetValues<CompressionLevel>())
        {
            Assert.Equal(expected, AnnotationFileText.Of(TfRecords.Read(TfRecordWriter.ZLib(plain, level))));
        }
    }

    [Fact]
    public void AFileIsReadFromWhereTheStreamIs()
    {
        byte[] file = TfRecordWriter.Write(TfExamples.Good(), TfExamples.Good());
        using var stream = new MemoryStream([.. new byte[100], .. file]);
        stream.Position = 100;

        Assert.Equal(AnnotationFileText.Of(TfRecords.Read(file)), AnnotationFileText.Of(TfRecords.Read(stream)));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void AReaderKeepsNothingOfTheFileBefore()
    {
        var reader = new TfRecordReader();
        Example other = TfExamples.Image("x.jpg", 5, 6, ("bird", 0, 0, 0.5f, 0.5f)).With(("image/object/difficult", TfExamples.Integers(1)));
        byte[] file = TfRecordWriter.Write(TfExamples.Good());
        foreach (byte[] before in (byte[][])[TfRecordWriter.Write(other), TfRecordWriter.GZip(file), file[..^1], [], TfRecordWriter.Write(new Example())])
        {
            Read(before);
            Assert.Equal(AnnotationFileText.Of(TfRecords.Read(file)), AnnotationFileText.Of(Read(file)));
        }

        AnnotationFile Read(byte[] content) => reader.Read(new MemoryStream(content), new AnnotationSource(TfRecords.Path, () => Stream.Null), new ReadingOptions());
    }

    [Fact]
    public void AShardMayBeEmpty()
    {
        AnnotationFile file = TfRecords.Read([], "data/train.record-00007-of-00010");
        Assert.Empty(file.Diagnostics);
        Assert.Empty(file.Boxes);
        Assert.Empty(TfRecords.Read(TfRecordWriter.GZip([]), "train-00007-of-00010").Diagnostics);
    }

    [Fact]
    public void TellsEveryBoxOnce()
    {
        List<int> told = [];
        Example example = TfExamples.Image("a", 1, 1, [.. Enumerable.Repeat(("x", 0f, 0f, 1f, 1f), 30_000)]);
        AnnotationFile file = TfRecords.Read(TfRecordWriter.Write(Enumerable.Repeat(example, 8)), options: new ReadingOptions { BoxesRead = told.Add });

        Assert.Equal(240_000, file.Boxes.Count);
        Assert.Equal([90_000, 90_000, 60_000], told);
    }

    [Fact]
    public void CanBeCancelled()
    {
        using var cancellation = new System.Threading.CancellationTokenSource();
        byte[] file = TfRecordWriter.Write(Enumerable.Repeat(TfExamples.Good(), 5000));
        var options = new ReadingOptions { Cancellation = cancellation.Token, BoxesRead = _ => cancellation.Cancel() };

        Assert.ThrowsAny<OperationCanceledException>(() => TfRecords.Read(file, options: options));
    }

    /// <summary>Where the records begin that follow these.</summary>
    private static long[] Offsets(params IMessage[] records)
    {
        long at = 0;
        return Array.ConvertAll(records, r => at += TfRecordWriter.HeaderLength + r.CalculateSize() + TfRecordWriter.FooterLength);
    }
}
