using System.IO;
using System.Linq;
using System.Text;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Yolo;
using Xunit;

namespace AnchorFit.Tests.Annotations.Yolo;

/// <summary>Reads YOLO labels from strings.</summary>
internal static class YoloText
{
    public static AnnotationFile Read(string text, Beside? beside = null, string path = "labels/a.txt") =>
        Read(Encoding.UTF8.GetBytes(text), beside, path);

    public static AnnotationFile Read(byte[] bytes, Beside? beside = null, string path = "labels/a.txt") =>
        new YoloReader().Read(new MemoryStream(bytes), new AnnotationSource(path, () => Stream.Null), (beside ?? new Beside()).Options);

    public static AnnotationFile ReadForSize(Beside beside, AnnotationSource source, string text = "0 0.5 0.5 0.2 0.2\n") =>
        new YoloReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), source, beside.Options with { NeedsImageSizes = true });

    public static void AssertSays(string expected, AnnotationFile file) =>
        Assert.Equal(expected, string.Join("\n", file.Diagnostics.Select(d => d.ToString())));
}
