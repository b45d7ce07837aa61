using System;
using System.IO;

namespace AnchorFit.Annotations;

/// <summary>Reads annotation files of one format.</summary>
/// <remarks>
/// An instance belongs to one thread and is meant to read many files: names and buffers are kept. Whatever is wrong
/// with a file becomes a diagnostic in the result; only a failing stream throws.
/// </remarks>
internal interface IAnnotationReader
{
    /// <summary>Reads the rest of a stream, which stays open.</summary>
    /// <param name="stream">Unbuffered: read it in large pieces. It can seek where it is a file.</param>
    /// <param name="source">What the stream belongs to; its path stands in diagnostics.</param>
    /// <param name="options">What the run wants.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled in the middle of a large file.</exception>
    AnnotationFile Read(Stream stream, AnnotationSource source, ReadingOptions options);
}
