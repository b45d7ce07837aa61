using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// What is known of the annotation files: from the manifest where a file is as it was when it was read, and what the
/// next build shall know.
/// </summary>
internal sealed class AnnotationMemory
{
    /// <summary>Files with more boxes are read again in every build that fits.</summary>
    internal const int KeptBoxes = 1_000_000;

    // They decide on messages and on copies, not on what is written.
    private static readonly string[] s_withoutEffect = ["setting warnings as errors", "setting AnchorFitOutputSubfolder"];

    private static readonly string[] s_howToRead = ["package", "task", "AnchorFitCheckRecords", "AnchorAnnotationsFormat", AnnotationDetails.SettingName];

    private readonly InputListing _inputs;
    private readonly Manifest _manifest;
    private readonly List<ReadOnlyMemory<byte>> _known = [];
    private readonly List<Companion> _others = [];

    private AnnotationMemory(InputListing inputs, Manifest manifest)
    {
        _inputs = inputs;
        _manifest = manifest;
    }

    /// <summary>A memory that knows no file.</summary>
    public static AnnotationMemory None => new(InputListing.Parse(string.Empty), Manifest.Empty);

    /// <param name="inputs">Settings and the states of the files, taken before any is read.</param>
    /// <param name="manifestFile">What earlier builds left.</param>
    public static AnnotationMemory Load(InputListing inputs, string manifestFile) =>
        new(inputs, Manifest.Load(manifestFile, Reader(inputs)));

    /// <summary>The state of a file when the inputs were listed; empty when it wasn't among them.</summary>
    /// <param name="name">From the project's folder. Quickest in the order of the listing.</param>
    public string StateOf(string name) => _inputs.StateOf(InputKind.Annotation, name) ?? string.Empty;

    /// <summary>Notes the state that an input of another kind had when the inputs were listed. Quickest before any annotation is asked for.</summary>
    /// <param name="kind">What it is to the fit.</param>
    /// <param name="name">From the project's folder.</param>
    /// <param name="path">As the user named it.</param>
    public void Note(InputKind kind, string name, string path)
    {
        if (_inputs.StateOf(kind, name) is { } state)
        {
            _others.Add(new Companion(path, state));
        }
    }

    /// <summary>
    /// Which files, by their places, are not in the state in which they were listed: what was read may be of either state, and
    /// nothing can be said of the file the next time it is in one of them.
    /// </summary>
    /// <param name="sources">All files that were attached, in that order.</param>
    /// <param name="files">What they say, in the same order.</param>
    /// <param name="companions">Knows the states of today.</param>
    /// <param name="othersHold">Whether the inputs of other kinds are as they were listed.</param>
    public ISet<int> FindChanged(
        IReadOnlyList<AnnotationSource> sources, IReadOnlyList<AnnotationFile> files, CompanionFiles companions, out bool othersHold)
    {
        ISet<string> beside = companions.FindChanged();
        var changed = new ConcurrentDictionary<int, bool>();
        Parallel.For(0, sources.Count, i =>
        {
            if ((_known[i].IsEmpty && sources[i].State.Length > 0 && !companions.Holds(sources[i].Path, sources[i].State))
                || (beside.Count > 0 && files[i].Companions.Any(companion => beside.Contains(companion.Path))))
            {
                changed[i] = true;
            }
        });
        othersHold = _others.TrueForAll(other => companions.Holds(other.Path, other.State));
        return new HashSet<int>(changed.Keys);
    }

    /// <summary>
    /// The same files; those that the manifest knows say so without being opened. More may be attached later, before
    /// any is read.
    /// </summary>
    /// <param name="sources">In ordinal order of their names.</param>
    public IReadOnlyList<AnnotationSource> Attach(IReadOnlyList<AnnotationSource> sources)
    {
        List<AnnotationSource> attached = new(sources.Count);
        foreach (AnnotationSource source in sources)
        {
            int place = _known.Count;
            _known.Add(source.State.Length > 0 ? _manifest.Find(source.Name, source.State) : default);
            attached.Add(_known[place].IsEmpty ? source : source with { Recall = options => Recall(place, source.Path, options) });
        }

        return attached;
    }

