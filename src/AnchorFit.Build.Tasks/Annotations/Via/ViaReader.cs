using System;
using System.IO;
using AnchorFit.Annotations.Json;
using AnchorFit.Annotations.Tables;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Via;

/// <summary>
/// Reads the files of the VGG Image Annotator, versions 1 and 2: a project, an export of annotations as JSON, or one as
/// CSV. Rectangles count as they are, circles, ellipses, polygons and polylines by the box around them; points are no
/// boxes. Sizes of images don't stand in the files.
/// </summary>
internal sealed class ViaReader : IAnnotationReader
{
    private const int HeadLength = 1 << 10;

    private readonly byte[] _head = new byte[HeadLength];
    private readonly ViaJson _json = new();
    private readonly ViaTable _table = new();

    /// <summary>The content is that of a project, or of an export in either form.</summary>
    public static bool Shows(FileGlance glance) => ViaJson.Shows(glance.Json) || TableDetection.HasColumn(glance.Head, ViaTable.ShapeColumn);

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options)
    {
        int length = 0;
        for (int read; length < HeadLength && (read = stream.Read(_head, length, HeadLength - length)) > 0;)
        {
            length += read;
        }

        byte[] head = _head.AsSpan(0, length).ToArray();
        IAnnotationReader reader = length == 0 || JsonStart.IsLikely(head) || JsonStart.IsUtf16(head) ? _json : _table;
        using var whole = new PrefixedStream(head, stream);
        return reader.Read(whole, source, options);
    }

    /// <summary>An image, of which no more is known than its name.</summary>
    internal static AnnotatedImage Image(string name, LinePosition at) =>
        new(null, at) { Name = name, SizeFault = "a file of the VGG Image Annotator doesn't say the sizes of its images" };
}
