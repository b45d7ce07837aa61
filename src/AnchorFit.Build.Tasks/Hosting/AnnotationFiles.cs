using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Annotations;

namespace AnchorFit.Hosting;

/// <summary>Turns paths into sources to read: each file once, in an order that no file system decides.</summary>
internal static class AnnotationFiles
{
    /// <param name="paths">As the user named them.</param>
    /// <param name="project">The project they belong to.</param>
    /// <param name="memory">What earlier builds understood.</param>
    /// <param name="details">What the project says of single files.</param>
    public static IReadOnlyList<AnnotationSource> Order(IEnumerable<string> paths, ProjectPaths project, AnnotationMemory memory, AnnotationDetails details)
    {
        List<string> names = [];
        List<AnnotationSource> sources = [];
        var seen = new HashSet<string>(ProjectPaths.Comparer);
        foreach (string path in paths)
        {
            (string absolute, string name) = project.Resolve(path);
            if (seen.Add(absolute))
            {
                names.Add(name);
                sources.Add(details.Of(absolute).Apply(new AnnotationSource(path, () => Open(absolute)) { Name = name, State = memory.StateOf(name) }));
            }
        }

        AnnotationSource[] ordered = [.. sources];
        Array.Sort(names.ToArray(), ordered, StringComparer.Ordinal);
        return memory.Attach(ordered);
    }

    /// <exception cref="IOException">It can't be opened, or is no regular file.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return RegularFile.Open(path, bufferSize: 1);
        }
        catch (IOException exception) when (exception.Message == RegularFile.Folder)
        {
            throw new IOException(RegularFile.Folder + ": write a pattern such as folder/*.xml", exception);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException && NameWithBackslash(path) is { } name)
        {
            throw new IOException(
                $"MSBuild takes the backslash in the name '{name}' for the end of a folder's: rename the file, or name its folder in AnchorAnnotationsDirectory instead of items", exception);
        }
    }

    private static string? NameWithBackslash(string path)
    {
        for (int end = path.LastIndexOf('/'); Path.DirectorySeparatorChar == '/' && end > 0; end = path.LastIndexOf('/', end - 1))
        {
            string name = path.Substring(end + 1).Replace('/', '\\');
            if (File.Exists(Path.Combine(path.Substring(0, end + 1), name)))
            {
                return name;
            }
        }

        return null;
    }
}
