using System;
using System.IO;
using System.Linq;
using System.Threading;
using AnchorFit.Annotations.Coco;
using AnchorFit.Annotations.Json;

namespace AnchorFit.Annotations.Reading;

/// <summary>Tells the formats of one thread's files apart: by name and, where formats share an ending, by content.</summary>
internal sealed class FormatDetection
{
    private const int HeadLength = 4 << 10;

    private static readonly AnnotationFormat[] Asked = [.. AnnotationFormats.All.Reverse()];
    private static readonly AnnotationFormat[] OfJson =
        Array.FindAll(Asked, format => format != AnnotationFormats.Coco && Array.IndexOf(format.Endings, ".json") >= 0);

    private readonly byte[] _head = new byte[HeadLength];
    private JsonTokenizer? _json;

    /// <summary>The first 4 KiB of a file, or all of it, until the next call.</summary>
    /// <param name="stream">At its beginning, and again there afterwards; another stream with the same bytes where it can't go back.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public ReadOnlyMemory<byte> ReadHead(ref Stream stream)
    {
        int length = 0;
        for (int read; length < HeadLength && (read = stream.Read(_head, length, HeadLength - length)) > 0;)
        {
            length += read;
        }

        if (stream.CanSeek)
        {
            stream.Seek(-length, SeekOrigin.Current);
        }
        else
        {
            stream = new PrefixedStream(_head.AsSpan(0, length).ToArray(), stream);
        }

        return _head.AsMemory(0, length);
    }

    /// <summary>The format of a file; null where neither name nor content shows one.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="head">What it begins with.</param>
    /// <param name="stream">The file, where it stands afterwards too.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public AnnotationFormat? Detect(string path, ReadOnlyMemory<byte> head, Stream stream, CancellationToken cancellation)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        AnnotationFormat[] named = Array.FindAll(Asked, format => format.IsNamedLike(name.AsSpan()));
        AnnotationFormat? otherwise = named.LastOrDefault();
        FileGlance glance = new(path, head, Sketch);
        return Array.Find(named.Length == 0 ? Asked : named, format => format == otherwise || format.Recognises(glance));

        JsonSketch Sketch()
        {
            JsonSketch Look(Stream from) => JsonSketch.Of(_json ??= new JsonTokenizer(), from, s => IsEnough(path, head, s), cancellation);

            if (!stream.CanSeek)
            {
                return Look(new MemoryStream(head.ToArray()));
            }

            long start = stream.Position;
            JsonSketch sketch = Look(stream);
            stream.Position = start;
            return sketch;
        }
    }

    /// <summary>A format of JSON is recognised by what was seen so far.</summary>
    private static bool IsEnough(string path, ReadOnlyMemory<byte> head, JsonSketch sketch)
    {
        FileGlance glance = new(path, head, () => sketch);
        return CocoReader.Shows(sketch) || Array.Exists(OfJson, format => format.Recognises(glance));
    }
}
