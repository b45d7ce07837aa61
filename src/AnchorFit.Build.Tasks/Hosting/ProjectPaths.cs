using System;
using System.Collections.Generic;
using System.IO;

namespace AnchorFit.Hosting;

/// <summary>Paths of one project. Nothing here depends on the process's current directory.</summary>
internal sealed class ProjectPaths
{
    private readonly string _prefix;

    /// <param name="projectDirectory">The project's folder, absolute.</param>
    public ProjectPaths(string projectDirectory)
    {
        Directory = Normalize(projectDirectory).TrimEnd('/', '\\');
        _prefix = Directory + Path.DirectorySeparatorChar;
    }

    public string Directory { get; }

    /// <summary>File systems of Windows and macOS hold names that differ in case for the same file.</summary>
    public static StringComparer Comparer { get; } =
        IgnoresCase() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The absolute path; a relative one counts from the project's folder.</summary>
    /// <exception cref="NotSupportedException">No file can have such a name.</exception>
    public string Absolute(string path)
    {
        if (IsPlain(path))
        {
            return _prefix + path;
        }

        try
        {
            string absolute = Normalize(Path.Combine(Directory, Native(path)));
            return Path.DirectorySeparatorChar != '/' || path.IndexOf('\\') < 0 ? absolute : NameWithBackslash(path) ?? absolute;
        }
        catch (ArgumentException exception)
        {
            throw new NotSupportedException(exception.Message, exception);
        }
    }

    /// <summary>
    /// The path from the project's folder, with forward slashes: the same on every machine for files of the project.
    /// A path on another drive, or with nothing but the root in common, stays absolute.
    /// </summary>
    public string Relative(string path) => RelativeOf(Absolute(path));

    /// <summary>The path both ways: as <see cref="Absolute"/> and as <see cref="Relative"/> give it.</summary>
    /// <exception cref="NotSupportedException">No file can have such a name.</exception>
    public (string Absolute, string Relative) Resolve(string path)
    {
        if (IsPlain(path))
        {
            return (_prefix + path, path);
        }

        string absolute = Absolute(path);
        return (absolute, RelativeOf(absolute));
    }

    private string RelativeOf(string absolute)
    {
        bool inside = Comparer == StringComparer.Ordinal
            ? absolute.StartsWith(_prefix, StringComparison.Ordinal)
            : absolute.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase);
        string relative = inside ? absolute.Substring(_prefix.Length) : FromOutside(absolute);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace('\\', '/');
    }

    // Most annotations are named plainly, and every build asks for all of them: "data/x.xml" needs nothing resolved.
    private static bool IsPlain(string path) =>
        Path.DirectorySeparatorChar == '/'
        && path is [not ('/' or '.'), ..] && path[path.Length - 1] != '/'
        && path.IndexOf('\\') < 0 && path.IndexOf('\0') < 0
        && path.IndexOf("//", StringComparison.Ordinal) < 0 && path.IndexOf("/.", StringComparison.Ordinal) < 0;

    private string FromOutside(string absolute)
    {
        string[] from = Directory.Split(Path.DirectorySeparatorChar);
        string[] to = absolute.Split(Path.DirectorySeparatorChar);
        int common = 0;
        while (common < Math.Min(from.Length, to.Length) && Comparer.Equals(from[common], to[common]))
        {
            common++;
        }

        if (common <= 1)
        {
            return absolute;
        }

        List<string> steps = [.. to];
        steps.RemoveRange(0, common);
        for (int i = common; i < from.Length; i++)
        {
            steps.Insert(0, "..");
        }

        return string.Join("/", steps);
    }

    private static bool IgnoresCase() =>
#if NET
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
#else
        Path.DirectorySeparatorChar == '\\';
#endif

    // Projects that come from Windows have backslashes between folders. Elsewhere they may be part of a name, and then there is such a file.
    private string? NameWithBackslash(string path)
    {
        string absolute = Normalize(Path.Combine(Directory, path));
        return File.Exists(absolute) ? absolute : null;
    }

    private static string Native(string path) =>
        Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path;

#pragma warning disable RS0030 // The argument is absolute, so the current directory plays no part; it only resolves "..".
    private static string Normalize(string absolutePath) => Path.GetFullPath(absolutePath);
#pragma warning restore RS0030
}
