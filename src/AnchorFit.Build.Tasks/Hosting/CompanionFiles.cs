using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;

namespace AnchorFit.Hosting;

/// <summary>
/// The files beside the inputs that a run looks for, and their states before they were read: what no build can know
/// before it reads the inputs. Safe for several threads.
/// </summary>
/// <param name="project">The project the paths belong to.</param>
/// <param name="hashContents">Tell states by the contents of files instead of by sizes and times.</param>
internal sealed class CompanionFiles(ProjectPaths project, bool hashContents = false)
{
    // A damaged table may name such an image. No disk has a name with a zero, and the stamp has a line for a path.
    private static readonly char[] s_inNoPath = ['\0', '\n', '\r'];

    private readonly ConcurrentDictionary<string, CompanionFile> _asked = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Companion> _kept = new(StringComparer.Ordinal);

    /// <summary>Those that had a say, found or not, in ordinal order of the paths.</summary>
    public IReadOnlyList<Companion> Kept
    {
        get
        {
            List<Companion> all = [.. _kept.Values];
            all.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return all;
        }
    }

    /// <summary>Keeps those that the files name.</summary>
    public void Keep(IEnumerable<AnnotationFile> files)
    {
        foreach (AnnotationFile file in files)
        {
            foreach (Companion companion in file.Companions)
            {
                Keep(companion);
            }
        }
    }

    /// <summary>Whether what is there now is what was there then.</summary>
    /// <param name="companion">What was there.</param>
    /// <param name="project">The project the path belongs to.</param>
    /// <param name="hashContents">As it was then.</param>
    public static bool Holds(Companion companion, ProjectPaths project, bool hashContents = false) =>
        StateOf(companion.Path, project, hashContents) == companion.State;

    /// <summary>Those kept that are no longer as they were before they were read; asked once they were.</summary>
    public ISet<string> FindChanged()
    {
        var changed = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        Parallel.ForEach(_kept.Values, companion =>
        {
            if (!Holds(companion, project, hashContents))
            {
                changed[companion.Path] = true;
            }
        });
        return new HashSet<string>(changed.Keys, StringComparer.Ordinal);
    }

    /// <summary>Whether a file is in the state that it had before it was read.</summary>
    /// <param name="path">As the user named it.</param>
    /// <param name="state">That state.</param>
    public bool Holds(string path, string state) => FileState.Text(project.Absolute(path), hashContents) == state;

    /// <summary>Looks for a file, once a run.</summary>
    public CompanionFile Find(string path) => _asked.GetOrAdd(path, Look);

    /// <summary>The files that a path of the config names; none where nothing matches.</summary>
    /// <param name="pattern">A file, or a pattern as TensorFlow's file system takes it.</param>
    public IReadOnlyList<AnnotationSource> Records(string pattern)
    {
        Keep(Find(pattern).Identity);
        if (!CanBePath(pattern))
        {
            return [];
        }

        List<AnnotationSource> sources = [];
        foreach (string path in FilePattern.Matches(pattern, project).Where(CanBePath))
        {
            CompanionFile file = Find(path);
            Keep(file.Identity);
            string absolute = project.Absolute(path);
            sources.Add(new AnnotationSource(path, () => AnnotationFiles.Open(absolute))
            {
                Name = project.Relative(path),
                State = file.Identity.State,
                Format = AnnotationFormats.TfRecord,
            });
        }

        return sources;
    }

    private static bool CanBePath(string path) => path.IndexOfAny(s_inNoPath) < 0;

    private void Keep(Companion companion)
    {
        if (CanBePath(companion.Path))
        {
            _kept[companion.Path] = companion;
        }
    }

    private CompanionFile Look(string path)
    {
        if (!CanBePath(path))
        {
            return new CompanionFile(new Companion(path, FileState.Missing.ToString()), null);
        }

        var identity = new Companion(path, StateOf(path, project, hashContents));
        return FilePattern.IsFile(path, project) ? new CompanionFile(identity, () => RegularFile.Open(project.Absolute(path))) : new CompanionFile(identity, null);
    }

    // The state of a pattern is what matches it.
    private static string StateOf(string path, ProjectPaths project, bool hashContents)
    {
        if (FilePattern.IsPattern(path) && !FilePattern.IsFile(path, project))
        {
            return "pattern " + Digest.Of(Encoding.UTF8.GetBytes(string.Join("\n", FilePattern.Matches(path, project))));
        }

        return FileState.Text(project.Absolute(path), hashContents);
    }
}
