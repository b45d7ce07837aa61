using System;
using System.IO;
using System.Xml;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations.PascalVoc;

/// <summary>
/// Reads PASCAL VOC annotation files (one XML file an image, as labelImg, CVAT and the VOC challenge write them).
/// Extents are max minus min as in the Coral notebook, without the further pixel of the VOC devkit.
/// </summary>
internal sealed class PascalVocReader : IAnnotationReader
{
    private readonly PascalVocPlain _plain = new();
    private readonly PascalVocXml _xml = new(new NameTable());
    private readonly FileBytes _bytes = new();

    /// <inheritdoc />
    public AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options) => Read(stream, source.Path);

    /// <summary>Reads a whole file that is in memory.</summary>
    /// <param name="path">The path as the user wrote it; it stands in diagnostics.</param>
    public AnnotationFile Read(ReadOnlyMemory<byte> bytes, string path) =>
        _plain.TryRead(bytes, path) ?? ReadXml(bytes, path);

    private AnnotationFile Read(Stream stream, string path) => _bytes.TryRead(stream, out ReadOnlyMemory<byte> bytes)
        ? Read(bytes, path)
        : AnnotationFile.Failed(AnnotationDiagnostics.CannotRead(
            path, "it is larger than 256 MiB, which no annotation of one image is; remove it from AnchorAnnotations"));

    private AnnotationFile ReadXml(ReadOnlyMemory<byte> bytes, string path) =>
        PascalVocText.TryDecode(bytes, path, out string text) is { } fault
            ? AnnotationFile.Failed(fault)
            : _xml.Read(text, path);
}
