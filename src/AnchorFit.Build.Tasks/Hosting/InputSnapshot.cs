using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// Everything that a fit depends on, as text: one line a setting and one an input file with its size and time (or the
/// hash of its content). Equal text means equal inputs, so nothing relies on the order of time stamps: a file that was
/// removed, or replaced by an older one, changes the text too. Paths count from the project's folder, so a project
/// that moves stays up to date.
/// </summary>
internal sealed class InputSnapshot
{
    private const string Header = "anchorfit-inputs 1";

    private readonly string _listing;

    private InputSnapshot(string listing)
    {
        _listing = listing;
        Digest = Hosting.Digest.Of(Encoding.UTF8.GetBytes(listing));
    }

    /// <summary>SHA-256 of the listing, in hexadecimal.</summary>
    public string Digest { get; }

    /// <param name="settings">Lines <c>name=value</c>.</param>
    /// <param name="inputs">Kind and path of every input file; in any order, repeated or not.</param>
    /// <param name="paths">The project the paths belong to.</param>
    /// <param name="hashContents">Read the files and compare contents instead of sizes and times.</param>
    /// <exception cref="IOException">With <paramref name="hashContents"/>: a file can't be read.</exception>
    public static InputSnapshot Take(
        IEnumerable<string> settings,
        IEnumerable<(InputKind Kind, string Path)> inputs,
        ProjectPaths paths,
        bool hashContents)
    {
        List<string> lines = [];
        foreach (string setting in settings)
        {
            lines.Add("setting " + OneLine(setting));
        }

        foreach ((InputKind kind, string path) in inputs)
        {
            string absolute = paths.Absolute(path);
            FileState state = FileState.Of(absolute);
            string text = hashContents && state.Exists ? "0 " + Hosting.Digest.OfFile(absolute) : state.ToString();
            lines.Add(InputKinds.Keyword(kind) + " " + text + " " + OneLine(paths.RelativeOf(absolute)));
        }

        lines.Sort(StringComparer.Ordinal);
        var listing = new StringBuilder();
        string? previous = null;
        foreach (string line in lines)
        {
            if (line != previous)
            {
                listing.Append(line).Append('\n');
            }

            previous = line;
        }

        return new InputSnapshot(listing.ToString());
    }

    /// <summary>Whether the cache file was written by a snapshot equal to this one; false when it can't be read.</summary>
    public bool Equals(string cacheFile)
    {
        try
        {
            using var reader = new StreamReader(cacheFile, Encoding.UTF8);
            return reader.ReadLine() == Header && reader.ReadLine() == Digest;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return false;
        }
    }

    /// <summary>What changed since the snapshot in the cache file, in words; nothing when it can't be read.</summary>
    public IReadOnlyList<string> ChangesSince(string cacheFile)
    {
        try
        {
            string[] parts = File.ReadAllText(cacheFile).Split(['\n'], 3);
            return parts.Length == 3 && parts[0] == Header ? SnapshotChanges.Describe(parts[2], _listing) : [];
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return [];
        }
    }

    /// <exception cref="IOException">The disk.</exception>
    public void Save(string cacheFile) =>
        AtomicFile.Write(cacheFile, Encoding.UTF8.GetBytes(Header + "\n" + Digest + "\n" + _listing));

    private static string OneLine(string text) => text.Replace("\r", "\\r").Replace("\n", "\\n");
}
