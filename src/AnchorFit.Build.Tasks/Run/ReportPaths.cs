using System;
using System.Collections.Generic;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>Names of files that are the same on every machine, for the report.</summary>
internal sealed class ReportPaths
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ReportPaths(FitRequest request)
    {
        foreach (AnnotationSource source in request.Annotations)
        {
            _names[source.Path] = source.Name;
        }

        _names[request.BaseConfig.Name] = request.BaseConfig.RelativeName;
    }

    /// <summary>The path from the project's folder; of an absolute path that isn't known the file's name alone.</summary>
    /// <param name="path">As the user named it.</param>
    public string Of(string path) => _names.TryGetValue(path, out string? name) ? name : WithoutRoot(path);

    /// <summary>A path as the user wrote it; of an absolute one the file's name alone.</summary>
    public static string WithoutRoot(string path) =>
        path is ['/' or '\\', ..] or [_, ':', ..] ? PathText.FileName(path.Replace('\\', '/')) : path;
}
