using System;
using System.Collections.Generic;
using System.IO;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>The annotation files below a folder. Cheaper than items: MSBuild never hears of the files.</summary>
internal static class AnnotationDirectory
{
    private const string Extension = ".xml";

    /// <summary>
    /// The paths of all <c>.xml</c> files in the folder and the folders below it, in no particular order; none when the
    /// folder can't be used. Links to files count; links to folders are not followed, so a circle can't catch it.
    /// </summary>
    /// <param name="directory">As the user wrote it; the paths begin with it. Empty for no folder.</param>
    /// <param name="projectFile">The place that diagnostics name.</param>
    /// <param name="project">The project that a relative path counts from.</param>
    /// <param name="diagnostics">Receives why the folder can't be used.</param>
    public static List<string> Files(string directory, string projectFile, ProjectPaths project, DiagnosticBag diagnostics)
    {
        List<string> files = [];
        string named = directory.Trim();
        if (named.Length == 0)
        {
            return files;
        }

        string root = project.Absolute(named);
        if (IsOrContains(root, project.Directory))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryHoldsProject(projectFile, named));
        }
        else if (!Directory.Exists(root))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryUnreadable(projectFile, named, "there is no such folder (relative paths count from the project's folder)"));
        }
        else
        {
            Collect(root, named, files, projectFile, diagnostics);
        }

        return files;
    }

    private static bool IsOrContains(string directory, string other)
    {
        StringComparison comparison = ProjectPaths.Comparer == StringComparer.Ordinal ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        string prefix = directory.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        return (other + Path.DirectorySeparatorChar).StartsWith(prefix, comparison);
    }

    private static void Collect(string root, string named, List<string> files, string projectFile, DiagnosticBag diagnostics)
    {
        try
        {
            Collect(new DirectoryInfo(root), named.TrimEnd('/', '\\') + "/", files);
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryUnreadable(projectFile, named, exception.Message));
        }
    }

    private static void Collect(DirectoryInfo directory, string named, List<string> files)
    {
        foreach (FileSystemInfo entry in directory.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo)
            {
                if (entry.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
                {
                    files.Add(named + entry.Name);
                }
            }
            else if ((entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.ReparsePoint)
            {
                Collect((DirectoryInfo)entry, named + entry.Name + "/", files);
            }
        }
    }
}
