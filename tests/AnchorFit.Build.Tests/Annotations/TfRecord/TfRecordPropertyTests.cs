using System;
using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Geometry;
using AnchorFit.Tests.Support;
using CsCheck;
using Tensorflow;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>What holds for every record file.</summary>
public sealed class TfRecordPropertyTests
{
    private static readonly Gen<Example> Examples =
        from boxes in Gen.Select(Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1], Gen.Float[0, 1], Gen.OneOf(Gen.Const("dog"), Gen.Const("犬"), Gen.Const("a b"))).Array[0, 20]
        from size in Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 5000])
        from blob in Gen.OneOf(Gen.Int[0, 300], Gen.Int[3000, 20_000])
        from order in Gen.Int[0, int.MaxValue]
        select Shuffled(
            TfExamples.Image($"{order}.jpg", size.Item1, size.Item2, [.. boxes.Select(b => (b.Item5, b.Item1, b.Item2, b.Item3, b.Item4))]).With(("image/encoded", TfExamples.Blob(blob))),
            order);

    [Fact]
    public void BoxesAreReadAsTheyAreWritten() =>
        Examples.Array[1, 6].Sample(
            records =>
            {
                AnnotationFile file = TfRecords.Read(records);
                int at = 0;
                int told = 0;
                for (int i = 0; i < records.Length; i++)
                {
                    FloatList Edges(string edge) => records[i].Features.Feature["image/object/bbox/" + edge].FloatList;
                    string[] classes = [.. records[i].Features.Feature["image/object/class/text"].BytesList.Value.Select(v => v.ToStringUtf8())];
                    for (int box = 0; box < classes.Length; box++)
                    {
                        var edges = new PixelBox(Edges("xmin").Value[box], Edges("ymin").Value[box], Edges("xmax").Value[box], Edges("ymax").Value[box]);
                        if (edges.Width < 1e-6 || edges.Height < 1e-6)
                        {
                            told++;
                            continue;
                        }

                        GroundTruthBox read = file.Boxes[at++];
                        Assert.Equal((edges, classes[box], i + 1, i), (read.Edges, file.ClassNames[read.ClassIndex], read.Line, read.Image));
                    }
                }

                Assert.Equal(at, file.Boxes.Count);
                Assert.Equal(at + told, file.ObjectCount);
                Assert.Equal(records.Select(r => new ImageSize((int)r.Features.Feature["image/width"].Int64List.Value[0], (int)r.Features.Feature["image/height"].Int64List.Value[0])), file.Images.Select(i => i.Size!.Value));
            },
            iter: 200);

    [Fact]
    public void ItDoesNotMatterHowTheBytesCome() =>
        Examples.Array[1, 4].Sample(
            records =>
            {
                byte[] file = TfRecordWriter.Write(records);
                string expected = AnnotationFileText.Of(TfRecords.Read(file));
                foreach (int piece in (int[])[1, 2, 3, 7, 4096])
                {
                    foreach (ReadingOptions options in (ReadingOptions[])[new(), TfRecords.Checked])
                    {
                        Assert.Equal(expected, AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, piece, canSeek: true), options: options)));
                        Assert.Equal(expected, AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, piece), options: options)));
                    }
                }

                string Compressed(Stream stream) => AnnotationFileText.Of(TfRecords.Read(stream)).Replace(" of the decompressed data", string.Empty, StringComparison.Ordinal);
                Assert.Equal(expected, Compressed(new PiecewiseStream(TfRecordWriter.GZip(file), 7, canSeek: true)));
                Assert.Equal(expected, Compressed(new PiecewiseStream(TfRecordWriter.ZLib(file), 3)));
            },
            iter: 25);

    /// <summary>Damage within the contents, frames and checksums as they should be: so it gets to the parser.</summary>
    [Fact]
    public void DamagedContentsNeverThrow() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Sample(
            changes =>
            {
                byte[] content = Google.Protobuf.MessageExtensions.ToByteArray(TfExamples.Good());
                foreach ((int at, byte value, int kind) in changes)
                {
                    int i = at % Math.Max(content.Length, 1);
                    content = kind switch
                    {
                        0 => [.. content[..i], value, .. content[i..]],
                        1 => [.. content[..i], .. content.Skip(i + 1)],
                        2 => content[..i],
                        _ => [.. content[..i], value, .. content.Skip(i + 1)],
                    };
                }

                byte[] good = Google.Protobuf.MessageExtensions.ToByteArray(TfExamples.Good());
                byte[] file = TfRecordWriter.WriteBytes(good, content, good);
                AnnotationFile read = TfRecords.Read(file);
                TfRecords.AssertKeepsTheOthers(read);
                Assert.Equal(AnnotationFileText.Of(read), AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, 11))));
                AssertAgreesWithTheOracle(content, read);
            },
            iter: 3_000);

    [Fact]
    public void DamagedFilesNeverThrow()
    {
        byte[] plain = TfRecordWriter.Write(TfExamples.Good(), TfExamples.Good());
        byte[][] files = [plain, TfRecordWriter.GZip(plain), TfRecordWriter.ZLib(plain)];
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 4], Gen.Int[0, 5000], Gen.Bool).Sample(
            (which, changes, length, cuts) =>
            {
                byte[] file = [.. files[which]];
                foreach ((int at, byte value) in changes)
                {
                    file[at % file.Length] = value;
                }

                file = cuts ? file[..(length % file.Length)] : file;
                string text = AnnotationFileText.Of(TfRecords.Read(file));
                Assert.Equal(text, AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, 13))));
                TfRecords.Read(file, options: TfRecords.Checked);
            },
            iter: 3_000);
    }

    /// <summary>Where both parsers understand a record, they see the same edges; ours skips what it need not see, and knows no groups.</summary>
    private static void AssertAgreesWithTheOracle(byte[] content, AnnotationFile read)
    {
        Example example;
        try
        {
            example = Example.Parser.ParseFrom(content);
        }
        catch (Google.Protobuf.InvalidProtocolBufferException)
        {
            return;
        }

        if (read.Diagnostics.Count > 0 || example.Features is null || !example.Features.Feature.TryGetValue("image/object/bbox/xmin", out Feature? xmin))
        {
            return;
        }

        Assert.Equal(xmin.FloatList?.Value.Select(v => (double)v) ?? [], read.Boxes.Where(b => b.Line == 2).Select(b => b.Edges.XMin));
    }

    private static Example Shuffled(Example example, int seed)
    {
        var random = new Random(seed);
        return TfExamples.Of(example.Features.Feature.OrderBy(_ => random.Next()).Select(f => (f.Key, f.Value)));
    }
}
