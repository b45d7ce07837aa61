using System;
using System.Collections.Generic;
using System.IO;

namespace AnchorFit.Hosting;

/// <summary>
/// What earlier builds understood of each annotation file, so that a file that didn't change is not read again. It only
/// saves time: whatever is missing, damaged or of another version is as if it had never been written.
/// </summary>
/// <remarks>
/// The file: the header, the reader's identity, the number of entries, for each its path, state and content with their
/// lengths, and at last the SHA-256 of everything before it.
/// </remarks>
internal sealed class Manifest
{
    private const string Header = "anchorfit-manifest 1";

    private readonly byte[] _bytes;
    private readonly Dictionary<string, Entry> _entries;

    private Manifest(byte[] bytes, Dictionary<string, Entry> entries)
    {
        _bytes = bytes;
        _entries = entries;
    }

    public static Manifest Empty { get; } = new([], []);

    public int Count => _entries.Count;

    /// <summary>The manifest in the file; <see cref="Empty"/> when there is none that this reader can use.</summary>
    /// <param name="reader">Identifies the code that read the annotations: other code may understand them otherwise.</param>
    public static Manifest Load(string file, string reader)
    {
        try
        {
            return File.Exists(file) ? Parse(File.ReadAllBytes(file), reader) ?? Empty : Empty;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return Empty;
        }
    }

    /// <summary>What was understood of the file when it had that state; empty when nothing is known.</summary>
    /// <param name="path">From the project's folder.</param>
    /// <param name="state">Its size and time, or the hash of its content.</param>
    public ReadOnlySpan<byte> Find(string path, string state) =>
        _entries.TryGetValue(path, out Entry entry) && entry.State == state ? _bytes.AsSpan(entry.Start, entry.Length) : default;

    /// <exception cref="IOException">The disk.</exception>
    public static void Save(string file, string reader, IReadOnlyCollection<ManifestEntry> entries)
    {
        var writer = new ByteWriter();
        writer.WriteText(Header);
        writer.WriteText(reader);
        writer.WriteNumber(entries.Count);
        foreach (ManifestEntry entry in entries)
        {
            writer.WriteText(entry.Path);
            writer.WriteText(entry.State);
            writer.WriteNumber(entry.Content.Length);
            writer.WriteBytes(entry.Content);
        }

        byte[] content = writer.Written.ToArray();
        writer.WriteBytes(Digest.BytesOf(content, content.Length));
        AtomicFile.Write(file, writer.Written.ToArray());
    }

    private static Manifest? Parse(byte[] bytes, string reader)
    {
        int length = bytes.Length - Digest.ByteCount;
        if (length < 0 || !Digest.BytesOf(bytes, length).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            return null;
        }

        var source = new ByteReader(bytes.AsSpan(0, length));
        if (source.ReadText() != Header || source.ReadText() != reader)
        {
            return null;
        }

        int count = source.ReadCount();
        var entries = new Dictionary<string, Entry>(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string path = source.ReadText();
            string state = source.ReadText();
            int size = source.ReadCount();
            entries[path] = new Entry(state, length - source.Remaining, size);
            source.Take(size);
        }

        return source.IsComplete ? new Manifest(bytes, entries) : null;
    }

    private readonly record struct Entry(string State, int Start, int Length);
}
