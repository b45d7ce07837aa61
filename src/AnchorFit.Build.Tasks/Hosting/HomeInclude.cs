using System;
using System.IO;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>Finds annotations that a project names below <c>~</c>: MSBuild makes nothing of such a pattern, so tasks can't see it.</summary>
internal static class HomeInclude
{
    private static readonly Regex s_include = new(
        """<AnchorAnnotations\s[^>]*?\bInclude\s*=\s*["'](?:[^"']*;)?\s*(?<path>~[/\\][^"';]*)""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The first of them as written; null where there is none.</summary>
    public static string? Find(string projectFile)
    {
        try
        {
            return s_include.Match(File.ReadAllText(projectFile)) is { Success: true } match ? match.Groups["path"].Value.Trim() : null;
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException || DiskFault.Is(exception))
        {
            return null;
        }
    }
}
