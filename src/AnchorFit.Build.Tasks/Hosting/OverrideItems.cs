using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;
using Microsoft.Build.Framework;

namespace AnchorFit.Hosting;

/// <summary>Reads the items <c>PipelineConfigOverride</c>.</summary>
internal static class OverrideItems
{
    /// <param name="items">In the order of the project.</param>
    /// <param name="projectFile">The place of items that a target made.</param>
    public static IReadOnlyList<RawOverride> Read(ITaskItem[] items, string projectFile)
    {
        List<RawOverride> overrides = [];
        foreach (ITaskItem item in items)
        {
            string path = item.ItemSpec;
            string value = item.GetMetadata("Value");
            string definedIn = item.GetMetadata("DefiningProjectFullPath");
            string file = definedIn.Length == 0 ? projectFile : definedIn;
            overrides.Add(new RawOverride(path, value, item.GetMetadata("Clear"), () => new FilePlace(file, ItemPlace.Find(file, path, value))));
        }

        return overrides;
    }

    /// <summary>The overrides of project files that MSBuild made files or nothing of, because their paths have wildcards.</summary>
    public static IEnumerable<Diagnostic> WithWildcards(IEnumerable<string> projectFiles)
    {
        foreach (string file in projectFiles)
        {
            foreach ((string pattern, LinePosition place, bool isConditional) in ItemPlace.FindWildcards(file))
            {
                // Whether its condition holds isn't known; that it can do nothing is.
                Diagnostic fault = OverrideDiagnostics.Wildcard(new FilePlace(file, place), pattern);
                yield return isConditional ? fault with { Severity = DiagnosticSeverity.Warning } : fault;
            }
        }
    }
}
