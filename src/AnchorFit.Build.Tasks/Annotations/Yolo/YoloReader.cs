using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations.Images;
using AnchorFit.Diagnostics;
using AnchorFit.Geometry;
using AnchorFit.Text;

namespace AnchorFit.Annotations.Yolo;

/// <summary>
/// Reads YOLO label files: a text file an image, a line an object: its class, counted from 0, and a box in fractions of
/// the image (centre, width, height), a polygon or a pose (<see cref="YoloLayouts"/>). An empty file is an image without
/// objects. What the classes are called says a file beside the labels (<see cref="YoloDatasets"/>); where none does, a
/// class is called by its number plus 1.
/// </summary>
/// <remarks>
/// The API has no converter for the format. A box that crosses the image's edge stays as it is, as its converter of
/// PASCAL VOC has it. Files that stand among labels and have none are left out without a word: <c>classes.txt</c>,
/// <c>README.*</c>, and lists of images' paths.
/// </remarks>
internal sealed class YoloReader : IAnnotationReader
{
    private readonly FileBytes _bytes = new();
    private readonly YoloDatasets _datasets = new();
    private readonly YoloLabels _labels = new();

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options) =>
        _bytes.TryRead(stream, out ReadOnlyMemory<byte> bytes)
            ? Read(bytes.Span, source, options)
            : AnnotationFile.Failed(AnnotationDiagnostics.CannotRead(
                source.Path, "it is larger than 256 MiB, which no label file of one image is; remove it from AnchorAnnotations"));

    private AnnotationFile Read(ReadOnlySpan<byte> bytes, AnnotationSource source, ReadingOptions options)
    {
        if (FindForeignContent(bytes, source.Path) is { } fault)
        {
            return AnnotationFile.Failed(fault);
        }

        YoloDataset dataset = _datasets.Find(source, options);
        foreach (Diagnostic diagnostic in dataset.Diagnostics)
        {
            if (diagnostic.IsError)
            {
                return Nothing(source, dataset.Diagnostics, dataset.Companions);
            }
        }

        ReadOnlySpan<byte> text = ByteText.WithoutMark(bytes);
        _labels.Read(text, source.Path, dataset, options);
        (int start, int length, int line) = _labels.FirstLine;
        ReadOnlySpan<byte> first = text.Slice(start, length);
        bool isForeign = line > 0 && _labels.ForeignCount == _labels.ObjectCount;
        if ((YoloForeign.IsNamedSo(source.Path) && _labels.LabelCount == 0) || (isForeign && YoloForeign.IsImagePath(first)))
        {
            return Nothing(source, [], [], isPassedOver: true);
        }

        bool isKitti = isForeign && YoloForeign.IsKitti(first, YoloFields.Count(first));
        if (line > 0 && _labels.LabelCount == 0 && !isKitti && YoloLookalike.Describe(text) is { } other)
        {
            return AnnotationFile.Failed(YoloDiagnostics.OtherLabels(source.Path, new LinePosition(line, 1), other));
        }

        return isForeign
            ? AnnotationFile.Failed(YoloDiagnostics.NoLabels(source.Path, new LinePosition(line, 1), isKitti
                ? "the lines are those of KITTI labels"
                : $"no line begins with a number; the first is {DisplayText.Quote(YoloFaults.Show(ByteText.Trim(first)))}"))
            : Assemble(source, dataset, options);
    }

    private AnnotationFile Assemble(AnnotationSource source, YoloDataset dataset, ReadingOptions options)
    {
        IReadOnlyList<Companion> companions = dataset.Companions;
        ImageSize? size = null;
        string? sizeFault = null;
        string? pointerFolder = null;
        bool isSought = options.NeedsSizes(BoxUnit.Fractions);
        if (isSought)
        {
            size = source.ImageSize ?? dataset.ImageSize;
            if (size is null)
            {
                FoundImage image = ImageLookup.Find(source.Path, source.ImagesDirectory, options.FindCompanion);
                (size, sizeFault) = (image.Size, image.Fault);
                companions = [.. companions, .. image.Companions];
                pointerFolder = image.PointerFolder;
            }
        }

        IReadOnlyList<Diagnostic> faults = _labels.Faults;
        return new AnnotationFile
        {
            Path = source.Path,
            Images = [new AnnotatedImage(size, LinePosition.None) { SizeFault = sizeFault, PointerFolder = pointerFolder }],
            ClassNames = _labels.TakeClassNames(),
            ClassesAreIds = dataset.Names is null,
            ClassListPath = dataset.Names is null ? null : dataset.NamesPath,
            Unit = BoxUnit.Fractions,
            Boxes = _labels.Boxes,
            ObjectCount = _labels.ObjectCount,
            Diagnostics = dataset.Diagnostics.Count == 0 ? faults : [.. dataset.Diagnostics, .. faults],
            Companions = companions,
        };
    }

    private static AnnotationFile Nothing(AnnotationSource source, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<Companion> companions, bool isPassedOver = false) => new()
    {
        Path = source.Path,
        Unit = BoxUnit.Fractions,
        ClassNames = [],
        Boxes = [],
        ObjectCount = 0,
        Diagnostics = diagnostics,
        Companions = companions,
        IsPassedOver = isPassedOver,
    };

    /// <summary>What the first bytes show that is no lines of numbers at all.</summary>
    private static Diagnostic? FindForeignContent(ReadOnlySpan<byte> bytes, string path)
    {
        bool isUtf16 = bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
        if (isUtf16)
        {
            return YoloDiagnostics.WrongEncoding(path, "UTF-16");
        }

        ReadOnlySpan<byte> text = ByteText.Trim(ByteText.WithoutMark(bytes));
        string? found = text.IsEmpty ? null
            : text[0] == '<' ? "the file is XML"
            : text[0] is (byte)'{' or (byte)'[' ? "the file is JSON"
            : bytes.IndexOf((byte)0) >= 0 ? "the file is not text"
            : null;
        return found is null ? null : YoloDiagnostics.NoLabels(path, new LinePosition(1, 1), found);
    }
}
