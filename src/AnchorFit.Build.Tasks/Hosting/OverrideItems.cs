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

    /// <summary>The overrides of a project that MSBuild made files or nothing of, because their paths have wildcards.</summary>
    public static IEnumerable<Diagnostic> WithWildcards(string projectFile)
    {
        foreach ((string pattern, LinePosition place) in ItemPlace.FindWildcards(projectFile))
        {
            yield return OverrideDiagnostics.Wildcard(new FilePlace(projectFile, place), pattern);
        }
    }
}
