using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// The files of a person's tree that make up a project: those given, and what they import by a plain path, by one from
/// their own folder, or as the next file of a name further up. What comes from SDKs and packages is named by other
/// properties, and not followed.
/// </summary>
internal static class ProjectImports
{
    private const string OwnFolder = "$(MSBuildThisFileDirectory)";
    private const string FileAbove = "GetPathOfFileAbove";

    /// <summary>Each file once, in the order in which they are found.</summary>
    /// <param name="files">Absolute paths, the project's the first; those that aren't there are left out.</param>
    /// <param name="looked">Receives every path that was asked for, there or not.</param>
    public static IReadOnlyList<string> Follow(IEnumerable<string> files, ICollection<string> looked)
    {
        List<string> found = [];
        var known = new HashSet<string>(ProjectPaths.Comparer);
        var next = new Queue<string>(files);
        string projectFolder = next.Count > 0 ? Path.GetDirectoryName(next.Peek())! : string.Empty;
        while (next.Count > 0)
        {
            string file = next.Dequeue();
            if (!known.Add(file))
            {
                continue;
            }

            looked.Add(file);
            if (File.Exists(file))
            {
                found.Add(file);
                foreach (string import in Imports(file, projectFolder, looked))
                {
                    next.Enqueue(import);
                }
            }
        }

        return found;
    }

    private static List<string> Imports(string file, string projectFolder, ICollection<string> looked)
    {
        List<string> imports = [];
        try
        {
            // Most files import nothing.
            if (File.ReadAllText(file).IndexOf("<Import", StringComparison.Ordinal) < 0)
            {
                return imports;
            }

            using XmlReader reader = ProjectXml.Open(file);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Import" && reader.GetAttribute("Sdk") is null
                    && reader.GetAttribute("Project") is { } path && Resolve(path.Trim(), file, projectFolder, looked) is { } import)
                {
                    imports.Add(import);
                }
            }
        }
        catch (Exception exception) when (exception is XmlException || DiskFault.Is(exception))
        {
            // MSBuild itself reads the file, and tells.
        }

        return imports;
    }

    private static string? Resolve(string path, string file, string projectFolder, ICollection<string> looked)
    {
        string folder = Path.GetDirectoryName(file)!;
        if (path.Contains(FileAbove))
        {
            return FindAbove(Path.GetFileName(file), folder, looked);
        }

        path = path.Replace("$(MSBuildProjectDirectory)", projectFolder).Replace("$(ProjectDir)", projectFolder + "/");
        string rest = path.StartsWith(OwnFolder, StringComparison.OrdinalIgnoreCase) ? path.Substring(OwnFolder.Length) : path;
        return rest.IndexOfAny(['$', '*', '?', '%', '@']) >= 0 || rest.Length == 0 ? null : new ProjectPaths(folder).Absolute(rest.TrimStart(rest == path ? [] : ['/', '\\']));
    }

    // The usual import of the file of the same name further up.
    private static string? FindAbove(string name, string folder, ICollection<string> looked)
    {
        for (string? parent = Path.GetDirectoryName(folder); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            string file = Path.Combine(parent, name);
            if (File.Exists(file))
            {
                return file;
            }

            looked.Add(file);
        }

        return null;
    }
}
