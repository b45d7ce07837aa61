using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>
/// The patterns of <c>AnchorAnnotationsExclude</c>, written as MSBuild's: <c>**</c> for any folders, <c>*</c> and
/// <c>?</c> within a name, <c>;</c> between two patterns. They count from the folder that AnchorAnnotationsDirectory names.
/// </summary>
internal sealed class ExcludePatterns
{
    private const string Accepted = "patterns below AnchorAnnotationsDirectory with ';' between them, such as test/**;**/*_old.xml";

    private readonly Regex[] _patterns;

    private ExcludePatterns(Regex[] patterns) => _patterns = patterns;

    /// <summary>The patterns; null after an error.</summary>
    /// <param name="settings">Has them, and the place that diagnostics name.</param>
    /// <param name="diagnostics">Receives what can't be a pattern.</param>
    public static ExcludePatterns? Parse(RawSettings settings, DiagnosticBag diagnostics)
    {
        List<Regex> patterns = [];
        foreach (string written in settings.AnnotationsExclude.Split(';').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0))
        {
            string[] steps = written.Replace('\\', '/').Split('/');
            if (steps[0].Length == 0 || steps[0] is [.., ':'] || Array.Exists(steps, step => step == ".." || (step.Contains("**") && step.Length > 2)))
            {
                diagnostics.Add(SettingDiagnostics.InvalidValue(settings.ProjectFile, "AnchorAnnotationsExclude", written, Accepted));
                return null;
            }

#pragma warning disable MA0009 // The project's own pattern; its groups end at separators, so nothing makes a match exponential.
            patterns.Add(new Regex(Expression([.. steps.Where(step => step != ".")]), RegexOptions.CultureInvariant | Options));
#pragma warning restore MA0009
        }

        return new ExcludePatterns([.. patterns]);
    }

    /// <summary>Says where there are patterns and no folder that they could count from.</summary>
    public static void CheckUse(RawSettings settings, string directory, DiagnosticBag diagnostics)
    {
        if (settings.AnnotationsExclude.Trim().Length > 0 && directory.Trim().Length == 0)
        {
            diagnostics.Add(SettingDiagnostics.ExcludeWithoutDirectory(settings.ProjectFile, settings.AnnotationsExclude.Trim()));
        }
    }

    /// <summary>Whether a file is passed over.</summary>
    /// <param name="path">With forward slashes.</param>
    /// <param name="start">Where the folder's own name ends.</param>
    public bool Match(string path, int start) => _patterns.Length > 0 && Array.Exists(_patterns, pattern => pattern.IsMatch(path, start));

    private static RegexOptions Options => ProjectPaths.Comparer == StringComparer.Ordinal ? RegexOptions.None : RegexOptions.IgnoreCase;

    // A folder stands for all that is in it: "test/" and "test/**" alike.
    private static string Expression(string[] steps)
    {
        var expression = new StringBuilder("\\G");
        for (int i = 0; i < steps.Length; i++)
        {
            bool isLast = i == steps.Length - 1;
            if (steps[i] == "**" || (isLast && steps[i].Length == 0))
            {
                expression.Append(isLast ? ".+" : "(?:[^/]+/)*");
            }
            else
            {
                expression.Append(Regex.Escape(steps[i]).Replace("\\*", "[^/]*").Replace("\\?", "[^/]")).Append(isLast ? string.Empty : "/");
            }
        }

        return expression.Append("\\z").ToString();
    }
}
