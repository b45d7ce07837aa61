using System;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Tensorflow;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Files that are damaged or something else: nothing of them is used, and the line says why.</summary>
public sealed class TfRecordFileFaultTests
{
    private static readonly byte[] File = TfRecordWriter.Write(TfExamples.Good(), TfExamples.Good());
    private static readonly int At = File.Length / 2;

    [Fact]
    public void AnEmptyFile()
    {
        const string Empty = "train.record: error AFB2002: the TFRecord is empty: write it again, or remove it from AnchorAnnotations";
        AssertFails(Empty, []);
        AssertFails(Empty, TfRecordWriter.GZip([]));
    }

    [Theory]
    [InlineData("<annotation><size>", "it looks like XML or HTML")]
    [InlineData("{\"images\": []}", "it looks like JSON")]
    [InlineData("filename,width,height,class", "it looks like text")]
    [InlineData("PK\u0003\u0004xxxxxxxxxxxx", "it looks like a zip archive")]
    [InlineData("BZh91AY&SYxxxxxxxx", "it looks like compressed with bzip2")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c", "it does not begin with the length of a record and its checksum, or these are damaged")]
    public void AnotherKindOfFile(string content, string found)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        AssertFails($"train.record: error AFB2120: the file is not a TFRecord: {found}; correct AnchorAnnotations, or the item's Format", bytes);
        string inside = "what is compressed in it" + found["it".Length..];
        AssertFails($"train.record: error AFB2120: the file is not a TFRecord: {inside}; correct AnchorAnnotations, or the item's Format", TfRecordWriter.GZip(bytes));
    }

