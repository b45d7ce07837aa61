namespace AnchorFit.Hosting;

/// <summary>What a manifest keeps of one file.</summary>
/// <param name="Path">From the project's folder, with forward slashes.</param>
/// <param name="State">Its size and time, or the hash of its content, before it was read.</param>
/// <param name="Content">What <see cref="AnnotationCodec"/> made of it.</param>
internal readonly record struct ManifestEntry(string Path, string State, byte[] Content);
