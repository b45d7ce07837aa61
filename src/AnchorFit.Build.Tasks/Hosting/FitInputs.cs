using System.Collections.Generic;
using AnchorFit.Diagnostics;
using AnchorFit.Run;

namespace AnchorFit.Hosting;

/// <summary>Gathers what a fit starts from, and refuses what can't be fitted before anything is read.</summary>
internal static class FitInputs
{
    /// <summary>The request; null where a diagnostic says why there is none.</summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="annotations">The paths of the annotation files.</param>
    /// <param name="outputs">Where the fit will write.</param>
    /// <param name="memory">What earlier builds understood of the annotations.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <param name="diagnostics">Receives the reasons.</param>
    public static FitRequest? Load(
        RawSettings settings,
        IReadOnlyList<string> annotations,
        FitOutputs outputs,
        AnnotationMemory memory,
        ProjectPaths project,
        DiagnosticBag diagnostics)
    {
        if (annotations.Count == 0)
        {
            diagnostics.Add(SettingDiagnostics.NoAnnotations(settings.ProjectFile));
        }

        BaseConfigSource? config = BaseConfigFile.Load(settings, project, diagnostics);
        CheckOutputs(settings, annotations, outputs, project, diagnostics);
        return config is null || diagnostics.HasErrors
            ? null
            : new FitRequest(settings, config, AnnotationFiles.Order(annotations, project, memory), PackageVersion.Text);
    }

    private static void CheckOutputs(
        RawSettings settings, IReadOnlyList<string> annotations, FitOutputs outputs, ProjectPaths project, DiagnosticBag diagnostics)
    {
        if (outputs.PipelineConfig is [.., '/' or '\\'])
        {
            diagnostics.Add(SettingDiagnostics.InvalidValue(
                settings.ProjectFile, "AnchorFitPipelineConfig", project.Relative(outputs.PipelineConfig), "the path of a file, not of a folder"));
            return;
        }

        string config = project.Absolute(outputs.PipelineConfig);
        string summary = project.Absolute(outputs.Summary);
        List<string> others = [.. annotations, .. outputs.ProtectedFiles];
        if (BaseConfigName.Parse(settings.BaseConfig) is { IsBuiltIn: false } file)
        {
            others.Add(file.Value);
        }

        bool Collides(string path) => ProjectPaths.Comparer.Equals(path, config) || ProjectPaths.Comparer.Equals(path, summary);
        string? victim = ProjectPaths.Comparer.Equals(config, summary) ? outputs.Summary : others.Find(path => Collides(project.Absolute(path)));
        if (victim is not null)
        {
            diagnostics.Add(SettingDiagnostics.OutputIsInput(settings.ProjectFile, project.Relative(victim)));
        }
    }
}
