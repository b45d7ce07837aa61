using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
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
    private const string Header = "anchorfit-inputs 2\n";

    // Below this, starting threads costs more than it saves.
    private const int WorthThreads = 512;

    private readonly byte[] _content;

    private InputSnapshot(string listing) => _content = Encoding.UTF8.GetBytes(Header + listing);

    /// <param name="settings">Lines <c>name=value</c>.</param>
    /// <param name="inputs">The input files; in any order, repeated or not.</param>
    /// <param name="paths">The project the paths belong to.</param>
    /// <param name="hashContents">Read the files and compare contents instead of sizes and times.</param>
    /// <exception cref="IOException">With <paramref name="hashContents"/>: a file can't be read.</exception>
    public static InputSnapshot Take(
        IEnumerable<string> settings,
        IReadOnlyList<InputFile> inputs,
        ProjectPaths paths,
        bool hashContents)
    {
        var listing = new StringBuilder();
        foreach (string setting in settings)
        {
            listing.Append("setting ").Append(OneLine(setting)).Append('\n');
        }

        foreach (string line in Lines(inputs, paths, hashContents))
        {
            listing.Append(line);
        }

        return new InputSnapshot(listing.ToString());
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

    /// <summary>
    /// How this differs from the snapshot in the cache file, in words; nothing when it doesn't; null when the cache
    /// file can't be read.
    /// </summary>
    public IReadOnlyList<string>? ChangesSince(string cacheFile)
    {
        try
        {
            byte[] before = File.ReadAllBytes(cacheFile);
            return before.AsSpan().SequenceEqual(_content) ? []
                : Parse(before) is { } listing ? SnapshotChanges.Describe(listing, Parse(_content)!) : null;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return null;
        }
    }

    /// <exception cref="IOException">The disk.</exception>
    public void Save(string cacheFile) => AtomicFile.WriteIfChanged(cacheFile, _content);

    private static string[] Lines(IReadOnlyList<InputFile> inputs, ProjectPaths paths, bool hashContents)
    {
        var lines = new string[inputs.Count];
        if (lines.Length < WorthThreads)
        {
            for (int i = 0; i < lines.Length; i++)
            {
                lines[i] = Line(inputs[i], paths, hashContents);
            }
        }
        else
        {
            Parallel.For(0, lines.Length, i => lines[i] = Line(inputs[i], paths, hashContents));
        }

        return lines;
    }

    private static string Line(InputFile input, ProjectPaths paths, bool hashContents)
    {
        string absolute = paths.Absolute(input.Path);
        FileState state = FileState.Of(absolute);
        string text = hashContents && state.Exists ? "0 " + Digest.OfFile(absolute) : state.ToString();
        return InputKinds.Keyword(input.Kind) + " " + text + " " + OneLine(paths.RelativeOf(absolute)) + "\n";
    }

    private static InputListing? Parse(byte[] content)
    {
        string text = Encoding.UTF8.GetString(content);
        return text.StartsWith(Header, StringComparison.Ordinal) ? InputListing.Parse(text.Substring(Header.Length)) : null;
    }

    private static string OneLine(string text) =>
        text.IndexOf('\n') < 0 && text.IndexOf('\r') < 0 ? text : text.Replace("\r", "\\r").Replace("\n", "\\n");
}
