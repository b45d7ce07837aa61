using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Hosting;

/// <summary>The metadata of the items <c>AnchorAnnotations</c>. Most projects have none, and then nothing is kept.</summary>
internal sealed class AnnotationDetails
{
    /// <summary>What <see cref="Identity"/> is called among the settings.</summary>
    public const string SettingName = "annotation metadata";

    private static readonly string[] s_names = ["Format", "Weight", "ClassNames", "Images", "ImageSize"];

    private readonly Dictionary<string, AnnotationDetail> _byPath = new(ProjectPaths.Comparer);
    private readonly ByteWriter _text = new();
    private readonly AnnotationDetail _default;

    private AnnotationDetails(AnnotationDetail byDefault) => _default = byDefault;

    /// <summary>Says nothing of any file.</summary>
    public static AnnotationDetails None { get; } = new(AnnotationDetail.None);

    /// <summary>Equal text means equal metadata; empty where there is none.</summary>
    public string Identity => _byPath.Count == 0 ? string.Empty : Digest.Text(_text.Digest());

    /// <summary>What every item says, and a diagnostic for each value that isn't accepted.</summary>
    /// <param name="items">The annotations.</param>
    /// <param name="settings">Has the format of files whose item names none.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <param name="diagnostics">Receives the values that aren't accepted, each once.</param>
    public static AnnotationDetails Read(IReadOnlyList<ITaskItem> items, RawSettings settings, ProjectPaths project, DiagnosticBag diagnostics)
    {
        var parser = new AnnotationDetailParser(settings.ProjectFile, diagnostics);
        if (settings.FaultOf(SettingTable.AnnotationsFormat) is { } fault)
        {
            diagnostics.Add(fault);
        }

        var details = new AnnotationDetails(AnnotationDetail.None with { Format = settings.Values.AnnotationsFormat });
        string[] values = new string[s_names.Length];
        for (int i = 0; i < items.Count; i++)
        {
            if (HasAny(items[i], values))
            {
                details.Add(items[i].ItemSpec, values, parser.Parse(items[i].ItemSpec, values), project);
            }
        }

        return details;
    }

    /// <summary>What is said of a file.</summary>
    public AnnotationDetail Of(string absolutePath)
    {
        if (_byPath.Count == 0 || !_byPath.TryGetValue(absolutePath, out AnnotationDetail? detail))
        {
            return _default;
        }

        return detail.Format is null ? detail with { Format = _default.Format } : detail;
    }

    private static bool HasAny(ITaskItem item, string[] values)
    {
        bool any = false;
        for (int i = 0; i < s_names.Length; i++)
        {
            values[i] = item.GetMetadata(s_names[i]);
            any |= values[i].Length > 0;
        }

        return any;
    }

    private void Add(string path, string[] values, AnnotationDetail detail, ProjectPaths project)
    {
        (string absolute, string relative) = project.Resolve(path);
        if (_byPath.ContainsKey(absolute))
        {
            return;
        }

        _byPath.Add(absolute, detail);
        _text.WriteText(relative);
        foreach (string value in values)
        {
            _text.WriteText(value.Trim());
        }
    }
}
