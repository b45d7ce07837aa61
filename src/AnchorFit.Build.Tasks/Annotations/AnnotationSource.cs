using System;
using System.IO;
using AnchorFit.Geometry;

namespace AnchorFit.Annotations;

/// <summary>An annotation file and how to get at its bytes.</summary>
/// <param name="Path">The path as the user wrote it; it stands in diagnostics.</param>
/// <param name="Open">
/// Opens the file, on any thread. The whole stream is read at once, so it needs no buffer of its own. What it throws
/// as I/O or access exception becomes a diagnostic of the file.
/// </param>
internal sealed record AnnotationSource(string Path, Func<Stream> Open)
{
    /// <summary>The path from the project's folder, the same on every machine.</summary>
    public string Name { get; init; } = Path;

    /// <summary>Another text whenever the file's content may be another; empty when that isn't known.</summary>
    public string State { get; init; } = string.Empty;

    /// <summary>The format where the user named it; else the file's content tells.</summary>
    public AnnotationFormat? Format { get; init; }

    /// <summary>The file that names the classes by number, where the user gave one.</summary>
    public string? NamesFile { get; init; }

    /// <summary>The folder of the images, where the user gave one.</summary>
    public string? ImagesDirectory { get; init; }

    /// <summary>The size of every image of the file, where the user gave it.</summary>
    public ImageSize? ImageSize { get; init; }

    /// <summary>How many boxes each box of the file counts for; above zero.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What the file says to such a run when that is known without opening it, else null; on any thread.</summary>
    public Func<ReadingOptions, AnnotationFile?> Recall { get; init; } = _ => null;
}
