using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>
/// What earlier builds understood of each annotation file, so that a file that didn't change is not read again. It only
/// saves time: whatever is missing, damaged or of another version is as if it had never been written.
/// </summary>
/// <remarks>
/// The content: the reader's identity, the number of entries, and for each its path, state and content with their
/// lengths.
/// </remarks>
internal sealed class Manifest
{
    private const string Header = "anchorfit-manifest 4";
    private const int MaxPathBytes = 16 * 1024;

    private readonly byte[] _bytes;
    private readonly List<Entry> _entries;
    private readonly byte[] _path = new byte[MaxPathBytes];
    private Dictionary<string, int>? _places;
    private int _next;

    private Manifest(byte[] bytes, List<Entry> entries)
    {
        _bytes = bytes;
        _entries = entries;
    }

    public static Manifest Empty => new([], []);

    public int Count => _entries.Count;

    /// <summary>The manifest in the file; <see cref="Empty"/> when there is none that this reader can use.</summary>
    /// <param name="reader">Identifies the code that read the annotations: other code may understand them otherwise.</param>
    public static Manifest Load(string file, string reader) =>
        KeptFile.TryRead(file, Header) is { } kept && Parse(kept, reader) is { } manifest ? manifest : Empty;

    /// <summary>
    /// What was understood of the file when it had that state; empty when nothing is known. Quickest when the files are
    /// asked for in the order in which they were saved. Not for several threads.
    /// </summary>
    /// <param name="path">From the project's folder.</param>
    /// <param name="state">Its size and time, or the hash of its content.</param>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    public ReadOnlyMemory<byte> Find(string path, string state)
    {
        int place = IsAt(_next, path) ? _next : Look(path);
        if (place < 0)
        {
            return default;
        }

        _next = place + 1;
        Entry entry = _entries[place];
        return Is(state, entry.StateStart, entry.StateLength) ? _bytes.AsMemory(entry.Start, entry.Length) : default;
    }

    /// <exception cref="IOException">The disk.</exception>
    public static void Save(string file, string reader, IReadOnlyCollection<ManifestEntry> entries)
    {
        var writer = new ByteWriter();
        writer.WriteText(reader);
        writer.WriteNumber(entries.Count);
        foreach (ManifestEntry entry in entries)
        {
            writer.WriteText(entry.Path);
            writer.WriteText(entry.State);
            writer.WriteNumber(entry.Content.Length);
            writer.WriteBytes(entry.Content.Span);
        }

        AtomicFile.Write(file, KeptFile.Write(Header, writer));
    }

    private static Manifest? Parse(KeptFile file, string reader)
    {
        int length = file.Bytes.Length;
        var source = new ByteReader(file.Bytes.AsSpan(file.Start));
        if (source.ReadText() != reader)
        {
            return null;
        }

        List<Entry> entries = [];
        for (int count = source.ReadCount(); count > 0 && !source.Failed; count--)
        {
            int pathLength = source.ReadTextBytes().Length;
            int pathStart = length - source.Remaining - pathLength;
            int stateLength = source.ReadTextBytes().Length;
            int stateStart = length - source.Remaining - stateLength;
            int contentLength = source.ReadTextBytes().Length;
            entries.Add(new Entry(pathStart, pathLength, stateStart, stateLength, length - source.Remaining - contentLength, contentLength));
        }

        return source.IsComplete ? new Manifest(file.Bytes, entries) : null;
    }

    // The order differs after a file came or was renamed: then, and only then, the paths are worth an index.
    private int Look(string path)
    {
        if (_places is null)
        {
            _places = new Dictionary<string, int>(_entries.Count, StringComparer.Ordinal);
            for (int i = 0; i < _entries.Count; i++)
            {
                _places[Encoding.UTF8.GetString(_bytes, _entries[i].PathStart, _entries[i].PathLength)] = i;
            }
        }

        return _places.TryGetValue(path, out int place) ? place : -1;
    }

    private bool IsAt(int place, string path) =>
        place < _entries.Count && Is(path, _entries[place].PathStart, _entries[place].PathLength);

    private bool Is(string text, int start, int length) =>
        Encoding.UTF8.GetMaxByteCount(text.Length) <= _path.Length
        && Encoding.UTF8.GetBytes(text, 0, text.Length, _path, 0) == length
        && _path.AsSpan(0, length).SequenceEqual(_bytes.AsSpan(start, length));

    private readonly record struct Entry(int PathStart, int PathLength, int StateStart, int StateLength, int Start, int Length);
}

/// <summary>What a manifest keeps of one file.</summary>
/// <param name="Path">From the project's folder, with forward slashes.</param>
/// <param name="State">Its size and time, or the hash of its content, before it was read; empty when that isn't known.</param>
/// <param name="Content">What <see cref="AnnotationCodec"/> made of it; empty when nothing is known.</param>
internal readonly record struct ManifestEntry(string Path, string State, ReadOnlyMemory<byte> Content);