    /// <summary>An entry for every file.</summary>
    /// <param name="sources">All files that were attached, in that order.</param>
    /// <param name="files">What they say, in the same order.</param>
    /// <param name="changed">Those that changed while they were read; null for none.</param>
    public IReadOnlyList<ManifestEntry> Describe(IReadOnlyList<AnnotationSource> sources, IReadOnlyList<AnnotationFile> files, ISet<int>? changed = null)
    {
        var writer = new ByteWriter();
        var entries = new ManifestEntry[files.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            bool isLarge = files[i].Boxes.Count + files[i].Shapes.Count > KeptBoxes && sources[i].State.Length > 0;
            ReadOnlyMemory<byte> content = _known[i];
            if (content.IsEmpty)
            {
                writer.Clear();
                Write(files[i], isLarge ? sources[i].State : string.Empty, writer);
                content = writer.Written.ToArray();
            }

            bool isLasting = !isLarge && !WasUnreadable(files[i]) && changed?.Contains(i) != true;
            entries[i] = new ManifestEntry(sources[i].Name, isLasting ? sources[i].State : string.Empty, content);
        }

        return entries;
    }

    /// <summary>Identifies everything that outputs are made from.</summary>
    /// <param name="files">The bytes of the other inputs, always in the same order.</param>
    /// <param name="entries">What the annotations say.</param>
    public string Key(IEnumerable<byte[]> files, IReadOnlyList<ManifestEntry> entries)
    {
        var writer = new ByteWriter();
        foreach (KeyValuePair<string, string> setting in _inputs.Settings)
        {
            if (Array.IndexOf(s_withoutEffect, setting.Key) >= 0)
            {
                continue;
            }

            writer.WriteText(setting.Key);
            writer.WriteText(setting.Value);
        }

        foreach (byte[] file in files)
        {
            writer.WriteNumber(file.Length);
            writer.WriteBytes(file);
        }

        foreach (ManifestEntry entry in entries)
        {
            writer.WriteText(entry.Path);
            writer.WriteNumber(entry.Content.Length);
            writer.WriteBytes(entry.Content.Span);
        }

        return Digest.Text(writer.Digest());
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

    // The state stands for what a large file says: its boxes would fill memory twice.
    private static void Write(AnnotationFile file, string state, ByteWriter writer)
    {
        if (state.Length == 0)
        {
            AnnotationCodec.Write(file, writer);
            return;
        }

        writer.WriteText(state);
        foreach (Companion companion in file.Companions)
        {
            writer.WriteText(companion.Path);
            writer.WriteText(companion.State);
        }
    }

    // A right that is granted, or a lock that is released, changes neither size nor time.
    private static bool WasUnreadable(AnnotationFile file) =>
        file.Diagnostics is [{ Rule: var rule }] && rule == AnnotationDiagnostics.FileUnreadable;

    // A file that says something to one reader may say something else to another. Inside the package's own repository the code changes without the version.
    private static string Reader(InputListing inputs) =>
        string.Join(" ", Array.ConvertAll(s_howToRead, inputs.Setting));

    private AnnotationFile? Recall(int place, string path, ReadingOptions options)
    {
        AnnotationFile? file = AnnotationCodec.TryRead(_known[place].Span, path);
        if (file is not null && Holds(file, options))
        {
            return file;
        }

        _known[place] = default;
        return null;
    }

    // The file is as it was; what it says may depend on others, and on what it was read for.
    private static bool Holds(AnnotationFile file, ReadingOptions options)
    {
        if (file.SizesNotSought && options.NeedsSizes(file.Unit))
        {
            return false;
        }

        foreach (Companion companion in file.Companions)
        {
            if (options.FindCompanion(companion.Path).Identity.State != companion.State)
            {
                return false;
            }
        }

        return true;
    }
}
