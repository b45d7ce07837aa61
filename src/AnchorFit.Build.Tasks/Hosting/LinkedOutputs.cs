#if NET
using System;
#endif
using System.Collections.Generic;
#if NET
using System.IO;
using System.Linq;
#endif
using AnchorFit.Annotations;
#if NET
using AnchorFit.Diagnostics;
#endif

namespace AnchorFit.Hosting;

/// <summary>
/// Finds the input that an output would overwrite under another name: the output, the input or a folder of theirs is a
/// link. Equal paths are found without it.
/// </summary>
internal static class LinkedOutputs
{
    /// <summary>The first such input as the user named it, or null.</summary>
    /// <param name="outputs">Where the fit will write.</param>
    /// <param name="annotations">The annotations, with their states.</param>
    /// <param name="others">All other files that no output may overwrite.</param>
    /// <param name="project">The project the paths belong to.</param>
    public static string? FindVictim(FitOutputs outputs, IReadOnlyList<AnnotationSource> annotations, IReadOnlyList<string> others, ProjectPaths project)
    {
#if NET
        var targets = new Dictionary<string, string>(ProjectPaths.Comparer);
        foreach (string output in outputs.Files.Select(project.Absolute).Where(File.Exists))
        {
            targets[RealPath(output)] = output;
        }

        // One file has one state, so that of a million annotations hardly one is looked at.
        HashSet<string> states = [.. targets.Values.SelectMany(target => (string[])[FileState.Text(target, hashContents: false), FileState.Text(target, hashContents: true)])];
        return annotations.Where(source => states.Contains(source.State)).Select(source => source.Path)
            .Concat(others.Where(path => states.Contains(FileState.Text(project.Absolute(path), hashContents: false))))
            .FirstOrDefault(path => targets.ContainsKey(RealPath(project.Absolute(path))));
#else
        // The build for .NET Framework writes over no link.
        return null;
#endif
    }

#if NET
    // Without the links of folders and file.
    private static string RealPath(string absolutePath)
    {
        string real = Path.GetPathRoot(absolutePath)!;
        foreach (string step in absolutePath[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string path = Path.Combine(real, step);
            try
            {
                var entry = new FileInfo(path);
                real = entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : path;
            }
            catch (Exception exception) when (DiskFault.Is(exception))
            {
                real = path;
            }
        }

        return real;
    }
#endif
}
