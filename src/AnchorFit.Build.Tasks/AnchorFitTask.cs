using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using AnchorFit.Diagnostics;
using AnchorFit.Hosting;
using AnchorFit.Run;
using Microsoft.Build.Framework;

namespace AnchorFit.Build.Tasks;

/// <summary>What the tasks share: the parameters that a fit depends on, and failures of the disk turned into codes.</summary>
public abstract class AnchorFitTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project's file, absolute. Relative paths count from its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>The inputs as they were when the last fit was decided on; private to the package.</summary>
    [Required]
    public string CacheFile { get; set; } = string.Empty;

    /// <summary>The record of the last finished fit; private to the package.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Where the fitted pipeline.config goes.</summary>
    [Required]
    public string PipelineConfig { get; set; } = string.Empty;

    /// <summary>Where anchorfit.json goes.</summary>
    [Required]
    public string SummaryFile { get; set; } = string.Empty;

    /// <summary>Where anchorfit.html goes.</summary>
    [Required]
    public string ReportFile { get; set; } = string.Empty;

    /// <summary>Where the generated label map goes; empty where none is asked for.</summary>
    public string LabelMap { get; set; } = string.Empty;

    /// <summary>The annotation files.</summary>
    public ITaskItem[] Annotations { get; set; } = [];

    /// <summary>A folder of annotation files, beside the items or instead of them.</summary>
    public string AnnotationsDirectory { get; set; } = string.Empty;

    /// <summary>The properties that say how to fit: the name as item, the text as metadata <c>Value</c>.</summary>
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>Fields of the base config to set before the fit: the path as item, <c>Value</c> or <c>Clear</c> as metadata.</summary>
    public ITaskItem[] Overrides { get; set; } = [];

    /// <summary>Properties that decide about the build, not about the fit; as <see cref="Settings"/>.</summary>
    public ITaskItem[] Switches { get; set; } = [];

    /// <summary>The project's file and the <c>Directory.Build</c> files, for names that nothing reads.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>Files that the build copies to the output folder.</summary>
    public ITaskItem[] CopiedFiles { get; set; } = [];

    private protected CancellationToken Cancellation => _cancellation.Token;

    private protected ProjectPaths Paths => field ??= new ProjectPaths(Path.GetDirectoryName(ProjectFile)!);

    private protected DiagnosticLogger Diagnostics => field ??= new DiagnosticLogger(this, ProjectFile);

    private protected IEnumerable<string> ProjectFilePaths => ProjectFiles.Select(item => Paths.Absolute(item.ItemSpec));

    private protected IEnumerable<string> GlobalProperties => (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? [];

    private protected ProjectNames Names => field ??= ProjectNames.Read(ProjectFilePaths, ProjectFile, GlobalProperties);

    /// <summary>What stands in the project's files and can have no effect.</summary>
    private protected IReadOnlyList<Diagnostic> WrittenFaults => field ??= [.. Names.Unknown(), .. OverrideItems.WithWildcards(Names.Files)];

    /// <summary>
    /// There are no annotations, and the project itself says nothing: what it has, a Directory.Build file or the command
    /// line says to all projects. Not where it was fitted before.
    /// </summary>
    private protected bool HasNothing =>
        Annotations.Length == 0 && !RawSettings.Values.FromInputReader
        && !(AnnotationsDirectory.Trim() is { Length: > 0 } folder && Directory.Exists(Paths.Absolute(folder)))
        && !Names.IsMentionedBy(ProjectFile) && !File.Exists(Paths.Absolute(CacheFile));

    /// <summary>A file that goes to the output folder under a result's name; null where there is none.</summary>
    private protected string? OutputClash => Hosting.OutputClash.Find(CopiedFiles, LabelMap.Length > 0 ? [PipelineConfig, LabelMap] : [PipelineConfig], RawSettings.Values.OutputSubfolder, Paths);

    private protected RawSettings RawSettings => field ??=
        RawSettings.FromProperties(ProjectFile, Properties([.. Settings, .. Switches]), OverrideItems.Read(Overrides, ProjectFile));

    /// <inheritdoc />
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            Diagnostics.Log([BuildDiagnostics.DiskFailure(ProjectFile, exception.Message)]);
        }

        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    private protected static IEnumerable<KeyValuePair<string, string>> Properties(IEnumerable<ITaskItem> items)
    {
        foreach (ITaskItem item in items)
        {
            yield return new(item.ItemSpec, item.GetMetadata("Value"));
        }
    }

    /// <summary>What the project says of single annotation files; null after an error about it.</summary>
    private protected AnnotationDetails? ReadDetails()
    {
        var diagnostics = new DiagnosticBag();
        AnnotationDetails details = AnnotationDetails.Read(Annotations, RawSettings, Paths, diagnostics);
        Diagnostics.Log(diagnostics);
        return diagnostics.HasErrors ? null : details;
    }

    /// <summary>The paths of all annotation files, as the user named them; null after an error about the folder.</summary>
    private protected IReadOnlyList<string>? AnnotationPaths()
    {
        var diagnostics = new DiagnosticBag();
        List<string> paths = AnnotationDirectory.Files(AnnotationsDirectory, RawSettings, Paths, diagnostics);
        foreach (ITaskItem item in Annotations)
        {
            paths.Add(item.ItemSpec);
        }

        Diagnostics.Log(diagnostics);
        return diagnostics.HasErrors ? null : paths;
    }
}
