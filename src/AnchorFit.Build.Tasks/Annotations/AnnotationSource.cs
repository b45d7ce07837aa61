using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>An annotation file and how to get at its bytes.</summary>
/// <param name="Path">The path as the user wrote it; it stands in diagnostics.</param>
/// <param name="Open">
/// Opens the file, on any thread. The whole stream is read at once, so it needs no buffer of its own. What it throws
/// as I/O or access exception becomes a diagnostic of the file.
/// </param>
internal sealed record AnnotationSource(string Path, Func<Stream> Open);
