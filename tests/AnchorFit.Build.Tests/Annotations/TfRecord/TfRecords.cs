using System.IO;
using System.Linq;
using AnchorFit.Annotations;
using AnchorFit.Annotations.TfRecord;
using AnchorFit.Tests.Support;
using Google.Protobuf;
using Xunit;

namespace AnchorFit.Tests.Annotations.TfRecord;

/// <summary>Reads record files that are in memory.</summary>
internal static class TfRecords
{
    public const string Path = "train.record";

    public static readonly ReadingOptions Checked = new() { CheckRecords = true };

    public static AnnotationFile Read(params IMessage[] records) => Read(TfRecordWriter.Write(records));

    public static AnnotationFile Read(byte[] file, string path = Path, ReadingOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        return Read(stream, path, options);
    }

    public static AnnotationFile Read(Stream stream, string path = Path, ReadingOptions? options = null) =>
        new TfRecordReader().Read(stream, new AnnotationSource(path, () => stream), options ?? new ReadingOptions());

    /// <summary>The diagnostics, one a line.</summary>
    public static string Says(AnnotationFile file) => string.Join("\n", file.Diagnostics.Select(d => d.ToString()));

    /// <summary>Record 1 and record 3 are good, and all is kept of them whatever record 2 is.</summary>
    public static void AssertKeepsTheOthers(AnnotationFile file)
    {
        AnnotationFile good = Read(TfExamples.Good(), TfExamples.Good(), TfExamples.Good());
        Assert.Equal(2, file.Boxes.Count(b => b.Line == 1));
        Assert.Equal(good.Boxes.Where(b => b.Line != 2).Select(b => (b.Line, b.Edges, b.Flags)), file.Boxes.Where(b => b.Line != 2).Select(b => (b.Line, b.Edges, b.Flags)));
    }
}
