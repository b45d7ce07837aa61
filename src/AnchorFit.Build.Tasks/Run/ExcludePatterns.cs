using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace AnchorFit.Run;

/// <summary>
/// The patterns of <c>AnchorAnnotationsExclude</c>, written as MSBuild's: <c>**</c> for any folders, <c>*</c> and
/// <c>?</c> within a name, <c>;</c> between two patterns. They count from the folder that AnchorAnnotationsDirectory names.
/// </summary>
internal sealed class ExcludePatterns
{
    private readonly string[] _expressions;

    private ExcludePatterns(string[] expressions) => _expressions = expressions;

    /// <summary>There are none.</summary>
    public static ExcludePatterns None { get; } = new([]);

    /// <summary>The patterns; null where one can't be a pattern, which is <see cref="FirstRefused"/>.</summary>
    public static ExcludePatterns? Parse(string text) =>
        FirstRefused(text) is null ? new ExcludePatterns([.. Written(text).Select(written => Expression([.. Steps(written).Where(step => step != ".")]))]) : null;

    /// <summary>The first of the patterns that can't be one; null where all can.</summary>
    public static string? FirstRefused(string text) => Written(text).FirstOrDefault(written =>
        Steps(written) is var steps && (steps[0].Length == 0 || steps[0] is [.., ':'] || Array.Exists(steps, step => step == ".." || (step.Contains("**") && step.Length > 2))));

    /// <summary>What tells whether a file is passed over: a match in its path, with forward slashes, from where the folder's own name ends.</summary>
    /// <param name="ignoresCase">Names that differ in case are the same file.</param>
    public Regex[] Compile(bool ignoresCase)
    {
        RegexOptions options = RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
#pragma warning disable MA0009 // The project's own pattern; its groups end at separators, so nothing makes a match exponential.
        return Array.ConvertAll(_expressions, expression => new Regex(expression, options));
#pragma warning restore MA0009
    }

    private static IEnumerable<string> Written(string text) => text.Split(';').Select(pattern => pattern.Trim()).Where(pattern => pattern.Length > 0);

    private static string[] Steps(string written) => written.Replace('\\', '/').Split('/');

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
