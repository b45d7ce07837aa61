using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// The record of a finished fit: the state in which it left each output, and the figures that builds report without
/// fitting again. MSBuild sees its time; this type sees whether somebody touched an output since.
/// </summary>
internal sealed class FitStamp
{
    private const string Header = "anchorfit-stamp 5";

    private readonly List<Output> _outputs = [];
    private readonly List<KeyValuePair<string, string>> _figures = [];
    private readonly List<string> _lines = [];
    private IReadOnlyList<Companion> _companions = [];

    public IReadOnlyList<KeyValuePair<string, string>> Figures => _figures;

    /// <summary>What a person is told of the fit, a line each; the first is of the config.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The config, from the project's folder.</summary>
    public string PipelineConfig => _outputs.Count > 0 ? _outputs[0].Path : string.Empty;

    /// <summary>Identifies what the outputs were made from; empty when nobody said.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>The snapshot that the fit was decided on (<see cref="SavedSnapshot.Identity"/>).</summary>
    public string Inputs { get; init; } = string.Empty;

    /// <summary>Where the record of the last fit waits while nothing vouches for its outputs.</summary>
    public static string Former(string file) => file + ".old";

    /// <summary>
    /// Takes the stamp away, so that MSBuild fits again. Its record is kept: the fit may find that nothing that
    /// matters changed.
    /// </summary>
    /// <exception cref="IOException">The disk.</exception>
    public static void Invalidate(string file)
    {
        try
        {
            if (File.Exists(file))
            {
                AtomicFile.Move(file, Former(file));
            }
        }
        catch (FileNotFoundException)
        {
            // Another build at the same time took it away.
        }
    }

    /// <summary>Records an output as this fit left it; what is there now another build may have written.</summary>
    /// <param name="path">The file, from the project's folder.</param>
    /// <param name="content">What this fit wrote, or found to be there.</param>
    /// <param name="state">The state that the file had with it.</param>
    public void AddOutput(string path, byte[] content, FileState state) =>
        _outputs.Add(new Output(path, state.ToString(), Digest.Of(content)));

    /// <summary>Records what was looked for beside the inputs.</summary>
    public void SetCompanions(CompanionFiles companions) => _companions = companions.Kept;

    /// <summary>The first file beside the inputs that came, went or changed since it was looked for, in words; null when none did.</summary>
    /// <param name="paths">The project the paths belong to.</param>
    /// <param name="hashContents">Compare contents instead of sizes and times.</param>
    /// <param name="cancellation">Noticed between two files; a read of contents that hangs is left to itself.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public string? FindChangedCompanion(ProjectPaths paths, bool hashContents = false, CancellationToken cancellation = default)
    {
        // Sizes and times never keep anybody waiting; contents may (a dead network drive).
        int first = hashContents
            ? Abandonable.Run(() => FirstChangedCompanion(paths, hashContents, cancellation), cancellation)
            : FirstChangedCompanion(paths, hashContents, cancellation);
        return first == int.MaxValue ? null : "changed beside the annotations: " + _companions[first].Path;
    }

