using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>Gathers what a fit starts from, and refuses what can't be fitted before anything is read.</summary>
internal static class FitInputs
{
    /// <summary>The request; null where a diagnostic says why there is none.</summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="annotationPaths">The paths of the annotation items.</param>
    /// <param name="outputs">The files that the fit will write.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <param name="diagnostics">Receives the reasons.</param>
    public static FitRequest? Load(
        RawSettings settings,
        IEnumerable<string> annotationPaths,
        IReadOnlyList<string> outputs,
        ProjectPaths project,
        DiagnosticBag diagnostics)
    {
        List<string> annotations = [.. annotationPaths];
        if (annotations.Count == 0)
        {
            diagnostics.Add(SettingDiagnostics.NoAnnotations(settings.ProjectFile));
        }

        BaseConfigSource? config = BaseConfigFile.Load(settings, project, diagnostics);
        if (FindInputThatIsOutput(settings, annotations, outputs, project) is { } input)
        {
            diagnostics.Add(SettingDiagnostics.OutputIsInput(settings.ProjectFile, input));
        }

        return config is null || diagnostics.HasErrors
            ? null
            : new FitRequest(settings, config, AnnotationFiles.Order(annotations, project), PackageVersion.Text);
    }

    private static string? FindInputThatIsOutput(
        RawSettings settings, List<string> annotations, IReadOnlyList<string> outputs, ProjectPaths project)
    {
        var outputPaths = new HashSet<string>(ProjectPaths.Comparer);
        foreach (string output in outputs)
        {
            outputPaths.Add(project.Absolute(output));
        }

        if (BaseConfigName.Parse(settings.BaseConfig) is { IsBuiltIn: false } config && outputPaths.Contains(project.Absolute(config.Value)))
        {
            return config.Value;
        }

        return annotations.Find(path => outputPaths.Contains(project.Absolute(path)));
    }
}
