using System.Collections.Generic;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AnchorFit.Hosting;

/// <summary>What <c>AnchorFitGenerate</c> returns: the config's absolute path, with the fit's figures as metadata.</summary>
internal static class ResultItem
{
    /// <param name="path">The config, absolute.</param>
    /// <param name="figures">Names and values of one line.</param>
    /// <param name="summary">anchorfit.json, absolute; null where none was written.</param>
    /// <param name="labelMap">The generated label map, absolute; null where none is.</param>
    /// <param name="report">anchorfit.html, absolute; null where none was written.</param>
    public static ITaskItem Create(
        string path, IEnumerable<KeyValuePair<string, string>> figures, string? summary, string? labelMap, string? report)
    {
        var item = new TaskItem(Escape(path));
        foreach (KeyValuePair<string, string> figure in figures)
        {
            item.SetMetadata(figure.Key, Escape(figure.Value));
        }

        SetPath(item, "Summary", summary);
        SetPath(item, "LabelMap", labelMap);
        SetPath(item, "Report", report);

        return item;
    }

    private static void SetPath(TaskItem item, string name, string? path)
    {
        if (path is not null)
        {
            item.SetMetadata(name, Escape(path));
        }
    }

    // MSBuild takes %41 in an item for A.
    private static string Escape(string text) => text.Replace("%", "%25");
}
