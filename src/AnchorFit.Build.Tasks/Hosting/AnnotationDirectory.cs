using System;
using System.Collections.Generic;
using System.IO;
#if NET
using System.IO.Enumeration;
#endif
using System.Linq;
using System.Text.RegularExpressions;
using AnchorFit.Annotations;
using AnchorFit.Annotations.Reading;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>The annotation files below a folder. Cheaper than items: MSBuild never hears of the files.</summary>
internal static class AnnotationDirectory
{
    /// <summary>
    /// The paths of all files named as the format's are (<c>.xml</c> where none is set) in the folder and the folders
    /// below it, in no particular order; none when the folder can't be used. Hidden files and folders are passed over, and
    /// so is what AnchorAnnotationsExclude names. Links to files count; links to folders are not followed, so a circle can't
    /// catch it.
    /// </summary>
    /// <param name="directory">As the user wrote it; the paths begin with it. Empty for no folder.</param>
    /// <param name="settings">Has the format, what is passed over, and the place that diagnostics name.</param>
    /// <param name="project">The project that a relative path counts from.</param>
    /// <param name="diagnostics">Receives why the folder can't be used.</param>
    public static List<string> Files(string directory, RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics)
    {
        List<string> files = [];
        string named = directory.Trim();
        Diagnostic[] faults = [.. new[] { SettingTable.AnnotationsExclude, SettingTable.AnnotationsFormat }.Select(settings.FaultOf).OfType<Diagnostic>()];
        diagnostics.AddRange(faults);
        if (named.Length == 0 || faults.Length > 0)
        {
            return files;
        }

        AnnotationFormat format = settings.Values.AnnotationsFormat ?? AnnotationFormats.PascalVoc;
        string projectFile = settings.ProjectFile;
        string root = project.Absolute(named);
        if (IsOrContains(root, project.Directory))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryHoldsProject(projectFile, named));
        }
        else if (File.Exists(root))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryUnreadable(projectFile, named, "it is a file: name the folder that holds it, or name the file as an item, <AnchorAnnotations Include=\"" + named + "\" />"));
        }
        else if (!Directory.Exists(root))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryUnreadable(projectFile, named, "there is no such folder (relative paths count from the project's folder)" + HomePath.Hint(named)));
        }
        else
        {
            Collect(root, named, format, settings.Values.AnnotationsExclude.Compile(IgnoresCase), files, projectFile, diagnostics);
        }

        return files;
    }

    /// <summary>Says where there are patterns to exclude and no folder that they could count from.</summary>
    public static void CheckUse(string directory, RawSettings settings, DiagnosticBag diagnostics)
    {
        string patterns = settings.Text(SettingTable.AnnotationsExclude);
        if (patterns.Length > 0 && directory.Trim().Length == 0)
        {
            diagnostics.Add(SettingDiagnostics.ExcludeWithoutDirectory(settings.ProjectFile, patterns));
        }
    }

    private static bool IgnoresCase => ProjectPaths.Comparer != StringComparer.Ordinal;

    private static bool IsOrContains(string directory, string other)
    {
        StringComparison comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        string prefix = directory.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        return (other + Path.DirectorySeparatorChar).StartsWith(prefix, comparison);
    }

    private static void Collect(
        string root, string named, AnnotationFormat format, Regex[] excluded, List<string> files, string projectFile, DiagnosticBag diagnostics)
    {
        try
        {
            string prefix = named.TrimEnd('/', '\\') + "/";
            Collect(root, prefix, format, files);
            files.RemoveAll(file => Array.Exists(excluded, pattern => pattern.IsMatch(file, prefix.Length)));
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            diagnostics.Add(SettingDiagnostics.DirectoryUnreadable(projectFile, named, exception.Message));
        }
    }

#if NET
    // FileInfo would ask for the state of every file, which the fingerprint does on all cores.
    private static void Collect(string root, string named, AnnotationFormat format, List<string> files)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var found = new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => Name(named, ref entry), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && format.IsNamedLike(entry.FileName) && !IsHidden(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsHidden(ref entry) && !IsLink(entry.Attributes),
        };
        files.AddRange(found);
    }

    // Elsewhere a name is all that hides a file; on Windows other systems' hidden files are no less so.
    private static bool IsHidden(ref FileSystemEntry entry) =>
        entry.FileName[0] == '.' || (Path.DirectorySeparatorChar == '\\' && entry.IsHidden);

    private static string Name(string named, ref FileSystemEntry entry)
    {
        int root = entry.RootDirectory.Length;
        ReadOnlySpan<char> between = entry.Directory.Length > root ? entry.Directory[root..].TrimStart(Path.DirectorySeparatorChar) : [];
        return between.IsEmpty
            ? string.Concat(named, entry.FileName)
            : string.Concat(named, between.ToString().Replace(Path.DirectorySeparatorChar, '/'), "/", entry.FileName);
    }
#else
    private static void Collect(string root, string named, AnnotationFormat format, List<string> files)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(root).EnumerateFileSystemInfos())
        {
            if (entry.Name[0] == '.' || (Path.DirectorySeparatorChar == '\\' && entry.Attributes.HasFlag(FileAttributes.Hidden)))
            {
                continue;
            }

            if (entry is FileInfo)
            {
                if (format.IsNamedLike(entry.Name.AsSpan()))
                {
                    files.Add(named + entry.Name);
                }
            }
            else if (!IsLink(entry.Attributes))
            {
                Collect(entry.FullName, named + entry.Name + "/", format, files);
            }
        }
    }
#endif

    private static bool IsLink(FileAttributes attributes) => (attributes & FileAttributes.ReparsePoint) == FileAttributes.ReparsePoint;
}
