using System;
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
    public string Absolute(string path) => Normalize(Path.Combine(Directory, Native(path)));

    /// <summary>
    /// The path from the project's folder, with forward slashes: the same on every machine for files of the project.
    /// A path outside the project's folder stays absolute.
    /// </summary>
    public string Relative(string path)
    {
        string absolute = Absolute(path);
        bool inside = Comparer == StringComparer.Ordinal
            ? absolute.StartsWith(_prefix, StringComparison.Ordinal)
            : absolute.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase);
        return (inside ? absolute.Substring(_prefix.Length) : absolute).Replace('\\', '/');
    }

    private static bool IgnoresCase() =>
#if NET
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
#else
        Path.DirectorySeparatorChar == '\\';
#endif

    private static string Native(string path) =>
        Path.DirectorySeparatorChar == '/' ? path.Replace('\\', '/') : path;

#pragma warning disable RS0030 // The argument is absolute, so the current directory plays no part; it only resolves "..".
    private static string Normalize(string absolutePath) => Path.GetFullPath(absolutePath);
#pragma warning restore RS0030
}
