using System;

namespace AnchorFit.Hosting;

/// <summary>What a manifest keeps of one file.</summary>
/// <param name="Path">From the project's folder, with forward slashes.</param>
/// <param name="State">Its size and time, or the hash of its content, before it was read; empty when that isn't known.</param>
/// <param name="Content">What <see cref="AnnotationCodec"/> made of it; empty when nothing is known.</param>
internal readonly record struct ManifestEntry(string Path, string State, ReadOnlyMemory<byte> Content);
