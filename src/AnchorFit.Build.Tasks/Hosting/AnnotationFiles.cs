using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>Turns the paths of items into sources to read: each file once, in an order that no file system decides.</summary>
internal static class AnnotationFiles
{
    public static IReadOnlyList<AnnotationSource> Order(IEnumerable<string> paths, ProjectPaths project)
    {
        var files = new SortedDictionary<string, AnnotationSource>(StringComparer.Ordinal);
        var seen = new HashSet<string>(ProjectPaths.Comparer);
        foreach (string path in paths)
        {
            string absolute = project.Absolute(path);
            if (seen.Add(absolute))
            {
                files[project.RelativeOf(absolute)] = new AnnotationSource(path, () => Open(absolute));
            }
        }

        return [.. files.Values];
    }

    private static FileStream Open(string path) => Directory.Exists(path)
        ? throw new IOException("it is a folder: write a pattern such as folder/*.xml")
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
}