    [Fact]
    public void AFileThatIsShorterThanAHeader() =>
        AssertFails("train.record: error AFB2122: the header of record 1 (byte 0) takes 12 bytes and the file ends after 5, so nothing of this file is used: it was not written or copied to its end; do that again", File[..5]);

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(11)]
    public void ALengthThatDoesNotFitItsChecksum(int offset)
    {
        byte[] file = [.. File];
        file[At + offset] ^= 0x10;
        AssertFails(
            $"train.record: error AFB2121: the length of record 2 (byte {At}) does not fit its checksum, so nothing of this file is used: it was damaged there, or something else was written into it; write or copy it again",
            file);
        AssertFails(
            $"train.record: error AFB2121: the length of record 2 (byte {At} of the decompressed data) does not fit its checksum, so nothing of this file is used: it was damaged there, or something else was written into it; write or copy it again",
            TfRecordWriter.GZip(file));
    }

    [Fact]
    public void ZerosWhereARecordShouldBe() =>
        AssertFails(
            $"train.record: error AFB2121: record 3 (byte {2 * At}) is nothing but zeros, so nothing of this file is used: it was not written or copied to its end; do that again",
            [.. File, .. new byte[1000]]);

    [Fact]
    public void AFileThatEndsWithinARecord()
    {
        int content = At - TfRecordWriter.HeaderLength;
        for (int length = At; length < 2 * At; length++)
        {
            int found = length - At;
            string expected = found == 0 ? string.Empty
                : found < TfRecordWriter.HeaderLength
                ? $"train.record: error AFB2122: the header of record 2 (byte {At}) takes 12 bytes and the file ends after {found}, so nothing of this file is used: it was not written or copied to its end; do that again"
                : $"train.record: error AFB2122: record 2 (byte {At}) needs {content} more bytes after its header and the file ends after {found - TfRecordWriter.HeaderLength}, so nothing of this file is used: it was not written or copied to its end; do that again";
            Assert.Equal(expected, TfRecords.Says(TfRecords.Read(File[..length])));
            Assert.Equal(expected, TfRecords.Says(TfRecords.Read(File[..length], options: TfRecords.Checked)));
            Assert.Equal(expected, TfRecords.Says(TfRecords.Read(new PiecewiseStream(File[..length], 100))));
            Assert.Equal(
                expected.Replace($"(byte {At})", $"(byte {At} of the decompressed data)", StringComparison.Ordinal),
                TfRecords.Says(TfRecords.Read(TfRecordWriter.GZip(File[..length]))));
        }
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue / 4)]
    public void ALengthBeyondTheFileCostsNoMemory(long length)
    {
        byte[] file = [.. TfRecordWriter.Header(length), .. File];
        string expected = $"train.record: error AFB2122: record 1 (byte 0) needs {length + 4} more bytes after its header and the file ends after {File.Length}, so nothing of this file is used: it was not written or copied to its end; do that again";
        AssertFails(expected, file);
        Assert.Equal(expected, TfRecords.Says(TfRecords.Read(new PiecewiseStream(file, 100))));
        Assert.Equal("AFB2120", TfRecords.Read([.. TfRecordWriter.Header(-1), .. File]).Diagnostics[0].Code);
    }

    [Fact]
    public void AnInnerLengthBeyondTheStreamCostsNoMemory()
    {
        // A feature that is read and says that it has 200 MiB, in a record that says that it is longer, in a stream that can't tell.
        byte[] key = TfExamples.Of(("image/object/bbox/xmin", new Feature())).Features.ToByteArray()[2..26];
        byte[] record = [0x0A, 0xFF, 0xFF, 0xFF, 0x7F, 0x0A, 0xF0, 0xFF, 0xFF, 0x7F, .. key, 0x12, 0x80, 0x80, 0x80, 100, .. new byte[2000]];
        byte[] file = TfRecordWriter.GZip([.. TfRecordWriter.Header(1L << 40), .. record]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("AFB2122", TfRecords.Read(file).Diagnostics[0].Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void CompressedDataThatAreDamaged()
    {
        byte[] file = TfRecordWriter.GZip(TfRecordWriter.Write(Enumerable.Repeat(TfExamples.Good(), 500)));
        file[file.Length / 2] ^= 0xFF;
        AnnotationFile read = TfRecords.Read(file);
        Assert.True(read.Diagnostics is [{ IsError: true, Code: "AFB2121" or "AFB2122" or "AFB2123" }], TfRecords.Says(read));
        Assert.StartsWith(
            "train.record: error AFB2123: the compressed data of the file are damaged, so nothing of it is used (",
            TfRecords.Says(TfRecords.Read([.. TfRecordWriter.GZip(File)[..10], 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void RecordsOfAnotherKind()
    {
        var sequence = new SequenceExample { Context = TfExamples.Good().Features, FeatureLists = new FeatureLists() };
        AssertFails(
            "train.record: error AFB2124: none of the 2 records of the file is a tf.Example (record 1 (byte 0): it holds a tf.SequenceExample): write the boxes as tf.Example, or remove the file from AnchorAnnotations",
            TfRecordWriter.Write(sequence, sequence));
        AssertFails(
            "train.record: error AFB2124: none of the 1 records of the file is a tf.Example (record 1 (byte 0): it is no protobuf message of that type from byte 12 of the file on): write the boxes as tf.Example, or remove the file from AnchorAnnotations",
            TfRecordWriter.WriteBytes([0xFF, 0xD8, 0xFF, 0xE0]));
    }

    [Fact]
    public void AContentThatDoesNotFitItsChecksumIsFoundWhenAskedFor()
    {
        byte[] file = TfRecordWriter.Write(TfExamples.Good(), TfExamples.Good(), TfExamples.Good());
        int inTheImage = file.AsSpan(At).IndexOf("image/encoded"u8) + At + 100;
        file[inTheImage] ^= 1;

        Assert.Empty(TfRecords.Read(file).Diagnostics);
        AnnotationFile read = TfRecords.Read(file, options: TfRecords.Checked);
        Assert.Equal($"train.record: warning AFB2125: the content of record 2 (byte {At}) does not fit its checksum and its boxes are left out: write or copy the file again", TfRecords.Says(read));
        Assert.True(read.Diagnostics[0].Rule.ConcernsInvalidBox);
        Assert.Equal([1, 1, 3, 3], read.Boxes.Select(b => b.Line));
        TfRecords.AssertKeepsTheOthers(read);
    }

    private static void AssertFails(string expected, byte[] content)
    {
        foreach (ReadingOptions options in (ReadingOptions[])[new(), TfRecords.Checked])
        {
            AnnotationFile file = TfRecords.Read(content, options: options);
            Assert.Equal(expected, TfRecords.Says(file));
            Assert.Empty(file.Boxes);
            Assert.Empty(file.ClassNames);
            Assert.Equal(0, file.ObjectCount);
        }
    }
}
