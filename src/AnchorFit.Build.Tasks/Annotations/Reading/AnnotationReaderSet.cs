using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AnchorFit.Diagnostics;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Reading;

/// <summary>The readers of one thread, made when the first file of their format comes.</summary>
internal sealed class AnnotationReaderSet
{
    private readonly Dictionary<AnnotationFormat, IAnnotationReader> _readers = [];
    private readonly FormatDetection _detection = new();
    private readonly ReadingOptions _options;
    private readonly IReadingProgress? _progress;
    private int _told;

    public AnnotationReaderSet(ReadingOptions options, IReadingProgress? progress)
    {
        _progress = progress;
        _options = options with { BoxesRead = Tell };
    }

    /// <summary>Reads a file in the format that its source names, or that its name or content shows.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public AnnotationFile Read(Stream stream, AnnotationSource source)
    {
        ReadOnlyMemory<byte> head = _detection.ReadHead(ref stream);
        if (GitLfsPointer.Is(head.Span))
        {
            return AnnotationFile.Failed(AnnotationDiagnostics.LfsPointer(source.Path));
        }

        if ((source.Format ?? _detection.Detect(source.Path, head, stream, _options.Cancellation)) is not { } format)
        {
            return AnnotationFile.Failed(ContentKind.BySignature(head.Span) is { } kind
                ? AnnotationDiagnostics.ForeignContent(source.Path, kind)
                : AnnotationDiagnostics.NoFormat(source.Path));
        }

        if (!_readers.TryGetValue(format, out IAnnotationReader? reader))
        {
            reader = format.CreateReader();
            _readers.Add(format, reader);
        }

        AnnotationFile file = reader.Read(stream, source, _options) with { Format = format };
        if (format.ImageSizes == ImageSizeSource.None || file.Images.All(image => image.Size is not null))
        {
            return file;
        }

        if (!_options.NeedsSizes(file.Unit))
        {
            return file with { SizesNotSought = true };
        }

        file = format.ImageSizes == ImageSizeSource.Reader ? file : MissingSizes.Find(file, source, format, _options);
        string? pointers = file.Images.Select(image => image.PointerFolder).FirstOrDefault(folder => folder is not null);
        return pointers is null ? file : AnnotationFile.Failed(AnnotationDiagnostics.LfsImages(pointers)) with
        {
            Path = file.Path,
            Format = format,
            Companions = file.Companions,
        };
    }

    /// <summary>A file is done, read or recalled.</summary>
    public void Finish(AnnotationFile file)
    {
        _progress?.FileRead(Math.Max(0, file.Boxes.Count + file.Shapes.Count - _told));
        _told = 0;
    }

    private void Tell(int boxes)
    {
        _told += boxes;
        _progress?.BoxesRead(boxes);
    }
}
