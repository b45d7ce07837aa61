using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// What is known of the annotation files: from the manifest where a file is as it was when it was read, and what the
/// next build shall know.
/// </summary>
internal sealed class AnnotationMemory
{
    private readonly InputListing _inputs;
    private readonly Manifest _manifest;

    private AnnotationMemory(InputListing inputs, Manifest manifest)
    {
        _inputs = inputs;
        _manifest = manifest;
    }

    /// <summary>A memory that knows no file.</summary>
    public static AnnotationMemory None { get; } = new(InputListing.Parse(string.Empty), Manifest.Empty);

    /// <param name="inputs">Settings and the states of the files, taken before any is read.</param>
    /// <param name="manifestFile">What earlier builds left.</param>
    public static AnnotationMemory Load(InputListing inputs, string manifestFile) =>
        new(inputs, Manifest.Load(manifestFile, Reader(inputs)));

    /// <summary>What the file says when it is known without reading it; null when it has to be read.</summary>
    /// <param name="name">From the project's folder.</param>
    /// <param name="path">As the user names it now.</param>
    public AnnotationFile? Recall(string name, string path) =>
        _manifest.Find(name, StateOf(name)) is { IsEmpty: false } content ? AnnotationCodec.TryRead(content, path) : null;

    /// <summary>An entry for every file.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="files">What they say, in the same order.</param>
    public IReadOnlyList<ManifestEntry> Describe(IReadOnlyList<AnnotationSource> sources, IReadOnlyList<AnnotationFile> files)
    {
        var writer = new ByteWriter();
        var entries = new ManifestEntry[files.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            writer.Clear();
            AnnotationCodec.Write(files[i], writer);
            string name = sources[i].Name;
            entries[i] = new ManifestEntry(name, WasUnreadable(files[i]) ? string.Empty : StateOf(name), writer.Written.ToArray());
        }

        return entries;
    }

    /// <summary>Identifies everything that outputs are made from.</summary>
    /// <param name="baseConfig">The bytes of the base config.</param>
    /// <param name="entries">What the annotations say.</param>
    public string Key(byte[] baseConfig, IReadOnlyList<ManifestEntry> entries)
    {
        var writer = new ByteWriter();
        foreach (KeyValuePair<string, string> setting in _inputs.Settings())
        {
            writer.WriteText(setting.Key);
            writer.WriteText(setting.Value);
        }

        writer.WriteNumber(baseConfig.Length);
        writer.WriteBytes(baseConfig);
        foreach (ManifestEntry entry in entries)
        {
            writer.WriteText(entry.Path);
            writer.WriteNumber(entry.Content.Length);
            writer.WriteBytes(entry.Content);
        }

        return Digest.Of(writer.Written.ToArray());
    }

    /// <summary>Writes the manifest for the next build.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public void Save(string manifestFile, IReadOnlyList<ManifestEntry> entries)
    {
        List<ManifestEntry> known = [];
        foreach (ManifestEntry entry in entries)
        {
            if (entry.State.Length > 0)
            {
                known.Add(entry);
            }
        }

        Manifest.Save(manifestFile, Reader(_inputs), known);
    }

    // A right that is granted, or a lock that is released, changes neither size nor time.
    private static bool WasUnreadable(AnnotationFile file) =>
        file.Diagnostics is [{ Rule: var rule }] && rule == AnnotationDiagnostics.FileUnreadable;

    // Inside the package's own repository the code changes without the version.
    private static string Reader(InputListing inputs) => inputs.Setting("package") + " " + inputs.Setting("task");

    private string StateOf(string name) => _inputs.StateOf(InputKind.Annotation, name) ?? string.Empty;
}
