using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;

namespace AnchorFit.Hosting;

/// <summary>
/// Patterns of file names as <c>tf.io.gfile.glob</c> takes them, which the API's input readers use: <c>*</c> and
/// <c>?</c> within a name, and <c>[a-z]</c>; none of them matches a separator.
/// </summary>
internal static class FilePattern
{
    private static readonly char[] s_wildcards = ['*', '?', '['];
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromSeconds(1);

    public static bool IsPattern(string path) => path.IndexOfAny(s_wildcards) >= 0;

    /// <summary>The files that match, in ordinal order, with the folders as the pattern names them; none where a folder can't be read.</summary>
    /// <param name="pattern">A path, with or without wildcards.</param>
    /// <param name="project">The project that a relative path counts from.</param>
    public static IReadOnlyList<string> Matches(string pattern, ProjectPaths project)
    {
        if (IsFile(pattern, project))
        {
            return [pattern];
        }

        string[] parts = pattern.Replace('\\', '/').Split('/');
        List<string> found = [string.Empty];
        for (int i = 0; i < parts.Length; i++)
        {
            bool isLast = i == parts.Length - 1;
            List<string> next = [];
            foreach (string prefix in found)
            {
                next.AddRange(Step(prefix, parts[i], isLast, project));
            }

            found = next;
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Whether there is a file of that very name; a name may have brackets.</summary>
    public static bool IsFile(string path, ProjectPaths project) =>
        path.IndexOf('*') < 0 && path.IndexOf('?') < 0 && File.Exists(project.Absolute(path));

    private static List<string> Step(string prefix, string part, bool isLast, ProjectPaths project)
    {
        string end = isLast ? string.Empty : "/";
        if (!IsPattern(part))
        {
            string path = prefix + part + end;
            return isLast && !IsFile(path, project) ? [] : [path];
        }

        List<string> matches = [];
        try
        {
            var folder = new DirectoryInfo(project.Absolute(prefix.Length == 0 ? "." : prefix));
            var name = new Regex(Expression(part), RegexOptions.CultureInvariant, s_timeLimit);
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
            {
                if (entry is FileInfo == isLast && name.IsMatch(entry.Name))
                {
                    matches.Add(prefix + entry.Name + end);
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException || DiskFault.Is(exception))
        {
            // What can't be listed matches nothing, and that is told.
        }

        return matches;
    }

    private static string Expression(string part)
    {
        var expression = new StringBuilder("^");
        for (int i = 0; i < part.Length; i++)
        {
            int close = part[i] == '[' ? part.IndexOf(']', i + 2 < part.Length ? i + 2 : part.Length) : -1;
            if (close > 0)
            {
                string set = part.Substring(i + 1, close - i - 1);
                bool negated = set[0] is '!' or '^';
                expression.Append(negated ? "[^" : "[").Append((negated ? set.Substring(1) : set).Replace("\\", "\\\\").Replace("[", "\\[")).Append(']');
                i = close;
            }
            else
            {
                expression.Append(part[i] switch { '*' => ".*", '?' => ".", _ => Regex.Escape(part[i].ToString()) });
            }
        }

        return expression.Append("\\z").ToString();
    }
}
