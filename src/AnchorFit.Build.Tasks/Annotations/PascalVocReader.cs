using System;
using System.IO;
using System.Xml;
using AnchorFit.Diagnostics;

namespace AnchorFit.Annotations;

/// <summary>
/// Reads PASCAL VOC annotation files (one XML file an image, as labelImg, CVAT and the VOC challenge write them).
/// Extents are max minus min as in the Coral notebook, without the further pixel of the VOC devkit.
/// </summary>
/// <remarks>
/// An instance belongs to one thread and is meant to read many files: names, settings and buffers are kept. Whatever
/// is wrong with a file becomes a diagnostic in the result; only a failing stream throws.
/// </remarks>
internal sealed class PascalVocReader
{
    private readonly PascalVocPlain _plain = new();
    private readonly PascalVocXml _xml = new(new NameTable());
    private readonly FileBytes _bytes = new();

    /// <summary>Reads the rest of a stream, which stays open.</summary>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public AnnotationFile Read(Stream stream, string path) => _bytes.TryRead(stream, out ReadOnlyMemory<byte> bytes)
        ? Read(bytes, path)
        : AnnotationFile.Failed(AnnotationDiagnostics.CannotRead(
            path, "it is larger than 256 MiB, which no annotation of one image is; remove it from AnchorAnnotations"));

    /// <summary>Reads a whole file that is in memory.</summary>
    /// <param name="path">The path as the user wrote it; it stands in diagnostics.</param>
    public AnnotationFile Read(ReadOnlyMemory<byte> bytes, string path) =>
        _plain.TryRead(bytes, path) ?? ReadXml(bytes, path);

    private AnnotationFile ReadXml(ReadOnlyMemory<byte> bytes, string path) =>
        PascalVocText.TryDecode(bytes, path, out string text) is { } fault
            ? AnnotationFile.Failed(fault)
            : _xml.Read(text, path);
}
