using System;
using System.Collections.Generic;
using AnchorFit.Annotations;

namespace AnchorFit.Run;

/// <summary>
/// Names of files that are the same on every machine, for the report, anchorfit.json and advice: from the project's
/// folder; of a file outside of it that the user named by an absolute path, the name alone.
/// </summary>
internal sealed class ReportPaths
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ReportPaths(FitRequest request)
    {
        foreach (AnnotationSource source in request.Annotations)
        {
            _names[source.Path] = Of(source);
        }

        _names[request.BaseConfig.Name] = Of(request.BaseConfig);
    }

    /// <param name="path">As the user named it.</param>
    public string Of(string path) => _names.TryGetValue(path, out string? name) ? name : WithoutRoot(path);

    public static string Of(AnnotationSource source) => Of(source.Path, source.Name);

    public static string Of(BaseConfigSource config) => Of(config.Name, config.RelativeName);

    /// <summary>A path as the user wrote it; of an absolute one the file's name alone.</summary>
    public static string WithoutRoot(string path) => IsAbsolute(path) ? PathText.FileName(path.Replace('\\', '/')) : path;

    // How many folders are between the project and such a file is a matter of the machine.
    private static string Of(string path, string fromProject) =>
        IsAbsolute(path) && (IsAbsolute(fromProject) || fromProject.StartsWith("../", StringComparison.Ordinal)) ? WithoutRoot(path) : fromProject;

    private static bool IsAbsolute(string path) => path is ['/' or '\\', ..] or [_, ':', ..];
}
