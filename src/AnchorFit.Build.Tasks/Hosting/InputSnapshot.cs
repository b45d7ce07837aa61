using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

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
    private const string Header = "anchorfit-inputs 3\n";

    // A smaller set isn't worth starting threads.
    private const int PartSize = 1024;

    private readonly byte[] _listing;

    private InputSnapshot(byte[] listing) => _listing = listing;

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

        return new InputSnapshot(listing.Written.ToArray());
    }

    /// <summary>The listing in a cache file; null when it can't be read or isn't one of this version.</summary>
    public static InputListing? TryLoad(string cacheFile)
    {
        try
        {
            return File.Exists(cacheFile) ? Parse(File.ReadAllBytes(cacheFile)) : null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <summary>Identifies the snapshot in a cache file, as a stamp names it; empty when it can't be read.</summary>
    public static string IdentityOf(string cacheFile)
    {
        try
        {
            using var reader = new StreamReader(cacheFile, Encoding.UTF8);
            return reader.ReadLine() + "\n" == Header ? reader.ReadLine() ?? string.Empty : string.Empty;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return string.Empty;
        }
    }

    /// <summary>
    /// How this differs from the snapshot in the cache file, in words; nothing when it doesn't; null when the cache
    /// file can't be read.
    /// </summary>
    public IReadOnlyList<string>? ChangesSince(string cacheFile)
    {
        try
        {
            byte[] before = File.ReadAllBytes(cacheFile);
            int start = StartOfListing(before);
            return start < 0 ? null : before.AsSpan(start).SequenceEqual(_listing) ? [] : Differences(before.AsSpan(start).ToArray(), _listing);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <exception cref="IOException">The disk.</exception>
    public void Save(string cacheFile)
    {
        var content = new ByteWriter();
        content.WriteCharacters(Header + Digest.Of(_listing) + "\n");
        content.WriteBytes(_listing);
        AtomicFile.WriteIfChanged(cacheFile, content.Written.ToArray());
    }

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
        FileState state = FileState.Of(absolute);
        target.WriteCharacters(InputKinds.Keyword(input.Kind));
        target.WriteByte((byte)' ');
        if (hashContents && state.Exists)
        {
            target.WriteCharacters("0 " + HashOf(absolute));
        }
        else
        {
            target.WriteDigits(state.Size);
            target.WriteByte((byte)' ');
            target.WriteDigits(state.Ticks);
        }

        target.WriteByte((byte)' ');
        target.WriteCharacters(OneLine(relative));
        target.WriteByte((byte)'\n');
    }

    // One file among many changed: the lines before and after it are the same and need no parsing. Where lines came or
    // went, one of them may stand elsewhere too.
    private static IReadOnlyList<string> Differences(byte[] before, byte[] after)
    {
        int start = CommonStart(before, after);
        int end = CommonEnd(before, after, Math.Min(before.Length, after.Length) - start);
        InputListing changedBefore = Listing(before, start, end);
        InputListing changedAfter = Listing(after, start, end);
        return changedBefore.Entries.Count == changedAfter.Entries.Count && changedBefore.Entries.Keys.All(changedAfter.Entries.ContainsKey)
            ? SnapshotChanges.Describe(changedBefore, changedAfter)
            : SnapshotChanges.Describe(Listing(before, 0, 0), Listing(after, 0, 0));
    }

    /// <summary>The length of the lines with which both begin.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static int CommonStart(byte[] before, byte[] after)
    {
        int i = 0;
        while (i < Math.Min(before.Length, after.Length) && before[i] == after[i])
        {
            i++;
        }

        return before.AsSpan(0, i).LastIndexOf((byte)'\n') + 1;
    }

    /// <summary>The length of the lines with which both end, at most <paramref name="most"/>.</summary>
    [MethodImpl(HotPath.OptimizeAtOnce)]
    private static int CommonEnd(byte[] before, byte[] after, int most)
    {
        int i = 0;
        while (i < most && before[before.Length - 1 - i] == after[after.Length - 1 - i])
        {
            i++;
        }

        // They begin behind the end of another line.
        int newline = before.AsSpan(before.Length - i).IndexOf((byte)'\n');
        return newline < 0 ? 0 : i - newline - 1;
    }

    // Whoever reads the file tells why it can't be read; another text than any hash, so it will be tried.
    private static string HashOf(string absolutePath)
    {
        try
        {
            return Digest.OfFile(absolutePath);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return "unreadable";
        }
    }

    private static InputListing Listing(byte[] content, int start, int end) =>
        InputListing.Parse(Encoding.UTF8.GetString(content, start, content.Length - start - end));

    private static InputListing? Parse(byte[] content) =>
        StartOfListing(content) is var start and >= 0 ? Listing(content, start, 0) : null;

    /// <summary>Where the lines begin, after the header and the identity; below 0 in a file of another kind.</summary>
    private static int StartOfListing(byte[] content)
    {
        int start = Header.Length + (2 * Digest.ByteCount) + 1;
        return content.Length >= start && content[start - 1] == '\n' && content.AsSpan().StartsWith(Encoding.UTF8.GetBytes(Header)) ? start : -1;
    }

    private static string OneLine(string text) =>
        text.IndexOf('\n') < 0 && text.IndexOf('\r') < 0 ? text : text.Replace("\r", "\\r").Replace("\n", "\\n");
}
