using System;

namespace AnchorFit.Text;

/// <summary>Paths as a shell reads them and MSBuild doesn't: <c>~</c> for the person's own folder.</summary>
internal static class HomePath
{
    /// <summary>The path begins with <c>~</c> where a shell would expand it.</summary>
    public static bool Is(string path) => path == "~" || path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal);

    /// <summary>What to say beside "there is no such file"; empty for other paths.</summary>
    public static string Hint(string path) => Is(path) ? $"; '~' is no folder to MSBuild: write {Cure(path)}, or the whole path" : string.Empty;

    /// <summary>The path with the environment's name for that folder.</summary>
    public static string Cure(string path) => "$(" + (System.IO.Path.DirectorySeparatorChar == '\\' ? "USERPROFILE" : "HOME") + ")" + path.TrimStart('~');
}
