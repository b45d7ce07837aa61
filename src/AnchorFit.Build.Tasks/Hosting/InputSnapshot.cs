using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>
/// Everything that a fit depends on, as text: one line a setting and one an input file with its size and time (or the
/// hash of its content). Equal text means equal inputs, so nothing relies on the order of time stamps: a file that was
/// removed, or replaced by an older one, changes the text too. Paths count from the project's folder, so a project
/// that moves stays up to date.
/// </summary>
/// <remarks>
/// The lines keep the order in which the inputs came. It seldom changes, and then equal bytes are the quick answer;
/// where it did change, the lines are compared as a set.
/// </remarks>
internal sealed class InputSnapshot
{
    // A smaller set isn't worth starting threads.
    private const int PartSize = 1024;

    private readonly ByteWriter _listing;

    private InputSnapshot(ByteWriter listing) => _listing = listing;

    /// <param name="settings">Lines <c>name=value</c>.</param>
    /// <param name="inputs">The input files; in any order, repeated or not.</param>
    /// <param name="paths">The project the paths belong to.</param>
    /// <param name="hashContents">Read the files and compare contents instead of sizes and times.</param>
    /// <param name="cancellation">Stops at once; a read that hangs is left to itself.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static InputSnapshot Take(
        IEnumerable<string> settings,
        IReadOnlyList<InputFile> inputs,
        ProjectPaths paths,
        bool hashContents,
        CancellationToken cancellation = default)
    {
        var listing = new ByteWriter();
        foreach (string setting in settings)
        {
            listing.WriteCharacters("setting " + OneLine(setting) + "\n");
        }

        // Sizes and times never keep anybody waiting; contents may (a dead network drive, a named pipe).
        ByteWriter[] files = hashContents
            ? Abandonable.Run(() => ListFiles(inputs, paths, hashContents, cancellation), cancellation)
            : ListFiles(inputs, paths, hashContents, cancellation);
        foreach (ByteWriter part in files)
        {
            listing.WriteBytes(part.Written);
        }

        return new InputSnapshot(listing);
    }

    /// <summary>How this differs from a saved snapshot, in words; nothing when it doesn't.</summary>
    public IReadOnlyList<string> ChangesSince(SavedSnapshot before) =>
        before.Lines.SequenceEqual(_listing.Written) ? [] : SnapshotChanges.Between(before.Lines.ToArray(), _listing.Written.ToArray());

    /// <exception cref="IOException">The disk.</exception>
    public void Save(string cacheFile) => AtomicFile.WriteIfChanged(cacheFile, SavedSnapshot.Write(_listing));

    // In parts that follow one another; each is listed by one thread.
    private static ByteWriter[] ListFiles(IReadOnlyList<InputFile> inputs, ProjectPaths paths, bool hashContents, CancellationToken cancellation)
    {
        var parts = new ByteWriter[(inputs.Count + PartSize - 1) / PartSize];
        void List(int part)
        {
            parts[part] = new ByteWriter();
            for (int i = part * PartSize; i < Math.Min(inputs.Count, (part + 1) * PartSize); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                ListFile(inputs[i], paths, hashContents, parts[part]);
            }
        }

        if (parts.Length == 1)
        {
            List(0);
        }
        else
        {
            Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancellation }, List);
        }

        return parts;
    }

    private static void ListFile(InputFile input, ProjectPaths paths, bool hashContents, ByteWriter target)
    {
        (string absolute, string relative) = paths.Resolve(input.Path);
        target.WriteCharacters(InputKinds.Keyword(input.Kind));
        target.WriteByte((byte)' ');
        if (hashContents)
        {
            target.WriteCharacters(FileState.OfContent(absolute));
        }
        else
        {
            FileState state = FileState.Of(absolute);
            target.WriteDigits(state.Size);
            target.WriteByte((byte)' ');
            target.WriteDigits(state.Ticks);
        }

        target.WriteByte((byte)' ');
        target.WriteCharacters(OneLine(relative));
        target.WriteByte((byte)'\n');
    }

    private static string OneLine(string text) =>
        text.IndexOf('\n') < 0 && text.IndexOf('\r') < 0 ? text : text.Replace("\r", "\\r").Replace("\n", "\\n");
}

/// <summary>A file that a fit depends on.</summary>
/// <param name="Kind">What it is to the fit.</param>
/// <param name="Path">As the user named it; relative paths count from the project's folder.</param>
internal readonly record struct InputFile(InputKind Kind, string Path);

/// <summary>What an input file is to the fit.</summary>
internal enum InputKind
{
    Annotation,
    BaseConfig,
    LabelMap,
}

/// <summary>How the kinds are called in the cache file and in messages.</summary>
internal static class InputKinds
{
    /// <summary>One word, without spaces.</summary>
    public static string Keyword(InputKind kind) => kind switch
    {
        InputKind.Annotation => "annotation",
        InputKind.BaseConfig => "config",
        InputKind.LabelMap => "label-map",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