    private int FirstChangedCompanion(ProjectPaths paths, bool hashContents, CancellationToken cancellation)
    {
        int first = int.MaxValue;
        object gate = new();
        Parallel.For(0, _companions.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            if (!CompanionFiles.Holds(_companions[i], paths, hashContents))
            {
                lock (gate)
                {
                    first = Math.Min(first, i);
                }
            }
        });
        return first;
    }

    /// <param name="name">A metadata name, without spaces.</param>
    /// <param name="value">One line.</param>
    public void AddFigure(string name, string value) => _figures.Add(new(name, value));

    /// <param name="line">A line for a person.</param>
    public void AddLine(string line) => _lines.Add(line);

    /// <summary>The first output that is missing or no longer as the fit left it, in words; null when all are.</summary>
    public string? FindChangedOutput(ProjectPaths paths)
    {
        foreach (Output output in _outputs)
        {
            string absolute = paths.Absolute(output.Path);
            FileState now = FileState.Of(absolute);
            if (!now.Exists)
            {
                return "output missing: " + output.Path;
            }

            // A checkout or a restored cache gives the same content a new time.
            if (now.ToString() != output.State && !HasContent(absolute, output.ContentDigest))
            {
                return "output changed by something else: " + output.Path;
            }
        }

        return null;
    }

    /// <summary>Whether the fit left this file with this content.</summary>
    public bool Left(string path, byte[] content, ProjectPaths paths)
    {
        string relative = paths.Relative(path);
        string digest = Digest.Of(content);
        return _outputs.Exists(output => output.Path == relative && output.ContentDigest == digest);
    }

    /// <summary>Whether the fit left this file, whatever became of it.</summary>
    public bool LeftAny(string path, ProjectPaths paths)
    {
        string relative = paths.Relative(path);
        return _outputs.Exists(output => output.Path == relative);
    }

    /// <summary>The stamp in the file; null when there is none, or it is damaged or not one of this version.</summary>
    public static FitStamp? TryLoad(string file) => KeptFile.TryRead(file, Header) is { } kept
        ? Parse(Encoding.UTF8.GetString(kept.Bytes, kept.Start, kept.Bytes.Length - kept.Start).Split('\n'))
        : null;

    /// <summary>Writes the stamp; its time is never before that of the cache, whatever the clock does.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public void Save(string file, string cacheFile)
    {
        var text = new StringBuilder();
        text.Append("inputs ").Append(Inputs).Append('\n');
        text.Append("key ").Append(Key).Append('\n');
        foreach (Output output in _outputs)
        {
            text.Append("output ").Append(output.State).Append(' ').Append(output.ContentDigest).Append(' ').Append(output.Path).Append('\n');
        }

        foreach (Companion companion in _companions)
        {
            text.Append("beside ").Append(companion.State).Append(' ').Append(companion.Path).Append('\n');
        }

        foreach (KeyValuePair<string, string> figure in _figures)
        {
            text.Append("figure ").Append(figure.Key).Append(' ').Append(figure.Value).Append('\n');
        }

        foreach (string line in _lines)
        {
            text.Append("line ").Append(line).Append('\n');
        }

        var content = new ByteWriter();
        content.WriteCharacters(text.ToString());
        AtomicFile.Write(file, KeptFile.Write(Header, content));
        DateTime cacheTime = File.GetLastWriteTimeUtc(cacheFile);
        if (File.GetLastWriteTimeUtc(file) < cacheTime)
        {
            File.SetLastWriteTimeUtc(file, cacheTime);
        }
    }

    /// <summary>The same outputs and figures, made again from other inputs that say the same.</summary>
    /// <param name="inputs">The snapshot that the fit was decided on.</param>
    /// <param name="companions">What was looked for beside them.</param>
    public FitStamp ForInputs(string inputs, CompanionFiles companions)
    {
        var stamp = new FitStamp { Inputs = inputs, Key = Key };
        stamp._companions = companions.Kept;
        stamp._outputs.AddRange(_outputs);
        stamp._figures.AddRange(_figures);
        stamp._lines.AddRange(_lines);
        return stamp;
    }

    private static FitStamp Parse(string[] lines)
    {
        var stamp = new FitStamp { Inputs = lines[0].Substring(7), Key = lines[1].Substring(4) };
        List<Companion> companions = [];
        stamp._companions = companions;
        foreach (string line in lines)
        {
            switch (line.Split([' '], 2)[0])
            {
                case "output":
                    string[] output = line.Split([' '], 5);
                    stamp._outputs.Add(new Output(output[4], output[1] + " " + output[2], output[3]));
                    break;
                case "beside":
                    string[] beside = line.Split([' '], 4);
                    companions.Add(new Companion(beside[3], beside[1] + " " + beside[2]));
                    break;
                case "figure":
                    string[] figure = line.Split([' '], 3);
                    stamp.AddFigure(figure[1], figure[2]);
                    break;
                case "line":
                    stamp.AddLine(line.Substring(5));
                    break;
            }
        }

        return stamp;
    }

    private static bool HasContent(string file, string digest)
    {
        try
        {
            return Digest.OfFile(file) == digest;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return false;
        }
    }

    private sealed record Output(string Path, string State, string ContentDigest);
}
