using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Tests.Support;
using Tensorflow;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Images are not read.</summary>
public sealed class TfRecordSkippingTests
{
    private const int ImageLength = 100_000;
    private const int Records = 20;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(11)]
    public void OfARecordWithALargeImageOneSmallPieceIsRead(int place)
    {
        byte[] file = Write(place);
        var stream = new PiecewiseStream(file, int.MaxValue, canSeek: true);

        AnnotationFile read = TfRecords.Read(stream);

        Assert.Equal(2 * Records, read.Boxes.Count);
        Assert.InRange(stream.BytesRead, 0, (Records + 1) * 4096);
        Assert.Equal(AnnotationFileText.Of(read), AnnotationFileText.Of(TfRecords.Read(new PiecewiseStream(file, 4096))));
    }

    [Fact]
    public void CheckingTheContentsReadsEverythingOnce()
    {
        byte[] file = Write(5);
        var stream = new PiecewiseStream(file, int.MaxValue, canSeek: true);

        Assert.Empty(TfRecords.Read(stream, options: TfRecords.Checked).Diagnostics);
        Assert.Equal(file.Length, stream.BytesRead);
    }

    [Fact]
    public void ReadingManyRecordsTakesMemoryForTheirBoxesOnly()
    {
        byte[] file = Write(5);
        var reader = new TfRecordReader();
        var source = new AnnotationSource(TfRecords.Path, () => Stream.Null);
        reader.Read(new MemoryStream(file), source, new ReadingOptions());

        long before = System.GC.GetAllocatedBytesForCurrentThread();
        reader.Read(new MemoryStream(file), source, new ReadingOptions());
        Assert.InRange(System.GC.GetAllocatedBytesForCurrentThread() - before, 0, 500 * Records);
    }

    /// <summary>Records whose image stands at a place among the features.</summary>
    private static byte[] Write(int place)
    {
        (string, Feature)[] features = [.. TfExamples.Good().Features.Feature.Where(f => f.Key != "image/encoded").Select(f => (f.Key, f.Value))];
        Example example = TfExamples.Of([.. features[..place], ("image/encoded", TfExamples.Blob(ImageLength)), .. features[place..]]);
        return TfRecordWriter.Write(Enumerable.Repeat(example, Records));
    }
}
