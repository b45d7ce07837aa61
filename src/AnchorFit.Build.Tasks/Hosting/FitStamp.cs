using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace AnchorFit.Hosting;

/// <summary>
/// The record of a finished fit: the state in which it left each output, and the figures that builds report without
/// fitting again. MSBuild sees its time; this type sees whether somebody touched an output since.
/// </summary>
internal sealed class FitStamp
{
    private const string Header = "anchorfit-stamp 1";

    private readonly List<(string Path, string State)> _outputs = [];
    private readonly List<KeyValuePair<string, string>> _figures = [];

    public IReadOnlyList<KeyValuePair<string, string>> Figures => _figures;

    /// <summary>Records the state of an output as it is now.</summary>
    public void AddOutput(string path, ProjectPaths paths) =>
        _outputs.Add((paths.Relative(path), FileState.Of(paths.Absolute(path)).ToString()));

    /// <param name="name">A metadata name, without spaces.</param>
    /// <param name="value">One line.</param>
    public void AddFigure(string name, string value) => _figures.Add(new(name, value));

    /// <summary>The first output that is missing or no longer as the fit left it, in words; null when all are.</summary>
    public string? FindChangedOutput(ProjectPaths paths)
    {
        foreach ((string path, string state) in _outputs)
        {
            FileState now = FileState.Of(paths.Absolute(path));
            if (!now.Exists)
            {
                return "output missing: " + path;
            }

            if (now.ToString() != state)
            {
                return "output changed by something else: " + path;
            }
        }

        return null;
    }

    /// <summary>The stamp in the file; null when there is none or it isn't one of this version.</summary>
    public static FitStamp? TryLoad(string file)
    {
        try
        {
            return File.Exists(file) ? Parse(File.ReadAllLines(file)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes the stamp; its time is never before that of the cache, whatever the clock does.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public void Save(string file, string cacheFile)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach ((string path, string state) in _outputs)
        {
            text.Append("output ").Append(state).Append(' ').Append(path).Append('\n');
        }

        foreach (KeyValuePair<string, string> figure in _figures)
        {
            text.Append("figure ").Append(figure.Key).Append(' ').Append(figure.Value).Append('\n');
        }

        AtomicFile.Write(file, Encoding.UTF8.GetBytes(text.ToString()));
        DateTime cacheTime = File.GetLastWriteTimeUtc(cacheFile);
        if (File.GetLastWriteTimeUtc(file) < cacheTime)
        {
            File.SetLastWriteTimeUtc(file, cacheTime);
        }
    }

    private static FitStamp? Parse(string[] lines)
    {
        if (lines.Length == 0 || lines[0] != Header)
        {
            return null;
        }

        var stamp = new FitStamp();
        foreach (string line in lines)
        {
            string[] parts = line.Split([' '], 4);
            if (parts[0] == "output" && parts.Length == 4)
            {
                stamp._outputs.Add((parts[3], parts[1] + " " + parts[2]));
            }
            else if (parts[0] == "figure" && parts.Length >= 2)
            {
                stamp.AddFigure(parts[1], line.Substring("figure ".Length + parts[1].Length).TrimStart(' '));
            }
        }

        return stamp;
    }
}
