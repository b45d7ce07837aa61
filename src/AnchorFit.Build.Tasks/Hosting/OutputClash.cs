using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;

namespace AnchorFit.Hosting;

/// <summary>Files of the project that are copied to the output folder under the name of a result: one replaces the other, and nobody tells which.</summary>
internal static class OutputClash
{
    /// <summary>The first of them, from the project's folder; null where there is none.</summary>
    /// <param name="copied">Items with <c>CopyToOutputDirectory</c>.</param>
    /// <param name="results">What a fit writes and the build copies.</param>
    /// <param name="subfolder">The folder below the output folder that results go to; empty for none.</param>
    /// <param name="project">The project the paths belong to.</param>
    public static string? Find(IEnumerable<ITaskItem> copied, IReadOnlyList<string> results, string subfolder, ProjectPaths project)
    {
        string[] names = [.. results.Select(result => Slashes(Path.Combine(subfolder.Trim(), Path.GetFileName(result))))];
        string[] own = [.. results.Select(project.Absolute)];
        return copied.Where(IsCopied)
            .Where(item => names.Contains(TargetOf(item, project), StringComparer.OrdinalIgnoreCase) && !own.Contains(project.Absolute(item.ItemSpec), ProjectPaths.Comparer))
            .Select(item => project.Relative(item.ItemSpec))
            .FirstOrDefault();
    }

    private static bool IsCopied(ITaskItem item) => item.GetMetadata("CopyToOutputDirectory").Trim() is { Length: > 0 } value
        && !value.Equals("Never", StringComparison.OrdinalIgnoreCase) && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    // As the SDK decides: by the link, else by the path; of a file outside the project by its name.
    private static string TargetOf(ITaskItem item, ProjectPaths project)
    {
        string given = item.GetMetadata("TargetPath") is { Length: > 0 } target ? target : item.GetMetadata("Link");
        string path = given.Length > 0 ? given : project.Relative(item.ItemSpec);
        return Slashes(given.Length == 0 && (Path.IsPathRooted(path) || path.StartsWith("..", StringComparison.Ordinal)) ? Path.GetFileName(path) : path);
    }

    private static string Slashes(string path) => path.Replace('\\', '/').TrimStart('/');
}
