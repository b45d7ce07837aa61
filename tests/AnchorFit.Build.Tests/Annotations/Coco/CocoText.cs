using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Coco;
using Xunit;

namespace AnchorFit.Tests.Annotations.Coco;

/// <summary>Reads COCO files from memory.</summary>
internal static class CocoText
{
    public const string Path = "a.json";

    public static AnnotationFile Read(string json, ReadingOptions? options = null, CocoReader? reader = null) =>
        Read(Encoding.UTF8.GetBytes(json), options, reader);

    public static AnnotationFile Read(byte[] bytes, ReadingOptions? options = null, CocoReader? reader = null) =>
        Read(new MemoryStream(bytes), options, reader);

    public static AnnotationFile Read(Stream stream, ReadingOptions? options = null, CocoReader? reader = null) =>
        (reader ?? new CocoReader()).Read(stream, new AnnotationSource(Path, () => stream), options ?? new ReadingOptions());

    public static void AssertSays(string expected, AnnotationFile file) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", file.Diagnostics.Select(d => d.ToString())));
}
