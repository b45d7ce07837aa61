using System;
using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.Reading;

/// <summary>The readers of one thread, made when the first file of their format comes.</summary>
internal sealed class AnnotationReaderSet
{
    private readonly IAnnotationReader?[] _readers = new IAnnotationReader?[(int)AnnotationFormat.OpenImages + 1];
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
        if ((source.Format ?? AnnotationFormats.Detect(source.Path, ref stream)) is not { } format)
        {
            return AnnotationFile.Failed(AnnotationFormats.FindForeign(stream) is { } kind
                ? AnnotationDiagnostics.ForeignContent(source.Path, kind)
                : AnnotationDiagnostics.NoFormat(source.Path));
        }

        AnnotationFile file = (_readers[(int)format] ??= AnnotationFormats.CreateReader(format)).Read(stream, source, _options);
        file.Format = format;
        file.SizesNotSought = AnnotationFormats.SeeksImageSizes(format) && !_options.NeedsSizes(file.Unit);
        return file;
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
