using System;
using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Tests.Support;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Which files are taken for TFRecords.</summary>
public sealed class TfRecordDetectionTests
{
    private static readonly byte[] File = TfRecordWriter.Write(Enumerable.Repeat(TfExamples.Good(), 20));

    [Theory]
    [InlineData("train.record", true)]
    [InlineData("data/train.TFRecord", true)]
    [InlineData("train.tfrecords.gz", true)]
    [InlineData("train00-1338.tfrec", true)]
    [InlineData("train.record-00000-of-00010", true)]
    [InlineData("train.record-00000-of-00010.gz", true)]
    [InlineData("train.record.gz-00000-of-00010", true)]
    [InlineData("train.record-?????-of-00010", true)]
    [InlineData("train-00000-of-00010", false)]
    [InlineData("train.recorded", false)]
    [InlineData("records.xml", false)]
    [InlineData("train.record-of-00010", false)]
    [InlineData("train.record00001-of-00010", false)]
    [InlineData("", false)]
    public void TheNameMayTell(string path, bool expected)
    {
        Assert.Equal(expected, TfRecordName.HasExtension(path));
        Assert.Equal(expected, TfRecordDetection.LooksLikeTfRecord("<annotation/>"u8, path));
    }

    [Theory]
    [InlineData("train-00001-of-00010.gz", true)]
    [InlineData("a-00000-of-00010", true)]
    [InlineData("a.record-?????-of-00010", true)]
    [InlineData("a.record", false)]
    [InlineData("a-of-00010", false)]
    [InlineData("00000-of-00010", false)]
    [InlineData("-of-", false)]
    public void ShardsAreNamedByNumber(string path, bool expected) => Assert.Equal(expected, TfRecordName.IsShard(path));

    [Fact]
    public void TheContentTells()
    {
        Assert.True(Looks(File));
        Assert.True(Looks(File.AsSpan(0, 12)));
        Assert.True(Looks(TfRecordWriter.GZip(File)));
        Assert.True(Looks(TfRecordWriter.ZLib(File)));
        byte[] noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        Assert.True(Looks(TfRecordWriter.GZip(TfRecordWriter.Write(TfExamples.Good().With(("image/encoded", TfExamples.Bytes(noise))))).AsSpan(0, 4096)));
        foreach (byte[] other in (byte[][])[
            [], File[..11], File[1..], TfRecordWriter.GZip(File)[..12], TfRecordWriter.GZip(File[1..]), [0x1F, 0x8B, 8, 1, 2, 3], [0x78, 0x9C], [0x78, 0x9C, 0xFF, 0xFF, 0xFF],
            Encoding.ASCII.GetBytes("<annotation></annotation>"), Encoding.ASCII.GetBytes("x^ is text of two bytes that divide by 31")])
        {
            Assert.False(Looks(other));
        }
    }

    [CorpusFact]
    public void RecordsOfTheCorpusAreRecognised()
    {
        byte[] start = new byte[4096];
        using FileStream stream = System.IO.File.OpenRead(Path.Combine(Corpus.Require(), "raccoon", "test.record"));
        stream.ReadExactly(start);
        Assert.True(Looks(start));
    }

    private static bool Looks(ReadOnlySpan<byte> firstBytes) => TfRecordDetection.LooksLikeTfRecord(firstBytes, "data.bin");
}
