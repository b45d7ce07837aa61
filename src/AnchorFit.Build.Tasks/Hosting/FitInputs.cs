using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using AnchorFit.Annotations;
using AnchorFit.Diagnostics;
using AnchorFit.Run;
using AnchorFit.Text;

namespace AnchorFit.Hosting;

/// <summary>Gathers what a fit starts from, and refuses what can't be fitted before anything is read.</summary>
internal static class FitInputs
{
    /// <summary>The request; null where a diagnostic says why there is none.</summary>
    /// <param name="settings">What the user set.</param>
    /// <param name="annotations">The paths of the annotation files.</param>
    /// <param name="details">What the project says of single ones.</param>
    /// <param name="outputs">Where the fit will write.</param>
    /// <param name="memory">What earlier builds understood of the annotations.</param>
    /// <param name="companions">Finds what is read beside them.</param>
    /// <param name="project">The project the paths belong to.</param>
    /// <param name="diagnostics">Receives the reasons.</param>
    /// <param name="cancellation">Noticed while files are read.</param>
    /// <exception cref="System.OperationCanceledException">Cancelled.</exception>
    public static FitRequest? Load(
        RawSettings settings,
        IReadOnlyList<string> annotations,
        AnnotationDetails details,
        FitOutputs outputs,
        AnnotationMemory memory,
        CompanionFiles companions,
        ProjectPaths project,
        DiagnosticBag diagnostics,
        CancellationToken cancellation = default)
    {
        if (annotations.Count == 0 && !settings.Values.FromInputReader)
        {
            diagnostics.Add(SettingDiagnostics.NoAnnotations(settings.ProjectFile));
        }

        NoteOthers(settings, memory, project);
        BaseConfigSource? config = BaseConfigFile.Load(settings, project, diagnostics, cancellation);
        LabelMapSource? labelMap = LabelMapFile.Load(settings, project, diagnostics, cancellation);
        CheckOutputs(settings, annotations, outputs, project, diagnostics);
        if (config is null || diagnostics.HasErrors)
        {
            return null;
        }

        IReadOnlyList<AnnotationSource> sources = AnnotationFiles.Order(annotations, project, memory, details);
        if (LinkedOutputs.FindVictim(outputs, sources, [.. Others(settings), .. outputs.ProtectedFiles], project) is { } victim)
        {
            diagnostics.Add(SettingDiagnostics.OutputIsInput(settings.ProjectFile, project.Relative(victim)));
            return null;
        }

        var names = new HashSet<string>(sources.Select(source => source.Name), ProjectPaths.Comparer);
        return new FitRequest(settings, config, sources, PackageVersion.Text)
        {
            LabelMap = labelMap,
            ProjectFromReport = outputs.Report is { } report ? WayBack(project.Relative(report)) : null,
            FindCompanion = companions.Find,
            FindRecords = path => memory.Attach([.. companions.Records(path).Where(source => names.Add(source.Name))]),
        };
    }

    // From the folder of a file below the project.
    private static string? WayBack(string file) => file.StartsWith("../", System.StringComparison.Ordinal) || Path.IsPathRooted(file)
        ? null
        : string.Concat(Enumerable.Repeat("../", file.Count(c => c == '/')));

    private static void NoteOthers(RawSettings settings, AnnotationMemory memory, ProjectPaths project)
    {
        if (settings.Values.BaseConfig is { IsBuiltIn: false } file)
        {
            memory.Note(InputKind.BaseConfig, project.Relative(file.Value), file.Value);
        }

        if (settings.Values.LabelMap is { } labelMap)
        {
            memory.Note(InputKind.LabelMap, project.Relative(labelMap), labelMap);
        }
    }

    // The inputs that properties name.
    private static IEnumerable<string> Others(RawSettings settings)
    {
        if (settings.Values.BaseConfig is { IsBuiltIn: false } file)
        {
            yield return file.Value;
        }

        if (settings.Values.LabelMap is { } labelMap)
        {
            yield return labelMap;
        }
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

        string output = project.Relative(outputs.PipelineConfig);
        if (HomePath.Is(output) && !Directory.Exists(project.Absolute("~")))
        {
            diagnostics.Add(SettingDiagnostics.HomeFolder(settings.ProjectFile, "AnchorFitPipelineConfig", output));
            return;
        }

        List<string> others = [.. annotations, .. outputs.ProtectedFiles, .. Others(settings)];
        var taken = new HashSet<string>(ProjectPaths.Comparer);
        string? victim = outputs.Files.FirstOrDefault(output => !taken.Add(project.Absolute(output)))
            ?? others.Find(path => taken.Contains(project.Absolute(path)));
        if (victim is not null)
        {
            diagnostics.Add(SettingDiagnostics.OutputIsInput(settings.ProjectFile, project.Relative(victim)));
        }
        else if (outputs.LabelMap is { } generated)
        {
            LabelMapFile.CheckOutput(settings, generated, outputs.Summary, project, diagnostics);
        }
    }
}
